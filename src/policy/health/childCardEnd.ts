import { addMonths, isDate, monthOf } from '../dates.js';
import { lookUp, type UnknownParameter, type UsedParameter } from '../lookUp.js';
import type { ParameterTable } from '../ParameterTable.js';
import { readParameters } from '../readParameters.js';
import { endOfMonth } from './periodEnd.js';

const MONTHS_PER_YEAR = 12;

/** The last day of the free card of a child, or the parameters that aren't known. */
export type ChildCardEnd =
  | Readonly<{ status: 'found'; day: string; used: readonly UsedParameter[] }>
  | Readonly<{ status: 'unknown'; unknown: readonly UnknownParameter[] }>;

/**
 * The last day of the card that the State gives a child (`birth` is `YYYY-MM-DD`): a day in autumn of the year in which
 * the child outgrows it, or the end of that month for who is born later in the year. The day is a text such as `30/9`;
 * one that can't be read counts as unknown. Decree 188/2025/NĐ-CP article 13 clause 2.
 */
export function childCardEnd(table: ParameterTable, birth: string, date: string): ChildCardEnd {
  const read = readParameters(table, date, ['hhi.child_age']);
  if (read.status === 'unknown') return read;
  const cut = yearlyDay(table, 'hhi.child_card_end', date);
  if (cut.status === 'unknown') return { status: 'unknown', unknown: [cut] };

  const outgrown = addMonths(monthOf(birth), read.value('hhi.child_age') * MONTHS_PER_YEAR);
  const bornEarly = birth.slice(5) <= cut.monthDay;
  const day = bornEarly ? `${outgrown.slice(0, 4)}-${cut.monthDay}` : endOfMonth(outgrown);
  return { status: 'found', day, used: [...read.used, cut.used] };
}

/** A day that returns every year (`30/9`) as `09-30`, on a day (`YYYY-MM-DD`) of the table. */
export function yearlyDay(
  table: ParameterTable,
  id: string,
  date: string,
): Readonly<{ status: 'found'; monthDay: string; used: UsedParameter }> | UnknownParameter {
  const found = lookUp(table, id, date);
  if (found.status === 'unknown') return found;
  const { status, row, ...used } = found;
  const text = typeof used.value === 'string' ? used.value : '';
  const parts = /^(\d{1,2})\/(\d{1,2})$/.exec(text);
  const monthDay = `${(parts?.[2] ?? '').padStart(2, '0')}-${(parts?.[1] ?? '').padStart(2, '0')}`;
  return isDate(`${date.slice(0, 4)}-${monthDay}`)
    ? { status, monthDay, used }
    : { status: 'unknown', id, date };
}
