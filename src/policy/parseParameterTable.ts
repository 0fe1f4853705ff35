import { z } from 'zod';
import { addDays, isDate } from './dates.js';
import {
  parameterUnits,
  type JsonValue,
  type LocalSupportRow,
  type Parameter,
  type ParameterTable,
  type ParameterUnit,
} from './ParameterTable.js';
import { tableSchemas } from './tableSchemas.js';

export type ParsedTable =
  | Readonly<{ status: 'parsed'; table: ParameterTable }>
  | Readonly<{ status: 'invalid'; errors: readonly TableError[] }>;

/** What is wrong and where: `parameter` is its id (or its position), `row` the `from` of the row (or its position). */
export type TableError = Readonly<{
  code: 'shape' | 'duplicate_id' | 'missing_basis' | 'to_before_from' | 'gap' | 'overlap' | 'wrong_value';
  parameter: string;
  row: string | null;
  message: string;
}>;

/** Reads a parameter document (`content/parameters.json`) and checks every row; all errors are told together. */
export function parseParameterTable(document: unknown): ParsedTable {
  const shape = documentSchema.safeParse(document);
  if (!shape.success)
    return { status: 'invalid', errors: shape.error.issues.map((issue) => toError(issue, document)) };

  const { parameters, localSupport } = shape.data;
  const errors = [
    ...duplicateIds(parameters.map(({ id }) => id)),
    ...duplicateIds(localSupport.map(({ id }) => id)),
    ...parameters.flatMap(checkRows),
    ...parameters.flatMap(checkValues),
    ...localSupport.flatMap(checkLocalRow),
  ];
  if (errors.length > 0) return { status: 'invalid', errors };
  return {
    status: 'parsed',
    table: { parameters: new Map(parameters.map((parameter) => [parameter.id, parameter])), localSupport },
  };
}

const dateSchema = z.string().refine(isDate, 'must be a real day written YYYY-MM-DD');
const textSchema = z.string().trim().min(1);
const bilingualSchema = z.strictObject({ vi: textSchema, en: textSchema });
const basisSchema = z.strictObject({
  document: textSchema,
  article: textSchema.optional(),
  clause: textSchema.optional(),
  link: z.url().optional(),
});
const jsonSchema: z.ZodType<JsonValue> = z.json();
const rowSchema = z.strictObject({
  from: dateSchema,
  to: dateSchema.optional(),
  value: jsonSchema,
  basis: basisSchema,
  note: textSchema.optional(),
  reviewedOn: dateSchema,
  reviewBy: dateSchema.optional(),
});
const idSchema = z
  .string()
  .regex(/^[a-z0-9_]+(\.[a-z0-9_]+)*$/, 'must be lower-case words joined by . and _');
const parameterSchema = z.strictObject({
  id: idSchema.refine((id) => !id.startsWith('figure.'), 'figure. is kept for derived figures'),
  label: bilingualSchema,
  unit: z.enum(parameterUnits),
  values: z.array(rowSchema).min(1),
});
const localSupportSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/),
  scheme: z.enum(['vsi', 'hhi']),
  province: z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'must be an unaccented name in kebab case'),
  groups: z.array(textSchema).min(1),
  percent: z.number().min(0).max(100).nullable(),
  from: dateSchema,
  to: dateSchema.optional(),
  basis: basisSchema,
  ages: z.strictObject({ from: idSchema, below: idSchema.optional() }).optional(),
  residence: z.literal('permanent').optional(),
  withoutSupport: z.boolean().optional(),
  condition: bilingualSchema.optional(),
  doubtful: bilingualSchema.optional(),
  reviewedOn: dateSchema,
});
const documentSchema = z.strictObject({
  parameters: z.array(parameterSchema),
  localSupport: z.array(localSupportSchema),
});

const valueSchemas: Readonly<Record<Exclude<ParameterUnit, 'table'>, z.ZodType>> = {
  vnd: z.int().min(0),
  percent: z.number().min(0).max(100),
  months: z.int().min(0),
  years: z.int().min(0),
  days: z.int().min(0),
  multiple: z.number().min(0),
  text: textSchema,
  date: dateSchema,
};

function duplicateIds(ids: readonly string[]): TableError[] {
  const repeated = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  return [...repeated].map((id) => ({
    code: 'duplicate_id',
    parameter: id,
    row: null,
    message: `${id} stands more than once.`,
  }));
}

function checkRows({ id, values }: Parameter): TableError[] {
  return values.flatMap((row, index): TableError[] => {
    const next = values[index + 1];
    const at = { parameter: id, row: row.from };
    if (row.to !== undefined && row.to < row.from) {
      return [
        { ...at, code: 'to_before_from', message: `${id}: the row from ${row.from} ends before it begins.` },
      ];
    }
    if (next === undefined) return [];
    if (row.to === undefined || next.from <= row.to) {
      return [
        {
          ...at,
          code: 'overlap',
          message: `${id}: the row from ${row.from} still holds on ${next.from}, where the next begins.`,
        },
      ];
    }
    if (next.from === addDays(row.to, 1)) return [];
    return [{ ...at, code: 'gap', message: `${id}: no value between ${row.to} and ${next.from}.` }];
  });
}

function checkValues({ id, unit, values }: Parameter): TableError[] {
  const schema = unit === 'table' ? (tableSchemas[id] ?? jsonSchema) : valueSchemas[unit];
  return values.flatMap(({ from, value }): TableError[] => {
    const result = schema.safeParse(value);
    if (result.success) return [];
    const reason = result.error.issues[0]?.message ?? 'wrong value';
    return [
      {
        code: 'wrong_value',
        parameter: id,
        row: from,
        message: `${id}: the value from ${from} does not fit ${unit}: ${reason}.`,
      },
    ];
  });
}

function checkLocalRow({ id, from, to }: LocalSupportRow): TableError[] {
  if (to === undefined || to >= from) return [];
  return [{ code: 'to_before_from', parameter: id, row: from, message: `${id}: it ends before it begins.` }];
}

function toError(issue: z.core.$ZodIssue, document: unknown): TableError {
  const [list, position, , rowPosition] = issue.path;
  const parameter = textAt(document, [list, position, 'id']) ?? issue.path.slice(0, 2).join('.');
  const row =
    rowPosition === undefined
      ? null
      : (textAt(document, [list, position, 'values', rowPosition, 'from']) ?? String(rowPosition));
  const missingBasis = issue.path.at(-1) === 'basis' && textAt(document, issue.path) === undefined;
  const place = [parameter, row === null ? '' : `row ${row}`, issue.path.slice(2).join('.')]
    .filter(Boolean)
    .join(', ');
  return {
    code: missingBasis ? 'missing_basis' : 'shape',
    parameter,
    row,
    message: missingBasis ? `${place}: the legal basis is missing.` : `${place}: ${issue.message}`,
  };
}

/** The text at a path of an unchecked document; undefined where there is none. */
function textAt(document: unknown, path: readonly (PropertyKey | undefined)[]): string | undefined {
  const found = path.reduce<unknown>(
    (value, key) =>
      key !== undefined && typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
    document,
  );
  return typeof found === 'string' ? found : undefined;
}
