import type { Parameter, ParameterRow } from '../policy/index.js';
import { addDays } from './days.js';

/**
 * How a parameter stands to the day by which somebody has to look at it: `due` from thirty days before, `overdue` after it.
 * `because`: its review comes up, its last known value ends, or it has no value today.
 */
export type ParameterReview = Readonly<{
  state: 'current' | 'due' | 'overdue';
  dueOn: string | null;
  because: 'review' | 'end' | 'missing' | null;
}>;

const noticeDays = 30;

/** Whether a parameter needs looking at on a day (`YYYY-MM-DD`). */
export function reviewOf({ values }: Parameter, today: string): ParameterReview {
  const row = rowOn(values, today);
  if (row === undefined) return { state: 'overdue', dueOn: null, because: 'missing' };
  const last = values.at(-1);
  const end = row === last ? row.to : undefined;
  const [first] = [
    ...(row.reviewBy === undefined ? [] : [{ dueOn: row.reviewBy, because: 'review' as const }]),
    ...(end === undefined ? [] : [{ dueOn: end, because: 'end' as const }]),
  ].toSorted((one, other) => one.dueOn.localeCompare(other.dueOn));
  if (first === undefined) return { state: 'current', dueOn: null, because: null };
  const state =
    first.dueOn < today ? 'overdue' : addDays(first.dueOn, -noticeDays) <= today ? 'due' : 'current';
  return { state, ...first };
}

/** The row in force on a day; undefined when there is none. */
export function rowOn(values: readonly ParameterRow[], date: string): ParameterRow | undefined {
  return values.find(({ from, to }) => from <= date && (to === undefined || date <= to));
}
