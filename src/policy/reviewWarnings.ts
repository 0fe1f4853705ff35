import type { UsedParameter } from './lookUp.js';
import { day, type Remark } from './Outcome.js';

/** One warning for each value used after the day by which it should have been checked again. */
export function reviewWarnings(used: readonly UsedParameter[], date: string): Remark[] {
  return used
    .filter(({ reviewBy }) => reviewBy !== undefined && reviewBy < date)
    .map(({ id, reviewBy = date }): Remark => ({
      code: 'review_due',
      operands: { parameter: { kind: 'parameter', value: id }, reviewBy: day(reviewBy) },
    }));
}
