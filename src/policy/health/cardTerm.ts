import { cardValidity } from '../cardValidity.js';
import { addDays, daysBetween } from '../dates.js';
import type { UnknownParameter, UsedParameter } from '../lookUp.js';
import { day, number, type Outcome, type Remark, type Step } from '../Outcome.js';
import type { ParameterTable } from '../ParameterTable.js';
import { readParameters } from '../readParameters.js';
import { reviewWarnings } from '../reviewWarnings.js';
import { childCardEnd, yearlyDay } from './childCardEnd.js';
import { periodEnd } from './periodEnd.js';

export type CardTermSituation = Readonly<{
  /** Day of the question and, where `paidOn` is left out, of full payment, `YYYY-MM-DD`. */
  date: string;
  paidOn?: string | undefined;
  /** The last day of the card before; null for who never had one. */
  previousExpiry?: string | null | undefined;
  months?: number | undefined;
  /** The first day of the unbroken time with a card. */
  continuousSince?: string | undefined;
  /** Day of birth of a child whose free card is asked about. */
  birth?: string | undefined;
  /** The year in which a pupil finishes grade 12. */
  grade12In?: number | undefined;
}>;

/**
 * Days are `YYYY-MM-DD`. `waitingDays` without a card lie between payment and `validFrom`. `continuousSince` is null
 * where it goes on from a day that wasn't told, and with it `fiveYearsOn`, the first day with five full years.
 */
export type CardTermFigures = Readonly<{
  validFrom: string;
  validTo: string;
  rule: 'renewal' | 'short_gap' | 'first_or_long_gap';
  uncoveredDays: number | null;
  waitingDays: number;
  continuous: boolean;
  continuousSince: string | null;
  fiveYearsOn: string | null;
  childCardEnds: string | null;
  grade12CardEnds: string | null;
}>;

const MONTHS_PER_YEAR = 12;

/**
 * From when to when a paid card holds, and since when the five continuous years run.
 * Law on Health Insurance articles 15 clause 6, 16 clause 3; Decree 188/2025/NĐ-CP article 13.
 */
export function cardTerm(situation: CardTermSituation, table: ParameterTable): Outcome<CardTermFigures> {
  const { date, paidOn = date, previousExpiry, months, continuousSince } = situation;
  if (previousExpiry === undefined || months === undefined) {
    const wanted = Object.entries({ previousExpiry, months });
    return {
      status: 'incomplete',
      missing: wanted.flatMap(([field, value]) => (value === undefined ? [field] : [])),
    };
  }
  const validity = cardValidity({ paidOn, previousExpiry }, table);
  const years = readParameters(table, paidOn, ['hhi.continuous_years', 'hhi.gap_days', 'hhi.wait_days']);
  const school = schoolEnds(situation, paidOn, table);
  if (validity.status === 'unknown' || years.status === 'unknown' || school.unknown.length > 0) {
    const unknown = [validity, years].flatMap((read) => (read.status === 'unknown' ? read.unknown : []));
    const all = [...unknown, ...school.unknown];
    return {
      status: 'unknownParameter',
      date,
      unknown: [...new Map(all.map((one) => [one.id, one])).values()],
    };
  }

  const { validFrom, rule, continuous } = validity;
  const since = continuous ? (continuousSince ?? null) : validFrom;
  const fullMonths = years.value('hhi.continuous_years') * MONTHS_PER_YEAR;
  const figures: CardTermFigures = {
    validFrom,
    validTo: periodEnd(validFrom, months),
    rule,
    uncoveredDays: previousExpiry === null ? null : Math.max(0, daysBetween(previousExpiry, paidOn) - 1),
    waitingDays: rule === 'first_or_long_gap' ? daysBetween(paidOn, validFrom) : 0,
    continuous,
    continuousSince: since,
    fiveYearsOn: since === null ? null : addDays(periodEnd(since, fullMonths), 1),
    childCardEnds: school.childCardEnds,
    grade12CardEnds: school.grade12CardEnds,
  };
  const used = [
    ...validity.parameters,
    ...years.used.filter(({ id }) => id === 'hhi.continuous_years'),
    ...school.used,
  ];
  return {
    status: 'amount',
    date,
    figures,
    steps: explain(figures, { paidOn, previousExpiry, months, gapDays: years.value('hhi.gap_days') }),
    parameters: used,
    assumptions: [{ code: 'fully_paid_on', operands: { date: day(paidOn), months: number(months) } }],
    warnings: [...warnings(figures), ...reviewWarnings(used, paidOn)],
  };
}

type SchoolEnds = Readonly<{
  childCardEnds: string | null;
  grade12CardEnds: string | null;
  used: readonly UsedParameter[];
  unknown: readonly UnknownParameter[];
}>;

/** The ends of the cards of children and of pupils of the last grade, where they were asked for. */
function schoolEnds(
  { birth, grade12In }: CardTermSituation,
  date: string,
  table: ParameterTable,
): SchoolEnds {
  const child = birth === undefined ? null : childCardEnd(table, birth, date);
  const pupil = grade12In === undefined ? null : yearlyDay(table, 'hhi.grade12_card_end', date);
  return {
    childCardEnds: child?.status === 'found' ? child.day : null,
    grade12CardEnds: pupil?.status === 'found' ? `${grade12In}-${pupil.monthDay}` : null,
    used: [
      ...(child?.status === 'found' ? child.used : []),
      ...(pupil?.status === 'found' ? [pupil.used] : []),
    ],
    unknown: [
      ...(child?.status === 'unknown' ? child.unknown : []),
      ...(pupil?.status === 'unknown' ? [pupil] : []),
    ],
  };
}

function explain(
  figures: CardTermFigures,
  {
    paidOn,
    previousExpiry,
    months,
    gapDays,
  }: Readonly<{ paidOn: string; previousExpiry: string | null; months: number; gapDays: number }>,
): Step[] {
  const { validFrom, validTo, rule, uncoveredDays, waitingDays, continuousSince, fiveYearsOn } = figures;
  const common = { paidOn: day(paidOn), result: day(validFrom) };
  const gap = { days: number(uncoveredDays ?? 0), gapDays: number(gapDays) };
  const wait = { wait: number(waitingDays) };
  const steps: Step[] = [startStep()];
  steps.push({
    code: 'card_to',
    value: validTo,
    operands: { from: day(validFrom), months: number(months), result: day(validTo) },
  });
  if (continuousSince !== null && fiveYearsOn !== null) {
    const operands = { since: day(continuousSince), result: day(fiveYearsOn) };
    steps.push({ code: 'five_years_on', value: fiveYearsOn, operands });
  }
  if (figures.childCardEnds !== null) steps.push(endStep('child_card_ends', figures.childCardEnds));
  if (figures.grade12CardEnds !== null) steps.push(endStep('grade12_card_ends', figures.grade12CardEnds));
  return steps;

  function startStep(): Step {
    if (rule === 'renewal' && previousExpiry !== null)
      return { code: 'card_renewed', value: validFrom, operands: { ...common, expiry: day(previousExpiry) } };
    if (rule === 'short_gap')
      return { code: 'card_after_short_gap', value: validFrom, operands: { ...common, ...gap } };
    return uncoveredDays === null
      ? { code: 'card_first', value: validFrom, operands: { ...common, ...wait } }
      : { code: 'card_after_long_gap', value: validFrom, operands: { ...common, ...gap, ...wait } };
  }
}

function endStep(code: string, end: string): Step {
  return { code, value: end, operands: { result: day(end) } };
}

function warnings({
  rule,
  validFrom,
  uncoveredDays,
  waitingDays,
  continuousSince,
  grade12CardEnds,
}: CardTermFigures) {
  const found: Remark[] = [];
  if (rule === 'first_or_long_gap')
    found.push({
      code: 'waiting_count_doubtful',
      operands: { days: number(waitingDays), from: day(validFrom), next: day(addDays(validFrom, 1)) },
    });
  if (rule === 'first_or_long_gap' && uncoveredDays !== null)
    found.push({ code: 'five_years_begin_again', operands: {} });
  if (rule === 'short_gap' && (uncoveredDays ?? 0) > 0)
    found.push({ code: 'continuity_after_gap_doubtful', operands: { days: number(uncoveredDays ?? 0) } });
  if (continuousSince === null) found.push({ code: 'continuous_since_unknown', operands: {} });
  if (grade12CardEnds !== null) found.push({ code: 'grade12_until_december', operands: {} });
  return found;
}
