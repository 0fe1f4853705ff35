import { money, number, type Reason } from '../Outcome.js';
import type { Basis } from '../ParameterTable.js';
import { MONTHS_PER_YEAR, type CompleteVoluntarySituation } from './situation.js';
import type { VoluntaryRules } from './rules.js';

/** Every reason why this payment cannot be made on its day; empty when it can. Law 41/2024, articles 31 and 36. */
export function voluntaryObstacles(
  situation: Pick<CompleteVoluntarySituation, 'income' | 'mode' | 'months'>,
  rules: VoluntaryRules,
): Reason[] {
  const { income, mode, months } = situation;
  const { floor, ceiling, advanceYears, arrearsMaxMonths } = rules;
  const basisOf = (id: string): Basis => basisOfUsed(rules, id);
  const reasons: Reason[] = [];
  if (income < floor) {
    reasons.push({
      code: 'income_below_floor',
      operands: { income: money(income), floor: money(floor) },
      basis: basisOf('vsi.income_floor_multiple'),
    });
  }
  if (income > ceiling) {
    reasons.push({
      code: 'income_above_ceiling',
      operands: { income: money(income), ceiling: money(ceiling) },
      basis: basisOf('vsi.income_cap_multiple'),
    });
  }
  const years = months / MONTHS_PER_YEAR;
  if (mode === 'advance' && (years < advanceYears.min || years > advanceYears.max)) {
    reasons.push({
      code: 'advance_years_out_of_range',
      operands: { years: number(years), min: number(advanceYears.min), max: number(advanceYears.max) },
      basis: basisOf('vsi.advance.max_years'),
    });
  }
  if (mode === 'arrears' && months > arrearsMaxMonths) {
    reasons.push({
      code: 'arrears_too_long',
      operands: { months: number(months), max: number(arrearsMaxMonths) },
      basis: basisOf('vsi.arrears.max_months'),
    });
  }
  return reasons;
}

function basisOfUsed({ used }: VoluntaryRules, id: string): Basis {
  const parameter = used.find((candidate) => candidate.id === id);
  if (parameter === undefined) throw new Error(`${id} was not read.`);
  return parameter.basis;
}
