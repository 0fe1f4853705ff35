import { addDays, daysBetween, monthOf, monthsBetween } from '../dates.js';
import { ladderId } from '../household.js';
import { lookUp, type UsedParameter } from '../lookUp.js';
import { day, money, number, term, type Outcome, type Reason, type Remark, type Step } from '../Outcome.js';
import type { ParameterTable } from '../ParameterTable.js';
import { readParameters } from '../readParameters.js';
import { reviewWarnings } from '../reviewWarnings.js';
import { roundedProduct } from '../roundedProduct.js';
import { refundCasesSchema } from '../tableSchemas.js';
import type { SupportedGroup } from './groups.js';
import { periodEnd } from './periodEnd.js';
import { supportIds, supportShares } from './supportShares.js';

export const cardRefundCases = [
  'other_group',
  'state_raised_support',
  'death_before_valid',
  'paid_twice',
  'changed_mind',
] as const;
export type CardRefundCase = (typeof cardRefundCases)[number];

export type CardRefundSituation = Readonly<{
  /** Day of the question, `YYYY-MM-DD`. */
  date: string;
  paidOn?: string | undefined;
  months?: number | undefined;
  /** How it was paid: as a member of the household, or by a supported group. */
  rank?: number | undefined;
  group?: SupportedGroup | undefined;
  case?: CardRefundCase | undefined;
  /**
   * From when the money isn't needed: the day the other card is valid, or the decision on more support takes effect; for
   * money paid twice the first doubled day (left out: all of it is double).
   */
  from?: string | undefined;
  /** First day of the card that was paid for; left out (but not after a death), the day of payment. */
  validFrom?: string | undefined;
  /** Day of death. */
  diedOn?: string | undefined;
}>;

/** đồng; `unusedMonths` are whole months, `leftoverDays` what is left of a month, `refundAtMost` with that month counted. */
export type CardRefundFigures = Readonly<{
  monthly: number;
  unusedMonths: number;
  leftoverDays: number;
  refund: number;
  refundAtMost: number;
}>;

/**
 * What is paid back of a health insurance contribution: the monthly rate paid for each month not used.
 * Decision 595/QĐ-BHXH article 20, as amended by Decision 896/QĐ-BHXH; one's own share only.
 */
export function cardRefund(
  situation: CardRefundSituation,
  table: ParameterTable,
): Outcome<CardRefundFigures> {
  const { date, paidOn, months, rank, group, case: refundCase } = situation;
  const missing = missingOf(situation);
  if (missing.length > 0 || paidOn === undefined || months === undefined || refundCase === undefined)
    return { status: 'incomplete', missing };

  const cases = lookUp(table, 'hhi.refund_cases', date);
  if (cases.status === 'unknown') return { status: 'unknownParameter', date, unknown: [cases] };
  const { validFrom = paidOn } = situation;
  const paid: Paid = {
    refundCase,
    paidOn,
    months,
    rank,
    group,
    validFrom,
    validTo: periodEnd(validFrom, months),
    from: refundCase === 'death_before_valid' ? validFrom : (situation.from ?? validFrom),
    diedOn: situation.diedOn,
  };
  const rates = ratesOf(paid, table);
  if (rates.status === 'unknown') return { status: 'unknownParameter', date, unknown: rates.unknown };
  const reasons = reasonsAgainst(paid, rates.percent, cases);
  if (reasons.length > 0) return { status: 'notEligible', date, reasons };

  const figures = calculate(paid, rates.amountFor);
  const { status, row, ...usedCases } = cases;
  const used = [...rates.used, usedCases];
  return {
    status: 'amount',
    date,
    figures,
    steps: explain(paid, figures),
    parameters: used,
    assumptions: assumptions(situation, paid),
    warnings: [...warnings(paid, figures), ...reviewWarnings(used, date)],
  };
}

type Paid = Readonly<{
  refundCase: CardRefundCase;
  paidOn: string;
  months: number;
  rank: number | undefined;
  group: SupportedGroup | undefined;
  validFrom: string;
  validTo: string;
  from: string;
  diedOn: string | undefined;
}>;

function missingOf({
  paidOn,
  months,
  rank,
  group,
  case: refundCase,
  from,
  validFrom,
  diedOn,
}: CardRefundSituation): string[] {
  const needsDay = refundCase === 'other_group' || refundCase === 'state_raised_support';
  const wanted = {
    paidOn,
    months,
    ...(group === undefined ? { rank } : {}),
    case: refundCase,
    ...(needsDay ? { from } : {}),
    ...(refundCase === 'death_before_valid' ? { validFrom, diedOn } : {}),
  };
  return Object.entries(wanted).flatMap(([field, value]) => (value === undefined ? [field] : []));
}

/** `percent` is the part of the full contribution that comes back, `amountFor` its đồng for some months. */
function ratesOf({ refundCase, paidOn, rank, group, from }: Paid, table: ParameterTable) {
  const base = readParameters(table, paidOn, ['reference_level', 'hhi.rate']);
  const share = group === undefined ? ladderId(rank ?? 1) : supportIds[group];
  const before = readParameters(table, paidOn, [share]);
  const raises = group !== undefined && refundCase === 'state_raised_support';
  const after = raises ? readParameters(table, from, [share]) : before;
  if (base.status === 'unknown' || before.status === 'unknown' || after.status === 'unknown') {
    const unknown = [base, before, after].flatMap((read) => (read.status === 'unknown' ? read.unknown : []));
    return {
      status: 'unknown',
      unknown: [...new Map(unknown.map((one) => [one.id, one])).values()],
    } as const;
  }
  const numbers = { referenceLevel: base.value('reference_level'), rate: base.value('hhi.rate') };
  const ownFor = (state: number, months: number): number =>
    supportShares({ ...numbers, state, local: 0 }, months).pay;
  const amountFor = (months: number): number => {
    if (group === undefined) {
      const percents = [numbers.rate, before.value(share)];
      return roundedProduct({ factors: [numbers.referenceLevel, months], percents });
    }
    const own = ownFor(before.value(share), months);
    return raises ? own - ownFor(after.value(share), months) : own;
  };
  const used: readonly UsedParameter[] = [...base.used, ...before.used, ...(raises ? after.used : [])];
  const percent = raises ? after.value(share) - before.value(share) : before.value(share);
  return { status: 'found', percent, amountFor, used } as const;
}

function reasonsAgainst(paid: Paid, percent: number, { value, basis }: UsedParameter): readonly Reason[] {
  const listed = refundCasesSchema.parse(value);
  const { refundCase, validFrom, validTo, from, diedOn } = paid;
  if (!listed.includes(refundCase)) {
    const operands = { case: term(`refund_case.${refundCase}`) };
    return [{ code: 'refund_not_a_case', operands, basis }];
  }
  if (refundCase === 'death_before_valid') {
    if (diedOn === undefined || diedOn < validFrom) return [];
    return [{ code: 'refund_card_was_valid', operands: { validFrom: day(validFrom) }, basis }];
  }
  const reasons: Reason[] = [];
  if (from > validTo)
    reasons.push({
      code: 'refund_nothing_unused',
      operands: { validTo: day(validTo), from: day(from) },
      basis,
    });
  if (refundCase === 'state_raised_support' && percent <= 0)
    reasons.push({ code: 'refund_support_not_raised', operands: { from: day(from) }, basis });
  return reasons;
}

function calculate({ validFrom, validTo, months, from }: Paid, amountFor: (months: number) => number) {
  const begins = from < validFrom ? validFrom : from;
  const end = addDays(validTo, 1);
  const whole = Math.min(months, wholeMonths(begins, end));
  const leftoverDays = daysBetween(addDays(periodEnd(begins, whole), 1), end);
  return {
    monthly: amountFor(1),
    unusedMonths: whole,
    leftoverDays,
    refund: amountFor(whole),
    refundAtMost: amountFor(leftoverDays > 0 ? Math.min(months, whole + 1) : whole),
  };
}

/** Whole months from one day up to, but without, another. */
function wholeMonths(from: string, end: string): number {
  const most = monthsBetween(monthOf(from), monthOf(end));
  return addDays(periodEnd(from, most), 1) <= end ? most : most - 1;
}

function explain({ from, validFrom, validTo }: Paid, figures: CardRefundFigures): Step[] {
  const { monthly, unusedMonths, leftoverDays, refund } = figures;
  const begins = from < validFrom ? validFrom : from;
  return [
    {
      code: 'unused_time',
      value: unusedMonths,
      operands: {
        from: day(begins),
        to: day(validTo),
        result: number(unusedMonths),
        days: number(leftoverDays),
      },
    },
    {
      code: 'card_refund',
      value: refund,
      operands: { monthly: money(monthly), months: number(unusedMonths), result: money(refund) },
    },
  ];
}

function assumptions(situation: CardRefundSituation, { paidOn, months, validFrom }: Paid): Remark[] {
  const found: Remark[] = [
    { code: 'fully_paid_on', operands: { date: day(paidOn), months: number(months) } },
  ];
  if (situation.validFrom === undefined)
    found.push({ code: 'card_valid_from_payment', operands: { date: day(validFrom) } });
  if (situation.from === undefined && situation.case === 'paid_twice')
    found.push({ code: 'all_paid_twice', operands: {} });
  return found;
}

function warnings({ refundCase, group, rank }: Paid, figures: CardRefundFigures): Remark[] {
  const found: Remark[] = [{ code: 'refund_procedure_doubtful', operands: {} }];
  if (figures.leftoverDays > 0) {
    found.push({
      code: 'refund_months_doubtful',
      operands: { days: number(figures.leftoverDays), most: money(figures.refundAtMost) },
    });
  }
  if (group !== undefined) found.push({ code: 'refund_without_local', operands: {} });
  if (refundCase === 'state_raised_support' && group === undefined)
    found.push({ code: 'refund_whole_share_doubtful', operands: { rank: number(rank ?? 1) } });
  return found;
}
