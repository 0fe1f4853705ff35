import {
  figure,
  listReferences,
  nextChange,
  previousValue,
  sinceDate,
  type ParameterTable,
} from '../policy/index.js';

/** A value that a text may show: a number of some unit, a date or a word. */
export type FigureValue = number | string;

/** Where texts get their figures from, at a date (`YYYY-MM-DD`). Null where none is known. */
export interface FigureSource {
  readonly value: (reference: string, date: string) => FigureValue | null;
  readonly next: (
    reference: string,
    date: string,
  ) => { readonly value: FigureValue; readonly from: string } | null;
  readonly previous: (
    reference: string,
    date: string,
  ) => { readonly value: FigureValue; readonly from: string } | null;
  readonly since: (reference: string, date: string) => string | null;
  /** The later days on which any of them is known to change, the next one first. */
  readonly changes: (date: string) => readonly string[];
  /** Every reference that exists. */
  readonly references: () => ReadonlySet<string>;
}

/** The figures of a parameter table. Tables as values (retirement ages) cannot stand in a text and count as unknown. */
export function figuresOf(table: ParameterTable): FigureSource {
  const references = new Set(listReferences(table).map(({ reference }) => reference));
  const days = changeDays(table);
  const shown = (value: unknown): FigureValue | null =>
    typeof value === 'number' || typeof value === 'string' ? value : null;
  const dated = (
    change: { readonly from: string; readonly value: unknown } | null,
  ): { value: FigureValue; from: string } | null => {
    const value = change ? shown(change.value) : null;
    return change && value !== null ? { value, from: change.from } : null;
  };
  return {
    value: (reference, date) => {
      const found = figure(table, reference, date);
      return found.status === 'found' ? shown(found.value) : null;
    },
    next: (reference, date) => (references.has(reference) ? dated(nextChange(table, reference, date)) : null),
    previous: (reference, date) =>
      references.has(reference) ? dated(previousValue(table, reference, date)) : null,
    since: (reference, date) => (references.has(reference) ? sinceDate(table, reference, date) : null),
    changes: (date) => days.filter((day) => day > date),
    references: () => references,
  };
}

/** The first days of all rows, and the days after those that end without another. */
function changeDays({ parameters }: ParameterTable): readonly string[] {
  const rows = [...parameters.values()].flatMap(({ values }) => values);
  const ends = rows.flatMap(({ to }) => (to === undefined ? [] : [nextDay(to)]));
  return [...new Set([...rows.map(({ from }) => from), ...ends])].toSorted();
}

function nextDay(date: string): string {
  return new Date(Date.parse(date) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
