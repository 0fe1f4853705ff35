import type { Say } from './Say.js';

/** Fields that a calculation may ask for; each has words of its own. */
export const namedFields = [
  'date income incomes groups group mode years months members sex birth averageIncome monthsPaid monthsPlanned history',
  'plannedIncome citizen status keepsPaying from paidOn reason monthsLeft case disabilityPercent severelyDisabled',
  'monthsBefore2014 monthsFrom2014 firstPaid lastPaid supported compulsoryMonths householdClass monthsToSocialPension',
  'otherMonthly assistanceMonthly parent birthDate children monthsVoluntary monthsCompulsory otherParentClaims',
  'compulsoryEligible deceased contributionsPaid pension monthsReceived rank diedOn validFrom previousExpiry cost holder',
  'setting facility inLine other',
].flatMap((line) => line.split(' '));

/** What a missing field asks for, in words; `members.1.months` is the second member's. */
export function fieldName(field: string, { t }: Say): string {
  const [, position, inner] = /^members\.(\d+)\.(\w+)$/.exec(field) ?? [];
  const name = inner ?? field;
  const words = t(`field.${namedFields.includes(name) ? name : 'other'}`);
  return position === undefined ? words : t('choice.one', { n: Number(position) + 1, form: words });
}
