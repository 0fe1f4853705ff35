import type { UnknownParameter, UsedParameter } from '../../lookUp.js';
import type { ParameterTable } from '../../ParameterTable.js';
import { roundedSum } from '../../roundedMean.js';
import { roundedProduct } from '../../roundedProduct.js';
import { amountPaid, type PaidPart } from '../amountPaid.js';
import { splitYears } from '../splitYears.js';
import type { TimePaid } from '../timePaid.js';
import type { SurvivorsRules } from './rules.js';
import type { CompleteSurvivors, Contributor, Pensioner } from './situation.js';

/** How the lump sum came about; money in đồng, `pensions` is how many monthly pensions it is. */
export type SurvivorsLumpSum = Readonly<
  | { kind: 'years'; time: TimePaid; before: number; from: number; amount: number }
  | { kind: 'paid'; amount: number; parts: readonly PaidPart[] }
  | { kind: 'pensions'; pension: number; monthsReceived: number; pensions: number; amount: number }
>;

export type CalculatedSurvivors = Readonly<{
  /** Null where the conditions of the funeral allowance aren't met. */
  funeral: number | null;
  reckoned: SurvivorsLumpSum;
  /** The floor of who paid both kinds of insurance, where it is above what was reckoned. */
  raisedTo: Readonly<{ average: number; amount: number }> | null;
  lumpSum: number;
  used: readonly UsedParameter[];
}>;

export type SurvivorsCalculation =
  | Readonly<{ status: 'found'; calculated: CalculatedSurvivors }>
  | Readonly<{ status: 'incomplete'; missing: readonly string[] }>
  | Readonly<{ status: 'unknown'; unknown: readonly UnknownParameter[] }>;

/** Funeral allowance and lump sum. Law 41/2024/QH15 articles 109 to 111; Decree 159/2025/NĐ-CP article 12. */
export function calculateSurvivors(
  { date, deceased, compulsoryMonths }: CompleteSurvivors,
  rules: SurvivorsRules,
  table: ParameterTable,
): SurvivorsCalculation {
  const { value } = rules;
  const funeral = roundedProduct({ factors: [value('reference_level'), value('funeral.multiple')] });
  if (deceased.kind === 'pensioner') {
    const reckoned = byPensions(deceased, rules);
    const calculated = { funeral, reckoned, raisedTo: null, lumpSum: reckoned.amount, used: [] };
    return { status: 'found', calculated };
  }
  const time = timeOf(deceased, rules);
  const reckoned = byContributions({ date, deceased, compulsoryMonths, time }, rules, table);
  if (reckoned.status !== 'found') return reckoned;
  const { lumpSum: plain, used } = reckoned;
  const isMixed = compulsoryMonths > 0 && compulsoryMonths < time.months;
  const { averageIncome: average } = deceased;
  const floor = { average, amount: roundedProduct({ factors: [average, value('survivor.mixed_min')] }) };
  const raisedTo = isMixed && plain.amount < floor.amount ? floor : null;
  const hasFuneral =
    time.months >= value('funeral.min_months') || compulsoryMonths >= value('funeral.min_months_compulsory');
  return {
    status: 'found',
    calculated: {
      funeral: hasFuneral ? funeral : null,
      ...{ reckoned: plain, raisedTo, lumpSum: (raisedTo ?? plain).amount, used },
    },
  };
}

/** Months received above the first ones lower it, down to a floor (article 110 clause 4). */
function byPensions(
  { pension, monthsReceived }: Pensioner,
  { value }: SurvivorsRules,
): Extract<SurvivorsLumpSum, { kind: 'pensions' }> {
  const further = Math.max(0, monthsReceived - value('survivor.pensioner.first_months'));
  const reduced = value('survivor.pensioner.start') - value('survivor.pensioner.reduction') * further;
  const pensions = Math.max(reduced, value('survivor.pensioner.min'));
  const amount = roundedProduct({ factors: [pension, pensions] });
  return { kind: 'pensions', pension, monthsReceived, pensions, amount };
}

type ByContributions =
  | Readonly<{ status: 'found'; lumpSum: SurvivorsLumpSum; used: readonly UsedParameter[] }>
  | Exclude<SurvivorsCalculation, { status: 'found' }>;

/** By years; for less time the amount paid, which for compulsory months has to be told (article 110 clause 2). */
function byContributions(
  {
    date,
    deceased,
    compulsoryMonths,
    time,
  }: Readonly<{ date: string; deceased: Contributor; compulsoryMonths: number; time: TimePaid }>,
  { value }: SurvivorsRules,
  table: ParameterTable,
): ByContributions {
  const { averageIncome, contributionsPaid } = deceased;
  if (time.months >= value('survivor.full_min_months')) {
    const { before, from } = splitYears(time, value('pension.odd_months.half_year_max'));
    const amount = roundedSum([
      { factors: [averageIncome, value('survivor.before_2014')], weight: before },
      { factors: [averageIncome, value('survivor.from_2014')], weight: from },
    ]);
    return { status: 'found', lumpSum: { kind: 'years', time, before, from, amount }, used: [] };
  }
  if (contributionsPaid !== undefined) {
    return { status: 'found', lumpSum: { kind: 'paid', amount: contributionsPaid, parts: [] }, used: [] };
  }
  if (compulsoryMonths > 0) return { status: 'incomplete', missing: ['contributionsPaid'] };
  const paid = amountPaid({ date, time }, table);
  if (paid.status === 'unknown') return paid;
  const { amount, parts, used } = paid;
  return { status: 'found', lumpSum: { kind: 'paid', amount, parts }, used };
}

function timeOf(
  { averageIncome, monthsBefore, monthsFrom }: Contributor,
  { laterFrom }: SurvivorsRules,
): TimePaid {
  const months = monthsBefore + monthsFrom;
  const counted = { months, monthsBefore, monthsFrom, laterFrom };
  return { ...counted, average: averageIncome, history: [], monthsAhead: 0, used: [] };
}
