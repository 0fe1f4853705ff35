import { addMonths } from '../../dates.js';
import type { Contributions } from '../../pension/situation.js';
import type { Sex } from '../../retirement.js';
import type { VoluntaryGroup } from '../../voluntary/situation.js';
import { birthOf } from '../birthOf.js';
import { missingFields } from '../missingFields.js';
import type { SupportedPeriod } from '../stateSupport.js';
import type { ToldTime } from '../timePaid.js';

/**
 * The cases of article 102 clause 1: `age` (a: retirement age with too few years), `abroad` (b: settling there), `illness`
 * (c: one that is listed), `disability` (d), `stopped` (đ: paid before the law and not for a while).
 */
export const lumpSumCases = ['age', 'abroad', 'illness', 'disability', 'stopped'] as const;
export type LumpSumCase = (typeof lumpSumCases)[number];

/** What is known of the person who asks for a lump sum; a field not yet told is undefined. */
export type LumpSumSituation = Readonly<{
  /** Day of the request, `YYYY-MM-DD`. */
  date: string;
  case?: LumpSumCase | undefined;
  /** For `age`. */
  sex?: Sex | undefined;
  /** Month of birth, `YYYY-MM`, or the year alone, `YYYY`; for `age`. */
  birth?: string | undefined;
  /** Loss of ability to work, percent; for `disability`. */
  disabilityPercent?: number | undefined;
  /** Certified as very severely disabled: the percentage isn't needed then. */
  severelyDisabled?: boolean | undefined;
  /** Voluntary contributions one by one; or instead of them the average income and the months. */
  history?: readonly Contributions[] | undefined;
  /** Average income of all months paid, đồng, after indexation. */
  averageIncome?: number | undefined;
  monthsBefore2014?: number | undefined;
  monthsFrom2014?: number | undefined;
  /** First and last month paid, `YYYY-MM`; for `stopped`, where there is no `history`. */
  firstPaid?: string | undefined;
  lastPaid?: string | undefined;
  /** Months the State supported; or instead of them the one group of the person for all months. */
  supported?: readonly SupportedPeriod[] | undefined;
  group?: VoluntaryGroup | 'other' | undefined;
}>;

/** The case with what it has to be judged by. */
export type Ground = Readonly<
  | { case: 'age'; sex: Sex; birth: string; birthYearOnly: boolean }
  | { case: 'abroad' | 'illness' }
  | { case: 'disability'; percent: number | null }
  | { case: 'stopped'; firstPaid: string; lastPaid: string }
>;

/** What the State's part is reckoned from; `none` where it isn't taken off. */
export type ToldSupport = Readonly<
  | { kind: 'periods'; periods: readonly SupportedPeriod[] }
  | { kind: 'group'; group: VoluntaryGroup | 'other' }
  | { kind: 'none' }
>;

/** A situation with everything the case needs. */
export type CompleteLumpSum = Readonly<{
  date: string;
  ground: Ground;
  told: ToldTime;
  support: ToldSupport;
  lastPaid: string | undefined;
}>;

/** Completes a situation, or names the fields still to be asked, in the order in which to ask them. */
export function completeLumpSum(
  situation: LumpSumSituation,
):
  | Readonly<{ status: 'complete'; situation: CompleteLumpSum }>
  | Readonly<{ status: 'incomplete'; missing: readonly string[] }> {
  const { date, history } = situation;
  const ground = groundOf(situation);
  const told = toldTime(situation);
  const support = toldSupport(situation);
  if (ground === undefined || told === undefined || support === undefined) {
    return { status: 'incomplete', missing: missingFields(wantedFields(situation)) };
  }
  const lastPaid = situation.lastPaid ?? paidMonths(history ?? []).at(-1);
  return { status: 'complete', situation: { date, ground, told, support, lastPaid } };
}

function groundOf(situation: LumpSumSituation): Ground | undefined {
  const { sex, birth, disabilityPercent, severelyDisabled, history } = situation;
  switch (situation.case) {
    case undefined:
      return undefined;
    case 'age':
      return sex === undefined || birth === undefined ? undefined : { case: 'age', sex, ...birthOf(birth) };
    case 'disability': {
      if (severelyDisabled === true) return { case: 'disability', percent: null };
      return disabilityPercent === undefined ? undefined : { case: 'disability', percent: disabilityPercent };
    }
    case 'stopped': {
      const months = paidMonths(history ?? []);
      const firstPaid = situation.firstPaid ?? months[0];
      const lastPaid = situation.lastPaid ?? months.at(-1);
      return firstPaid === undefined || lastPaid === undefined
        ? undefined
        : { case: 'stopped', firstPaid, lastPaid };
    }
    case 'abroad':
    case 'illness':
      return { case: situation.case };
  }
}

function toldTime(situation: LumpSumSituation): ToldTime | undefined {
  const { history, averageIncome, monthsBefore2014, monthsFrom2014 } = situation;
  if (history !== undefined) return { kind: 'history', history };
  if (averageIncome === undefined || monthsBefore2014 === undefined || monthsFrom2014 === undefined) {
    return undefined;
  }
  return { kind: 'average', averageIncome, monthsBefore: monthsBefore2014, monthsFrom: monthsFrom2014 };
}

function toldSupport({ supported, group, ...situation }: LumpSumSituation): ToldSupport | undefined {
  if (situation.case !== undefined && !deductsSupport(situation.case)) return { kind: 'none' };
  if (supported !== undefined) return { kind: 'periods', periods: supported };
  return group === undefined ? undefined : { kind: 'group', group };
}

/** In illness and disability the State's part is left to the person. Law 41/2024/QH15 article 102 clause 3. */
export function deductsSupport(lumpSumCase: LumpSumCase): boolean {
  return lumpSumCase !== 'illness' && lumpSumCase !== 'disability';
}

function wantedFields(situation: LumpSumSituation): Readonly<Record<string, unknown>> {
  const { sex, birth, disabilityPercent, severelyDisabled, history } = situation;
  const { averageIncome, monthsBefore2014, monthsFrom2014, firstPaid, lastPaid } = situation;
  const paid = paidMonths(history ?? []);
  const ofCase = {
    age: { sex, birth },
    disability: severelyDisabled === true ? {} : { disabilityPercent },
    stopped: { firstPaid: firstPaid ?? paid[0], lastPaid: lastPaid ?? paid.at(-1) },
    abroad: {},
    illness: {},
  };
  const support = toldSupport(situation);
  return {
    case: situation.case,
    ...(situation.case === undefined ? {} : ofCase[situation.case]),
    ...(history === undefined ? { averageIncome, monthsBefore2014, monthsFrom2014 } : {}),
    ...(support === undefined ? { group: undefined } : {}),
  };
}

function paidMonths(history: readonly Contributions[]): string[] {
  return history
    .flatMap(({ from, months }) => (months === 0 ? [] : [from, addMonths(from, months - 1)]))
    .toSorted();
}
