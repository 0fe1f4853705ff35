import { readDate } from '../benefits/readDate.js';
import { findLocalSupport, usedLocalSupport, type LocalSupport } from '../localSupport.js';
import { day, number, type Outcome, type Reason } from '../Outcome.js';
import type { Basis, ParameterTable } from '../ParameterTable.js';
import { reviewWarnings } from '../reviewWarnings.js';
import { roundedProduct } from '../roundedProduct.js';
import { calculateVoluntary, grossAtOnce, localShare, share, stateShare } from './calculation.js';
import { voluntaryObstacles } from './eligibility.js';
import { explainRefund, refundAssumptions, refundWarnings } from './refundWords.js';
import { readVoluntaryRules, type VoluntaryRules } from './rules.js';
import {
  completeVoluntarySituation,
  type CompleteVoluntarySituation,
  type VoluntaryGroup,
} from './situation.js';

/** Ways to pay that leave months over: a single month is used up, and missing months lie in the past. */
export const refundModes = ['quarterly', 'half_yearly', 'yearly', 'advance'] as const;
export type RefundMode = (typeof refundModes)[number];

/** Why the months left are not used: compulsory insurance, a lump sum, death, or the pension is asked for. */
export const refundReasons = ['compulsory', 'lump_sum', 'death', 'pension'] as const;
export type RefundReason = (typeof refundReasons)[number];

/** `income`, `groups`, `years`, `province` and `supportedMonths` are those of the payment that was made. */
export type RefundSituation = Readonly<{
  /** Day of the refund, `YYYY-MM-DD`. */
  date: string;
  reason?: RefundReason | undefined;
  paidOn?: string | undefined;
  mode?: RefundMode | undefined;
  years?: number | undefined;
  income?: number | undefined;
  groups?: readonly VoluntaryGroup[] | undefined;
  monthsLeft?: number | undefined;
  province?: string | undefined;
  supportedMonths?: number | undefined;
}>;

/** What was put in for the months left, the shares in it, and what comes back to the person, in đồng. */
export type RefundFigures = Readonly<{
  months: number;
  monthsLeft: number;
  contributions: number;
  state: number;
  local: number;
  refund: number;
}>;

/** Everything that steps and warnings speak of. */
export type Refund = Readonly<{
  date: string;
  reason: RefundReason;
  /** The payment that was made; its `date` is the day of payment. */
  paid: CompleteVoluntarySituation;
  rules: VoluntaryRules;
  local: LocalSupport;
  localPercent: number;
  /** Months of the whole payment, and of those left, that the State supported. */
  supportedMonths: number;
  supportedLeft: number;
  figures: RefundFigures;
}>;

/**
 * What comes back of a payment when months of it are left over: what was paid for them, as it was discounted, without
 * the State's support, which goes back to the budget. The province's support is taken off too, of which the decree says
 * nothing. Decree 159/2025/NĐ-CP articles 5 clause 6 and 8.
 */
export function refund(situation: RefundSituation, table: ParameterTable): Outcome<RefundFigures> {
  const { date, reason, paidOn, mode, income, groups, monthsLeft, province } = situation;
  const years = mode === 'advance' ? { years: situation.years } : {};
  const wanted = { reason, paidOn, mode, ...years, income, groups, monthsLeft };
  const completed = completeVoluntarySituation({ ...situation, date: paidOn ?? date });
  if (
    reason === undefined ||
    paidOn === undefined ||
    monthsLeft === undefined ||
    completed.status === 'incomplete'
  ) {
    const missing = Object.entries(wanted).flatMap(([field, value]) => (value === undefined ? [field] : []));
    return { status: 'incomplete', missing };
  }
  const paid = completed.situation;
  const law = readDate(table, date, 'laws_2024_from');
  const read = readVoluntaryRules(table, paid);
  if (law.status === 'unknown' || read.status === 'unknown') {
    const unknown = [
      ...(law.status === 'unknown' ? [law] : []),
      ...(read.status === 'unknown' ? read.unknown : []),
    ];
    return { status: 'unknownParameter', date, unknown };
  }
  const { rules } = read;
  const reasons = [
    ...voluntaryObstacles(paid, rules),
    ...obstacles({ date, paidOn, monthsLeft, months: paid.months }),
  ];
  if (reasons.length > 0) return { status: 'notEligible', date, reasons };

  const ownGroups = paid.groups.length === 0 ? ['other'] : paid.groups;
  const local = findLocalSupport(table, { scheme: 'vsi', province, groups: ownGroups, date: paidOn });
  const localPercent = local.status === 'known' ? local.percent : 0;
  const found: Refund = {
    date,
    reason,
    paid,
    rules,
    local,
    localPercent,
    ...calculate({ paid, rules, localPercent, monthsLeft }),
  };
  const used = [...rules.used, ...(found.figures.local > 0 ? usedLocalSupport(local) : [])];
  return {
    status: 'amount',
    date,
    figures: found.figures,
    steps: explainRefund(found),
    parameters: used,
    assumptions: refundAssumptions(found),
    warnings: [...refundWarnings(found, table), ...reviewWarnings(used, date)],
  };
}

const basis: Basis = { document: 'Nghị định 159/2025/NĐ-CP', article: '8' };

function obstacles({
  date,
  paidOn,
  monthsLeft,
  months,
}: Readonly<{ date: string; paidOn: string; monthsLeft: number; months: number }>): Reason[] {
  const reasons: Reason[] = [];
  if (date < paidOn)
    reasons.push({ code: 'refund_before_payment', operands: { paidOn: day(paidOn) }, basis });
  if (monthsLeft < 1 || monthsLeft > months) {
    const operands = { monthsLeft: number(monthsLeft), months: number(months) };
    reasons.push({ code: 'refund_months_out_of_range', operands, basis });
  }
  return reasons;
}

function calculate({
  paid,
  rules,
  localPercent,
  monthsLeft,
}: Pick<Refund, 'paid' | 'rules' | 'localPercent'> & Readonly<{ monthsLeft: number }>): Pick<
  Refund,
  'supportedMonths' | 'supportedLeft' | 'figures'
> {
  const { income, mode, months } = paid;
  const { figures: whole, supportedMonths } = calculateVoluntary(paid, rules, localPercent);
  // Support is used up from the first month on, so of the last months those beyond the limit had none.
  const supportedLeft = Math.max(0, supportedMonths - (months - monthsLeft));
  const contributions =
    mode === 'advance'
      ? grossAtOnce(paid, rules, { firstMonth: months - monthsLeft })
      : roundedProduct({ factors: [income, monthsLeft], percents: [rules.rate] });
  const left = share({
    gross: contributions,
    state: stateShare(rules, supportedLeft),
    local: localShare(rules, supportedLeft, localPercent),
  });
  // Nobody gets back more than they paid: a province that bore the whole payment bore these months as well.
  const back = Math.min(left.pay, whole.period.pay);
  const figures = {
    months,
    monthsLeft,
    contributions,
    state: left.state,
    local: contributions - left.state - back,
    refund: back,
  };
  return { supportedMonths, supportedLeft, figures };
}
