import type { AmountEstimate } from '../../src/estimates/index.js';
import type { PlanFigures } from '../../src/policy/index.js';
import type { ChatTurn } from '../ChatTurn.js';
import type { Names } from '../say/persons.js';
import { sayMonth, sayMonths } from '../say/times.js';
import { amountOf } from '../tableValues.js';

/** When somebody may retire, and how they come to a pension by then. */
export function pathText(
  turn: ChatTurn,
  { retirement, path }: AmountEstimate<PlanFigures>,
  { names, birth }: Readonly<{ names: Names; birth: string }>,
): string {
  const { years, months } = retirement.age;
  const age = turn.t(months === 0 ? 'span.age' : 'span.age_and_months', { years, months });
  const isReached = path.monthsUntilRetirement === 0;
  const isYearOnly = !birth.includes('-');
  const yetToCome = isYearOnly ? 'plan.age_of_year' : 'plan.age';
  const start = turn.t(isReached ? 'plan.age_reached' : yetToCome, {
    who: names.who,
    birth: bornText(turn, birth),
    age,
    month: sayMonth(retirement.month),
  });
  return `${start} ${wayText(turn, path, names)}`;
}

/** `tháng 5/1976`, or `năm 1976` where only the year is known. */
export function bornText(turn: ChatTurn, birth: string): string {
  return birth.includes('-')
    ? turn.t('plan.born_month', { month: sayMonth(birth) })
    : turn.t('plan.born_year', { year: birth });
}

function wayText(turn: ChatTurn, path: PlanFigures['path'], { them }: Names): string {
  const { kind, payMonths, arrearsMonths, arrearsIn, shortfallAtRetirement, enoughFrom } = path;
  const values = {
    them,
    years: amountOf(turn, 'pension.min_years'),
    until: sayMonths(turn, path.monthsUntilRetirement),
    pay: sayMonths(turn, payMonths),
    short: sayMonths(turn, shortfallAtRetirement),
    arrears: sayMonths(turn, arrearsMonths),
    arrearsIn: arrearsIn === null ? '' : sayMonth(arrearsIn),
    enough: enoughFrom === null ? '' : sayMonth(enoughFrom),
    pension: sayMonth(path.pensionFrom.slice(0, 'YYYY-MM'.length)),
  };
  switch (kind) {
    case 'ask_now':
      return turn.t('plan.ask_now', values);
    case 'pay_until_age':
      return turn.t(enoughFrom === null ? 'plan.until_enough' : 'plan.until_age', values);
    case 'pay_then_arrears':
      return turn.t(payMonths === 0 ? 'plan.arrears_now' : 'plan.then_arrears', values);
    case 'pay_beyond_age':
      return turn.t(path.monthsUntilRetirement === 0 ? 'plan.beyond_now' : 'plan.beyond_age', values);
  }
}
