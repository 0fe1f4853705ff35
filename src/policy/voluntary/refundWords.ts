import { addMonths, firstDayOf, monthOf } from '../dates.js';
import { localSupportWarnings } from '../localSupport.js';
import { lookUpNumber } from '../lookUpNumber.js';
import { day, money, month, number, percent, term, type Remark, type Step } from '../Outcome.js';
import type { ParameterTable } from '../ParameterTable.js';
import { readParameters } from '../readParameters.js';
import { roundedProduct } from '../roundedProduct.js';
import { localShare } from './calculation.js';
import type { Refund } from './refund.js';

/** What was put in for the months left, the shares taken off, and what comes back. */
export function explainRefund({
  paid,
  rules,
  localPercent,
  supportedLeft,
  figures: { months, monthsLeft, contributions, state, local, refund },
}: Refund): Step[] {
  const monthGross = roundedProduct({ factors: [paid.income], percents: [rules.rate] });
  const rate = percent(rules.rate);
  const left = { monthsLeft: number(monthsLeft), monthGross: money(monthGross) };
  const result = money(contributions);
  const shareOf = { months: number(supportedLeft), rate, povertyLine: money(rules.povertyLine) };
  const steps: Step[] = [
    {
      code: 'month_gross',
      value: monthGross,
      operands: { rate, income: money(paid.income), result: left.monthGross },
    },
    paid.mode === 'advance'
      ? {
          code: 'refund_advance',
          value: contributions,
          operands: { ...left, months: number(months), return: percent(rules.investmentReturn), result },
        }
      : { code: 'refund_period', value: contributions, operands: { ...left, result } },
  ];
  if (state > 0) {
    const group = term(`group.${rules.group}`);
    const operands = { ...shareOf, share: percent(rules.support), group, result: money(state) };
    steps.push({ code: 'state_share', value: state, operands });
  }
  if (local > 0) {
    const isCapped = local < localShare(rules, supportedLeft, localPercent);
    const operands = { ...shareOf, share: percent(localPercent), result: money(local) };
    steps.push({ code: isCapped ? 'local_share_capped' : 'local_share', value: local, operands });
  }
  const parts = { contributions: money(contributions), state: money(state), local: money(local) };
  const code = local > 0 ? 'refund_amount_with_local' : 'refund_amount';
  return [...steps, { code, value: refund, operands: { ...parts, result: money(refund) } }];
}

/** Why, of which payment, and from which month on it counted. */
export function refundAssumptions({ reason, paid, rules }: Refund): Remark[] {
  const { date, income, months, supportedMonthsTold } = paid;
  const group = term(`group.${rules.group}`);
  return [
    { code: 'refund_reason', operands: { reason: term(`refund_reason.${reason}`) } },
    { code: 'paid_on', operands: { date: day(date) } },
    { code: 'refund_period_from', operands: { month: month(monthOf(date)) } },
    { code: 'income_and_group', operands: { income: money(income), group, months: number(months) } },
    ...(supportedMonthsTold ? [] : [{ code: 'no_month_supported_yet', operands: {} }]),
  ];
}

/** Everything doubtful or easily overlooked about a refund. */
export function refundWarnings(found: Refund, table: ParameterTable): Remark[] {
  const { date, reason, paid, rules, local, figures } = found;
  const warnings: Remark[] = [];
  if (figures.state > 0) {
    warnings.push({ code: 'refund_state_returned', operands: { state: money(figures.state) } });
  }
  if (paid.mode === 'advance') {
    const operands = { return: percent(rules.investmentReturn) };
    warnings.push({ code: 'refund_return_unconfirmed', operands });
  }
  if (figures.local > 0) {
    warnings.push({ code: 'refund_local_doubtful', operands: { local: money(figures.local) } });
  }
  if (local.status === 'unknown') warnings.push({ code: 'refund_local_unknown', operands: {} });
  else warnings.push(...localSupportWarnings(local, figures.local > 0));
  if (rules.group === 'island') warnings.push({ code: 'island_list_doubtful', operands: {} });
  const disability = readParameters(table, date, ['lump_sum.disability_percent']);
  if (reason === 'lump_sum' && disability.status === 'found') {
    const operands = { percent: percent(disability.value('lump_sum.disability_percent')) };
    warnings.push({ code: 'lump_sum_takes_support', operands });
  }
  return [...warnings, ...lineWarnings(found, table)];
}

/**
 * The support of a month goes by its own poverty line (article 9), but what was granted was fixed when paid (article 5
 * clause 5): after a change of the line within the months left the two readings differ, and both are told.
 */
function lineWarnings(
  { paid, rules, supportedMonths, supportedLeft, figures }: Refund,
  table: ParameterTable,
): Remark[] {
  const months = Array.from({ length: supportedLeft }, (_, index) =>
    firstDayOf(addMonths(monthOf(paid.date), supportedMonths - supportedLeft + index)),
  );
  const lines = months.map((first) => lookUpNumber(table, 'poverty_line.rural', first));
  const known = lines.filter((line) => line.status === 'found');
  const changed = known.find(({ value }) => value !== rules.povertyLine);
  if (changed === undefined) return [];
  const granted = { from: day(changed.from), state: money(figures.state) };
  if (known.length < lines.length) return [{ code: 'refund_line_changed_open', operands: granted }];
  const byMonth = known.reduce(
    (sum, { value }) =>
      sum +
      roundedProduct({
        factors: [value],
        percents: [rules.rate, rules.support],
      }),
    0,
  );
  return [{ code: 'refund_line_changed_doubtful', operands: { ...granted, other: money(byMonth) } }];
}
