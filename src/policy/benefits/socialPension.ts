import { monthOf } from '../dates.js';
import type { UsedParameter } from '../lookUp.js';
import { day, money, month, number, term, type Outcome, type Reason, type Remark } from '../Outcome.js';
import type { ParameterTable } from '../ParameterTable.js';
import { readParameters } from '../readParameters.js';
import { reviewWarnings } from '../reviewWarnings.js';
import { basisOf } from './basisOf.js';
import { birthday } from './birthday.js';
import { socialPensionAgeId, type HouseholdClass } from './householdClass.js';
import { missingFields } from './missingFields.js';

/** What is known of the person who asks for the social pension; a field not yet told is undefined. */
export type SocialPensionSituation = Readonly<{
  /** Day of the request, `YYYY-MM-DD`. */
  date: string;
  /** `YYYY-MM-DD`. */
  birth?: string | undefined;
  householdClass?: HouseholdClass | undefined;
  /** Pension or monthly social insurance allowance received, đồng a month; 0 when not told. */
  otherMonthly?: number | undefined;
  /** Monthly social assistance received, đồng a month; 0 when not told. */
  assistanceMonthly?: number | undefined;
}>;

/** Money in đồng a month. */
export type SocialPensionFigures = Readonly<{
  amount: number;
  /** By how much it is above another, lower benefit; null when there is none. */
  difference: number | null;
  /** Day on which the age was reached. */
  ageReachedOn: string;
  /** First month (`YYYY-MM`) for which it can be paid: that of the decision. */
  fromMonth: string;
  /** Working days in which the commune decides. */
  answerDays: number;
}>;

type Complete = Readonly<{
  date: string;
  birth: string;
  householdClass: HouseholdClass;
  otherMonthly: number;
  assistanceMonthly: number;
}>;

/**
 * The State's pension for old people without a pension or with a lower one.
 * Law 41/2024/QH15 articles 21 and 22; Decree 176/2025/NĐ-CP articles 2 to 4.
 */
export function socialPension(
  situation: SocialPensionSituation,
  table: ParameterTable,
): Outcome<SocialPensionFigures> {
  const { date, birth, householdClass, otherMonthly = 0, assistanceMonthly = 0 } = situation;
  if (birth === undefined || householdClass === undefined) {
    return { status: 'incomplete', missing: missingFields({ birth, householdClass }) };
  }
  const complete = { date, birth, householdClass, otherMonthly, assistanceMonthly };
  const ageId = socialPensionAgeId(householdClass);
  const read = readParameters(table, date, [ageId, 'social_pension.amount', 'social_pension.answer_days']);
  if (read.status === 'unknown') return { status: 'unknownParameter', date, unknown: read.unknown };
  const { used } = read;
  const level = read.value('social_pension.amount');
  const age = read.value(ageId);
  const ageReachedOn = birthday(birth, age);
  const reasons = socialPensionReasons(complete, { level, age, ageId, ageReachedOn, used });
  if (reasons.length > 0) return { status: 'notEligible', date, reasons };
  const answerDays = read.value('social_pension.answer_days');
  return {
    status: 'amount',
    date,
    figures: {
      amount: level,
      difference: otherMonthly > 0 ? level - otherMonthly : null,
      ageReachedOn,
      fromMonth: monthOf(date),
      answerDays,
    },
    steps: [
      {
        code: 'social_pension_age',
        value: ageReachedOn,
        operands: {
          ...{ household: term(`household.${householdClass}`), age: number(age) },
          ...{ birth: day(birth), result: day(ageReachedOn) },
        },
      },
      { code: 'social_pension', value: level, operands: { result: money(level) } },
    ],
    parameters: used,
    assumptions: [
      ...(situation.otherMonthly === undefined ? [{ code: 'no_other_benefit', operands: {} }] : []),
      {
        code: 'social_pension_from_decision',
        operands: { month: month(monthOf(date)), days: number(answerDays) },
      },
      { code: 'social_pension_health_card', operands: {} },
      { code: 'law_unchanged', operands: { date: day(date) } },
    ],
    warnings: [...warnings(complete, level), ...reviewWarnings(used, date)],
  };
}

type Judged = Readonly<{
  level: number;
  age: number;
  ageId: string;
  ageReachedOn: string;
  used: readonly UsedParameter[];
}>;

function socialPensionReasons(
  { date, otherMonthly, assistanceMonthly }: Complete,
  { level, age, ageId, ageReachedOn, used }: Judged,
): Reason[] {
  const reasons: Reason[] = [];
  const amount = money(level);
  const basis = basisOf(used, 'social_pension.amount');
  if (date < ageReachedOn) {
    const operands = { age: number(age), from: day(ageReachedOn) };
    reasons.push({ code: 'too_young_for_social_pension', operands, basis: basisOf(used, ageId) });
  }
  if (otherMonthly >= level) {
    reasons.push({
      code: 'other_benefit_not_lower',
      operands: { other: money(otherMonthly), amount },
      basis,
    });
  }
  if (assistanceMonthly >= level) {
    const operands = { other: money(assistanceMonthly), amount };
    reasons.push({ code: 'assistance_not_lower', operands, basis });
  }
  return reasons;
}

function warnings({ otherMonthly, assistanceMonthly }: Complete, level: number): Remark[] {
  const amount = money(level);
  return [
    { code: 'social_pension_may_rise', operands: { amount } },
    ...(otherMonthly > 0
      ? [
          {
            code: 'beside_lower_benefit_doubtful',
            operands: { other: money(otherMonthly), amount, difference: money(level - otherMonthly) },
          },
        ]
      : []),
    ...(assistanceMonthly > 0
      ? [{ code: 'assistance_replaced', operands: { other: money(assistanceMonthly), amount } }]
      : []),
    { code: 'social_pension_local_unknown', operands: {} },
  ];
}
