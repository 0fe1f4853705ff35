import { z } from 'zod';
import { readCsv } from './readCsv.js';

/** What is wrong with a line of an imported file; the text is for whoever runs the import. */
export type LineFault = Readonly<{ line: number; field: string; problem: string }>;

export type TableReading<Row> = Readonly<
  { status: 'read'; rows: readonly Row[] } | { status: 'refused'; faults: readonly LineFault[] }
>;

/**
 * Reads a CSV file with a head line whose columns are the keys of `schema`, in any order. All of it or nothing: with one fault
 * there are no rows. Columns that the schema doesn't know, and missing ones that it needs, are faults of line 1.
 */
export function readTable<Shape extends z.ZodRawShape>(
  text: string,
  schema: z.ZodObject<Shape>,
  checkRows: (
    rows: readonly Readonly<{ line: number; row: z.infer<z.ZodObject<Shape>> }>[],
  ) => readonly LineFault[] = () => [],
): TableReading<z.infer<z.ZodObject<Shape>>> {
  const csv = readCsv(text);
  if (csv.status === 'broken')
    return refused([{ line: csv.line, field: '', problem: 'a quote is opened and never closed' }]);
  const [head, ...records] = csv.records;
  if (head === undefined) return refused([{ line: 1, field: '', problem: 'the file is empty' }]);
  const columns = head.fields.map((name) => name.toLowerCase());
  const atHead = headFaults(columns, schema);
  if (atHead.length > 0) return refused(atHead);
  if (records.length === 0) return refused([{ line: 1, field: '', problem: 'no line after the head' }]);

  const rows: { line: number; row: z.infer<z.ZodObject<Shape>> }[] = [];
  const faults: LineFault[] = [];
  for (const { line, fields } of records) {
    if (fields.length !== columns.length) {
      faults.push({ line, field: '', problem: `${fields.length} fields instead of ${columns.length}` });
      continue;
    }
    const named = columns.map((name, at) => [name, fields[at] ?? ''] as const);
    const parsed = schema.safeParse(Object.fromEntries(named.filter(([, value]) => value !== '')));
    if (parsed.success) rows.push({ line, row: parsed.data });
    else faults.push(...parsed.error.issues.map((issue) => toFault(line, issue)));
  }
  faults.push(...checkRows(rows));
  if (faults.length > 0) return refused(faults.toSorted((one, other) => one.line - other.line));
  return { status: 'read', rows: rows.map(({ row }) => row) };
}

function toFault(line: number, { path, message }: Pick<z.core.$ZodIssue, 'path' | 'message'>): LineFault {
  return { line, field: path.map(String).join('.'), problem: message };
}

function headFaults(columns: readonly string[], schema: z.ZodObject<z.ZodRawShape>): readonly LineFault[] {
  const known = Object.keys(schema.shape);
  const needed = known.filter(
    (name) => !schema.safeParse({}).error?.issues.every(({ path }) => path[0] !== name),
  );
  return [
    ...columns
      .filter((name, at) => !known.includes(name) || columns.indexOf(name) !== at)
      .map((field) => ({
        line: 1,
        field,
        problem: `unknown or repeated column; known: ${known.join(', ')}`,
      })),
    ...needed
      .filter((name) => !columns.includes(name))
      .map((field) => ({ line: 1, field, problem: 'the column is missing' })),
  ];
}

function refused(
  faults: readonly LineFault[],
): Readonly<{ status: 'refused'; faults: readonly LineFault[] }> {
  return { status: 'refused', faults };
}
