import { addDays } from '../dates.js';
import { lookUp, type UsedParameter } from '../lookUp.js';
import { day, money, number, term, type Outcome, type Reason, type Remark } from '../Outcome.js';
import type { ParameterTable } from '../ParameterTable.js';
import { readParameters } from '../readParameters.js';
import { reviewWarnings } from '../reviewWarnings.js';
import { roundedProduct } from '../roundedProduct.js';
import { basisOf } from './basisOf.js';
import { missingFields } from './missingFields.js';
import { readDate } from './readDate.js';

/** What is known of the parent who asks for the maternity allowance; a field not yet told is undefined. */
export type MaternitySituation = Readonly<{
  /** Day on which the question is asked, `YYYY-MM-DD`. */
  date: string;
  parent?: 'mother' | 'father' | undefined;
  /** Day of birth of the child, `YYYY-MM-DD`; the expected one before it. */
  birthDate?: string | undefined;
  /** Children born, and those lost late in the pregnancy. */
  children?: number | undefined;
  /** Months paid in the window before birth: voluntary, and compulsory (0 when not told). */
  monthsVoluntary?: number | undefined;
  monthsCompulsory?: number | undefined;
  /** Whether the other parent asks for the voluntary allowance for the same birth. */
  otherParentClaims?: boolean | undefined;
  /** Whether this parent has a right to maternity benefits under compulsory insurance. */
  compulsoryEligible?: boolean | undefined;
  /** Day on which the request was or will be handed in; that of the question when left out. */
  applied?: string | undefined;
}>;

/** Money in đồng. */
export type MaternityFigures = Readonly<{
  amount: number;
  perChild: number;
  /** Last day to hand in the request, `YYYY-MM-DD`. */
  fileBy: string;
  /** Working days in which it is settled. */
  answerDays: number;
}>;

const ids = [
  'maternity.amount',
  'maternity.min_months',
  'maternity.window_months',
  'maternity.file_days',
  'maternity.answer_days',
] as const;

/**
 * The allowance that the State pays for a birth to one parent in voluntary insurance, by the law of the day of birth.
 * Law 41/2024/QH15 articles 94 to 97; a late request has to be explained in writing (article 113 clause 1).
 */
export function maternity(situation: MaternitySituation, table: ParameterTable): Outcome<MaternityFigures> {
  const completed = completeMaternity(situation);
  if (completed.status === 'incomplete') return completed;
  const complete = completed.situation;
  const { date, birthDate, children } = complete;
  const law = readDate(table, date, 'laws_2024_from');
  if (law.status === 'unknown') return { status: 'unknownParameter', date, unknown: [law] };
  // Before the law there was no such allowance: its conditions are told as they are today.
  const asOf = birthDate < law.value ? law.value : birthDate;
  const read = readParameters(table, asOf, ids);
  if (read.status === 'unknown') return { status: 'unknownParameter', date, unknown: read.unknown };
  const judged = { law, used: read.used, value: read.value };
  const reasons = maternityReasons(complete, judged);
  if (reasons.length > 0) return { status: 'notEligible', date, reasons };
  const perChild = read.value('maternity.amount');
  const amount = roundedProduct({ factors: [perChild, children] });
  const days = read.value('maternity.file_days');
  const fileBy = addDays(birthDate, days);
  return {
    status: 'amount',
    date,
    figures: { amount, perChild, fileBy, answerDays: read.value('maternity.answer_days') },
    steps: [
      {
        code: 'maternity',
        value: amount,
        operands: { perChild: money(perChild), children: number(children), result: money(amount) },
      },
    ],
    parameters: read.used,
    assumptions: assumptions(complete, table, asOf),
    warnings: [
      complete.applied > fileBy
        ? { code: 'filed_late', operands: { by: day(fileBy), days: number(days) } }
        : { code: 'file_by', operands: { by: day(fileBy), days: number(days) } },
      {
        code: 'prepaid_months_doubtful',
        operands: { window: number(read.value('maternity.window_months')) },
      },
      ...reviewWarnings(read.used, asOf),
    ],
  };
}

type CompleteMaternity = Readonly<{
  date: string;
  parent: 'mother' | 'father';
  birthDate: string;
  children: number;
  monthsVoluntary: number;
  monthsCompulsory: number;
  otherParentClaims: boolean;
  compulsoryEligible: boolean;
  applied: string;
}>;

function completeMaternity(
  situation: MaternitySituation,
):
  | Readonly<{ status: 'complete'; situation: CompleteMaternity }>
  | Readonly<{ status: 'incomplete'; missing: readonly string[] }> {
  const { date, parent, birthDate, children, monthsVoluntary } = situation;
  const { otherParentClaims, compulsoryEligible, monthsCompulsory = 0, applied = date } = situation;
  if (
    parent === undefined ||
    birthDate === undefined ||
    children === undefined ||
    monthsVoluntary === undefined ||
    otherParentClaims === undefined ||
    compulsoryEligible === undefined
  ) {
    const asked = { parent, birthDate, children, monthsVoluntary, otherParentClaims, compulsoryEligible };
    return { status: 'incomplete', missing: missingFields(asked) };
  }
  return {
    status: 'complete',
    situation: {
      ...{ date, parent, birthDate, children, monthsVoluntary, monthsCompulsory },
      ...{ otherParentClaims, compulsoryEligible, applied },
    },
  };
}

type Judged = Readonly<{
  law: Readonly<{ value: string; used: UsedParameter }>;
  value: (id: (typeof ids)[number]) => number;
  used: readonly UsedParameter[];
}>;

function maternityReasons(
  { birthDate, monthsVoluntary, monthsCompulsory, otherParentClaims, compulsoryEligible }: CompleteMaternity,
  { law, value, used }: Judged,
): Reason[] {
  const basis = basisOf(used, 'maternity.min_months');
  const months = monthsVoluntary + monthsCompulsory;
  const min = value('maternity.min_months');
  const window = number(value('maternity.window_months'));
  const reasons: Reason[] = [];
  if (birthDate < law.value) {
    reasons.push({ code: 'born_before_law', operands: { from: day(law.value) }, basis: law.used.basis });
  }
  if (months < min) {
    const operands = { months: number(months), min: number(min), window };
    reasons.push({ code: 'maternity_too_few_months', operands, basis });
  }
  if (monthsVoluntary === 0) {
    reasons.push({ code: 'maternity_without_voluntary', operands: { window }, basis });
  }
  if (otherParentClaims) reasons.push({ code: 'other_parent_claims', operands: {}, basis });
  if (compulsoryEligible) reasons.push({ code: 'compulsory_maternity_instead', operands: {}, basis });
  return reasons;
}

function assumptions(
  { date, parent, birthDate, monthsVoluntary, monthsCompulsory }: CompleteMaternity,
  table: ParameterTable,
  asOf: string,
): Remark[] {
  const weeks = lookUp(table, 'maternity.foetal_weeks', asOf);
  return [
    {
      code: 'maternity_months',
      operands: {
        parent: term(`parent.${parent}`),
        ...{ voluntary: number(monthsVoluntary), compulsory: number(monthsCompulsory) },
      },
    },
    ...(weeks.status === 'found' && typeof weeks.value === 'string'
      ? [{ code: 'maternity_children', operands: { weeks: number(Number(weeks.value)) } }]
      : []),
    ...(birthDate > date ? [{ code: 'birth_expected', operands: { birth: day(birthDate) } }] : []),
    { code: 'law_unchanged', operands: { date: day(asOf) } },
  ];
}
