import { isRecord } from '../common/isRecord.js';
import { toInputText, toValue } from '../publish/readValue.js';
import type { Parameter, ParameterRow, Unit } from '../publish/records.js';

/** A row as the form holds it: every field a text, empty where it is left out. */
export interface FormRow {
  readonly from: string;
  readonly to: string;
  readonly value: string;
  readonly basis: {
    readonly document: string;
    readonly article: string;
    readonly clause: string;
    readonly link: string;
  };
  readonly note: string;
  readonly reviewedOn: string;
  readonly reviewBy: string;
}

export function toFormRows({ unit, values }: Pick<Parameter, 'unit' | 'values'>): readonly FormRow[] {
  return values.map((row) => toFormRow(unit, row));
}

/** What the form holds as rows. */
export function readFormRows(values: unknown): readonly FormRow[] {
  const rows = isRecord(values) && Array.isArray(values['values']) ? values['values'] : [];
  return rows.map((row: unknown) => {
    const [fields, basis] = [toFields(row), toFields(toFields(row)['basis'])];
    const [document, article, clause, link] = ['document', 'article', 'clause', 'link'].map((name) =>
      readText(basis[name]),
    );
    return {
      from: readText(fields['from']),
      to: readText(fields['to']),
      value: readText(fields['value']),
      basis: { document: document ?? '', article: article ?? '', clause: clause ?? '', link: link ?? '' },
      note: readText(fields['note']),
      reviewedOn: readText(fields['reviewedOn']),
      reviewBy: readText(fields['reviewBy']),
    };
  });
}

/** What is sent: names in both languages and the rows, with the reason. */
export function toParameterBody(unit: Unit, values: unknown): Readonly<Record<string, unknown>> {
  const form = toFields(values);
  const label = toFields(form['label']);
  return {
    label: { vi: readText(label['vi']), en: readText(label['en']) },
    values: readFormRows(values).map((row) => ({ ...row, value: toValue(unit, row.value) })),
    reason: readText(form['reason']),
  };
}

export type AddedRow =
  | {
      readonly status: 'added';
      readonly rows: readonly FormRow[];
      readonly index: number;
      readonly closed: string;
    }
  | { readonly status: 'taken' };

/**
 * The rows with a new value from a day on. The row that held on that day ends the day before (`closed`, '' where none
 * did), and the new one goes on until that row's end or the next row's beginning.
 */
export function addRow(
  rows: readonly FormRow[],
  { from, value, today }: { readonly from: string; readonly value: string; readonly today: string },
): AddedRow {
  if (rows.some((row) => row.from === from)) return { status: 'taken' };
  const holder = rows.findIndex((row) => row.from < from && (row.to === '' || from <= row.to));
  const next = rows.find((row) => row.from > from);
  const end = holder === -1 ? (next === undefined ? '' : dayBefore(next.from)) : (rows[holder]?.to ?? '');
  const added: FormRow = {
    from,
    to: end,
    value,
    basis: { document: '', article: '', clause: '', link: '' },
    note: '',
    reviewedOn: today,
    reviewBy: '',
  };
  const closed = rows.map((row, index) => (index === holder ? { ...row, to: dayBefore(from) } : row));
  const before = closed.filter((row) => row.from < from);
  const after = closed.filter((row) => row.from > from);
  return {
    status: 'added',
    rows: [...before, added, ...after],
    index: before.length,
    closed: holder === -1 ? '' : dayBefore(from),
  };
}

/** The rows without one; its days go to the row before it. */
export function dropRow(rows: readonly FormRow[], index: number): readonly FormRow[] {
  const end = rows[index]?.to ?? '';
  return rows
    .map((row, at) => (at === index - 1 ? { ...row, to: end } : row))
    .filter((_row, at) => at !== index);
}

/** Whether a row has passed, holds on a day, or is still to come. */
export function rowState(
  { from, to }: Pick<FormRow, 'from' | 'to'>,
  today: string,
): 'past' | 'current' | 'coming' {
  if (from > today) return 'coming';
  return to !== '' && to < today ? 'past' : 'current';
}

/** The day before a YYYY-MM-DD day; '' for what isn't one. */
export function dayBefore(date: string): string {
  const time = Date.parse(date);
  return Number.isNaN(time) ? '' : new Date(time - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

function toFormRow(
  unit: Unit,
  { from, to, value, basis, note, reviewedOn, reviewBy }: ParameterRow,
): FormRow {
  const { document, article = '', clause = '', link = '' } = basis;
  return {
    from,
    to: to ?? '',
    value: toInputText(unit, value),
    basis: { document, article, clause, link },
    note: note ?? '',
    reviewedOn,
    reviewBy: reviewBy ?? '',
  };
}

function toFields(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

function readText(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
