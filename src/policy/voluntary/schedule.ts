import { basisOf } from '../benefits/basisOf.js';
import { joinUsed } from '../benefits/joinUsed.js';
import { addDays, addMonths, firstDayOf } from '../dates.js';
import { number, type Outcome, type Reason } from '../Outcome.js';
import type { Basis, ParameterTable } from '../ParameterTable.js';
import { readParameters } from '../readParameters.js';
import { reviewWarnings } from '../reviewWarnings.js';
import { changesWithin, isOtherRateOfSupport, type DatedChange } from './changesWithin.js';
import { dueDay, type DueDay } from './dueDay.js';
import { explainSchedule, scheduleAssumptions, scheduleWarnings } from './scheduleWords.js';
import { lengthWanted, MONTHS_PER_YEAR, monthsPaid, type VoluntaryMode } from './situation.js';

export type ScheduleSituation = Readonly<{
  /** Day on which the question is asked, `YYYY-MM-DD`. */
  date: string;
  mode?: VoluntaryMode | undefined;
  /** First month of the period, `YYYY-MM`; for `advance` and `arrears` the month of registering. */
  from?: string | undefined;
  /** Years paid ahead, for `advance`. */
  years?: number | undefined;
  /** Missing months, for `arrears`. */
  months?: number | undefined;
  /** Day on which the period was paid, `YYYY-MM-DD`; left out while it isn't. */
  paidOn?: string | undefined;
}>;

/**
 * `to`: last month (`YYYY-MM`). `payBy`, `nextPayBy`: last day (`YYYY-MM-DD`) to pay this period and the next; null when
 * `payWhen` says otherwise. `changeFrom`: first month for which another way to pay or another income may be chosen.
 * `changes`: what the law changes meanwhile. `newSupportFrom`: first month with the new rates of support, when the period
 * was paid before they changed. Arrears fill months of the past, so they end nowhere.
 */
export type ScheduleFigures = Readonly<{
  months: number;
  to: string | null;
  payWhen: DueDay['status'];
  payBy: string | null;
  nextPayBy: string | null;
  changeFrom: string | null;
  overdue: boolean;
  changes: readonly Readonly<{ parameter: string; from: string; before: number; after: number }>[];
  newSupportFrom: string | null;
}>;

/** Everything that steps and warnings speak of. */
export type Schedule = Readonly<{
  date: string;
  mode: VoluntaryMode;
  from: string;
  paidOn: string | undefined;
  /** When the period counts as paid: the day told, else when registering or the day of the question. */
  payment: string;
  due: DueDay;
  changes: readonly DatedChange[];
  figures: ScheduleFigures;
}>;

/** The changes that matter to a paid period; the rates of support are told by those of who is in no group. */
const watched = ['poverty_line.rural', 'reference_level', 'vsi.subsidy.other'];

/**
 * Until when a period has to be paid, and from when it may be paid otherwise. Law 41/2024/QH15 article 36 clause 3;
 * Decree 159/2025/NĐ-CP articles 4 (change), 5 clause 5 (nothing is adjusted) and 16 clause 5 (former rates).
 */
export function schedule(situation: ScheduleSituation, table: ParameterTable): Outcome<ScheduleFigures> {
  const { date, mode, from, paidOn } = situation;
  const months = mode === undefined ? undefined : monthsPaid(mode, situation);
  if (mode === undefined || from === undefined || months === undefined) {
    const wanted = Object.entries({ mode, from, ...lengthWanted(situation) });
    return {
      status: 'incomplete',
      missing: wanted.flatMap(([field, value]) => (value === undefined ? [field] : [])),
    };
  }
  const reasons = obstacles({ mode, from, months }, table);
  if (reasons.length > 0) return { status: 'notEligible', date, reasons };

  const due = dueDay({ mode, from }, table);
  const begins = firstDayOf(from);
  const asked = due.status === 'when_registering' || date < begins ? begins : date;
  const payment = paidOn ?? asked;
  const next = mode === 'arrears' ? null : addMonths(from, months);
  const changes =
    next === null
      ? []
      : changesWithin(table, {
          ids: watched,
          after: payment < begins ? payment : begins,
          until: addDays(firstDayOf(next), -1),
        });
  const nextDue = next === null ? due : dueDay({ mode, from: next }, table);
  const keepsFormerSupport = changes.some((change) => isOtherRateOfSupport(change) && payment < change.from);
  const figures: ScheduleFigures = {
    months,
    to: next === null ? null : addMonths(next, -1),
    payWhen: due.status,
    payBy: due.status === 'by_day' ? due.day : null,
    nextPayBy: nextDue.status === 'by_day' ? nextDue.day : null,
    changeFrom: next,
    overdue: due.status === 'by_day' && due.day < (paidOn ?? date),
    changes: changes.map(({ id, from: day, before, after }) => ({ parameter: id, from: day, before, after })),
    newSupportFrom: keepsFormerSupport ? next : null,
  };
  const used = joinUsed([
    due.status === 'by_day' ? due.used : [],
    nextDue.status === 'by_day' ? nextDue.used : [],
    ...changes.map((change) => change.used),
  ]);
  const found: Schedule = { date, mode, from, paidOn, payment, due, changes, figures };
  return {
    status: 'amount',
    date,
    figures,
    steps: explainSchedule(found),
    parameters: used,
    assumptions: scheduleAssumptions(found),
    warnings: [...scheduleWarnings(found, table), ...reviewWarnings(used, date)],
  };
}

/** Lengths that the law does not offer; under the former law, whose lengths the table doesn't hold, none is judged. */
function obstacles(
  { mode, from, months }: Readonly<{ mode: VoluntaryMode; from: string; months: number }>,
  table: ParameterTable,
): Reason[] {
  const years = months / MONTHS_PER_YEAR;
  const ids = ['vsi.advance.min_years', 'vsi.advance.max_years', 'vsi.arrears.max_months'] as const;
  const read = readParameters(table, firstDayOf(from), ids);
  if (read.status === 'unknown') return [];
  const basis = (id: string): Basis => basisOf(read.used, id);
  const [min, max] = [read.value('vsi.advance.min_years'), read.value('vsi.advance.max_years')];
  if (mode === 'advance' && (years < min || years > max)) {
    const operands = { years: number(years), min: number(min), max: number(max) };
    return [{ code: 'advance_years_out_of_range', operands, basis: basis('vsi.advance.max_years') }];
  }
  const maxMonths = read.value('vsi.arrears.max_months');
  if (mode === 'arrears' && months > maxMonths) {
    const operands = { months: number(months), max: number(maxMonths) };
    return [{ code: 'arrears_too_long', operands, basis: basis('vsi.arrears.max_months') }];
  }
  return [];
}
