import { money, number, percent, term, type Operand, type Shares, type Step } from '../Outcome.js';
import { roundedProduct } from '../roundedProduct.js';
import type { CompleteVoluntarySituation } from './situation.js';
import type { VoluntaryRules } from './rules.js';

/** `monthly`: one month at the chosen income; `period`: what is paid now, with what paying ahead saves. */
export type VoluntaryFigures = Readonly<{
  monthly: Shares;
  period: Shares & Readonly<{ months: number; discount: number }>;
}>;

/**
 * The contribution and who bears it, in whole đồng, each amount rounded once.
 * Support is a share of the lowest contribution whatever the income (Decree 159/2025 article 5), the chosen income is
 * paid in full; `advance` discounts and `arrears` compounds the gross contribution by the monthly investment return
 * (articles 6 and 7). Support is never discounted and never more than is owed.
 * @param localPercent what the province adds, as percent of the lowest contribution
 */
export function calculateVoluntary(
  situation: CompleteVoluntarySituation,
  rules: VoluntaryRules,
  localPercent: number,
): Readonly<{ figures: VoluntaryFigures; supportedMonths: number; steps: readonly Step[] }> {
  const { mode, months } = situation;
  const supportedMonths = monthsSupportedNow(situation, rules);
  const gross = (count: number): number =>
    roundedProduct({ factors: [situation.income, count], percents: [rules.rate] });

  const monthly = share({
    gross: gross(1),
    state: stateShare(rules, Math.min(1, supportedMonths)),
    local: localShare(rules, Math.min(1, supportedMonths), localPercent),
  });
  const nominal = gross(months);
  const due = mode === 'advance' || mode === 'arrears' ? grossAtOnce(situation, rules) : nominal;
  const period = share({
    gross: due,
    state: stateShare(rules, supportedMonths),
    local: localShare(rules, supportedMonths, localPercent),
  });
  const figures: VoluntaryFigures = {
    monthly,
    period: { months, ...period, discount: mode === 'advance' ? nominal - due : 0 },
  };
  return {
    figures,
    supportedMonths,
    steps: explain({ situation, rules, localPercent, supportedMonths, nominal, figures }),
  };
}

/** Months of this payment that the State supports: none beyond its limit, and none of arrears, where the law is silent. */
function monthsSupportedNow(
  { mode, months, supportedMonths }: CompleteVoluntarySituation,
  { supportMaxMonths }: VoluntaryRules,
): number {
  if (mode === 'arrears') return 0;
  return Math.min(months, Math.max(0, supportMaxMonths - supportedMonths));
}

/**
 * One payment for many months. Ahead: month i is divided by (1 + r)^(i − 1), the first is paid in full.
 * Arrears: month i is multiplied by (1 + r)^i, the last missing month already carries one month of return.
 * @param firstMonth how many months at the beginning to leave out; 0 for the whole payment
 */
export function grossAtOnce(
  { income, mode, months }: Pick<CompleteVoluntarySituation, 'income' | 'mode' | 'months'>,
  { rate, investmentReturn }: VoluntaryRules,
  { firstMonth = 0 }: Readonly<{ firstMonth?: number }> = {},
): number {
  const growth = 1 + investmentReturn / 100;
  const factor = Array.from({ length: months }, (_, index) =>
    mode === 'advance' ? growth ** -index : growth ** (index + 1),
  )
    .slice(firstMonth)
    .reduce((sum, part) => sum + part, 0);
  return Math.round(((income * rate) / 100) * factor);
}

/** The State's support for a number of months, in đồng. */
export function stateShare({ povertyLine, rate, support }: VoluntaryRules, months: number): number {
  return roundedProduct({ factors: [povertyLine, months], percents: [rate, support] });
}

/** What a province adds for a number of months, in đồng. */
export function localShare(
  { povertyLine, rate }: VoluntaryRules,
  months: number,
  localPercent: number,
): number {
  return roundedProduct({ factors: [povertyLine, months], percents: [rate, localPercent] });
}

/** Support is taken off what is owed, the State's first; nobody is paid out. */
export function share({ gross, state, local }: Omit<Shares, 'pay'>): Shares {
  const byState = Math.min(state, gross);
  const byProvince = Math.min(local, gross - byState);
  return { gross, state: byState, local: byProvince, pay: gross - byState - byProvince };
}

function explain({
  situation,
  rules,
  localPercent,
  supportedMonths,
  nominal,
  figures: { monthly, period },
}: Readonly<{
  situation: CompleteVoluntarySituation;
  rules: VoluntaryRules;
  localPercent: number;
  supportedMonths: number;
  nominal: number;
  figures: VoluntaryFigures;
}>): Step[] {
  const { income, mode, months } = situation;
  const step = (code: string, value: number, operands: Readonly<Record<string, Operand>>): Step => ({
    code,
    value,
    operands: { ...operands, result: money(value) },
  });
  const rate = percent(rules.rate);
  const povertyLine = money(rules.povertyLine);
  const shareOf = { months: number(supportedMonths), rate, povertyLine };
  const steps = [step('month_gross', monthly.gross, { rate, income: money(income) })];
  if (mode === 'advance') {
    const operands = {
      months: number(months),
      monthGross: money(monthly.gross),
      return: percent(rules.investmentReturn),
    };
    steps.push(step('advance_gross', period.gross, { ...operands, nominal: money(nominal) }));
    steps.push(
      step('advance_discount', period.discount, { nominal: money(nominal), gross: money(period.gross) }),
    );
  } else if (mode === 'arrears') {
    steps.push(
      step('arrears_gross', period.gross, {
        months: number(months),
        monthGross: money(monthly.gross),
        return: percent(rules.investmentReturn),
      }),
    );
  } else if (months > 1) {
    steps.push(
      step('period_gross', period.gross, { months: number(months), monthGross: money(monthly.gross) }),
    );
  }
  if (supportedMonths > 0) {
    steps.push(
      step('state_share', period.state, {
        ...shareOf,
        share: percent(rules.support),
        group: term(`group.${rules.group}`),
      }),
    );
  }
  if (period.local > 0) {
    const code =
      period.local < localShare(rules, supportedMonths, localPercent) ? 'local_share_capped' : 'local_share';
    steps.push(step(code, period.local, { ...shareOf, share: percent(localPercent) }));
  }
  const parts = { gross: money(period.gross), state: money(period.state), local: money(period.local) };
  return [...steps, step(period.local > 0 ? 'pay_with_local' : 'pay', period.pay, parts)];
}
