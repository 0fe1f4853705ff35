import { addMonths, monthOf } from '../../dates.js';
import type { UnknownParameter, UsedParameter } from '../../lookUp.js';
import type { ParameterTable } from '../../ParameterTable.js';
import { roundedSum } from '../../roundedMean.js';
import { roundedProduct } from '../../roundedProduct.js';
import { amountPaid, type PaidPart } from '../amountPaid.js';
import { splitYears } from '../splitYears.js';
import { stateSupport, type StateSupport, type SupportedPeriod } from '../stateSupport.js';
import type { TimePaid } from '../timePaid.js';
import type { LumpSumRules } from './rules.js';
import type { CompleteLumpSum } from './situation.js';

const MONTHS_PER_YEAR = 12;

/** The sum before the State's part: by years, or for less than one year what was paid (`parts`), up to a limit. */
export type Gross = Readonly<
  | { kind: 'years'; gross: number; before: number; from: number }
  | { kind: 'paid'; gross: number; paid: number; max: number; parts: readonly PaidPart[] }
>;

export type Calculated = Readonly<{
  gross: Gross;
  /** Null where the State's part isn't taken off. */
  support: StateSupport | null;
  /** The period that was taken for granted because only the group is known. */
  derived: SupportedPeriod | null;
  deducted: number;
  used: readonly UsedParameter[];
}>;

/** The lump sum and what the State takes back of it, in đồng. Law 41/2024/QH15 article 102; Decree 159/2025 article 9. */
export function calculateLumpSum(
  situation: CompleteLumpSum,
  { time, rules }: Readonly<{ time: TimePaid; rules: LumpSumRules }>,
  table: ParameterTable,
):
  | Readonly<{ status: 'found'; calculated: Calculated }>
  | Readonly<{ status: 'unknown'; unknown: readonly UnknownParameter[] }> {
  const { date } = situation;
  const paid = time.months < MONTHS_PER_YEAR ? amountPaid({ date, time }, table) : null;
  const { periods, derived } = supportedPeriods(situation, time);
  const granted = periods === null ? null : stateSupport({ date, periods }, table);
  if (paid?.status === 'unknown' || granted?.status === 'unknown') {
    return {
      status: 'unknown',
      unknown: [paid, granted].flatMap((part) => (part?.status === 'unknown' ? part.unknown : [])),
    };
  }
  const gross = paid === null ? byYears(time, rules) : byAmountPaid(paid, { time, rules });
  const support = granted?.support ?? null;
  return {
    status: 'found',
    calculated: {
      ...{ gross, support, derived },
      deducted: Math.min(gross.gross, support?.amount ?? 0),
      used: [...(paid?.used ?? []), ...(support?.used ?? [])],
    },
  };
}

function byYears(time: TimePaid, { value }: LumpSumRules): Gross {
  const { before, from } = splitYears(time, value('pension.odd_months.half_year_max'));
  const gross = roundedSum([
    { factors: [time.average, value('lump_sum.before_2014')], weight: before },
    { factors: [time.average, value('lump_sum.from_2014')], weight: from },
  ]);
  return { kind: 'years', before, from, gross };
}

function byAmountPaid(
  { amount, parts }: Readonly<{ amount: number; parts: readonly PaidPart[] }>,
  { time, rules }: Readonly<{ time: TimePaid; rules: LumpSumRules }>,
): Gross {
  const max = roundedProduct({ factors: [time.average, rules.value('lump_sum.under_year_max')] });
  return { kind: 'paid', gross: Math.min(amount, max), paid: amount, max, parts };
}

/** Periods of support; where only the group is known, all later months are taken to run without a break to the last. */
function supportedPeriods(
  { date, support, lastPaid }: CompleteLumpSum,
  time: TimePaid,
): Readonly<{ periods: readonly SupportedPeriod[] | null; derived: SupportedPeriod | null }> {
  if (support.kind === 'none') return { periods: null, derived: null };
  if (support.kind === 'periods') return { periods: support.periods, derived: null };
  const { group } = support;
  if (time.history.length > 0) {
    return { periods: time.history.map(({ from, months }) => ({ from, months, group })), derived: null };
  }
  const last = lastPaid ?? monthOf(date);
  const months = time.monthsFrom;
  const derived = { from: addMonths(last, 1 - months), months, group };
  return months === 0 ? { periods: [], derived: null } : { periods: [derived], derived };
}
