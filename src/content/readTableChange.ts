import { z } from 'zod';
import type { JsonValue, LocalSupportRow, Parameter } from '../policy/index.js';
import type { LocalSupportChange, ParameterChange, TableChange } from './tableRecords.js';
import { fault, type TableFindingDraft } from './tableFinding.js';

/** A change as an editor sent it, or every place where its form is wrong. */
export type ReadChange<Change extends TableChange> =
  | Readonly<{ status: 'read'; change: Change }>
  | Readonly<{ status: 'wrong'; findings: readonly TableFindingDraft[] }>;

/** A parameter's label and rows. What the server told along with it may be sent back; id and unit must then be the same. */
export function readParameterChange(held: Parameter, body: unknown): ReadChange<ParameterChange> {
  const { id, unit } = held;
  const findings = [...fixed(body, 'id', id, 'id_fixed'), ...fixed(body, 'unit', unit, 'unit_fixed')];
  const read = parameterBody.safeParse(withoutEmpty(body));
  if (!read.success) findings.push(...read.error.issues.flatMap((issue) => toFindings(issue, body)));
  if (findings.length > 0 || !read.success) return { status: 'wrong', findings };
  const { label, values } = read.data;
  return { status: 'read', change: { kind: 'parameter', id, record: { id, label, unit, values } } };
}

/** A row of local support under the given id. */
export function readLocalSupportChange(id: string, body: unknown): ReadChange<LocalSupportChange> {
  const findings = fixed(body, 'id', id, 'id_fixed');
  const read = localSupportBody.safeParse(withoutEmpty(body));
  if (!read.success) findings.push(...read.error.issues.flatMap((issue) => toFindings(issue, body)));
  if (findings.length > 0 || !read.success) return { status: 'wrong', findings };
  const { scheme, province, groups, percent, from, to, basis, reviewedOn } = read.data;
  const { ages, residence, withoutSupport, condition, doubtful } = read.data;
  const record: LocalSupportRow = {
    id,
    scheme,
    province,
    groups,
    percent,
    from,
    ...(to === undefined ? {} : { to }),
    basis,
    ...(ages === undefined ? {} : { ages }),
    ...(residence === undefined ? {} : { residence }),
    ...(withoutSupport === true ? { withoutSupport } : {}),
    ...(condition === undefined ? {} : { condition }),
    ...(doubtful === undefined ? {} : { doubtful }),
    reviewedOn,
  };
  return { status: 'read', change: { kind: 'localSupport', id, record } };
}

const longestText = 1_000;
const mostRows = 100;
const mostGroups = 30;

const text = z.string().trim().min(1).max(longestText);
const day = z.iso.date();
const bilingual = z.strictObject({ vi: text, en: text });
const basis = z.strictObject({
  document: text,
  article: text.optional(),
  clause: text.optional(),
  link: z.url({ protocol: /^https?$/ }).optional(),
});
const value: z.ZodType<JsonValue> = z.json();
const row = z.strictObject({
  from: day,
  to: day.optional(),
  value,
  basis,
  note: text.optional(),
  reviewedOn: day,
  reviewBy: day.optional(),
});
/** What the server adds to a record it shows, and a form may send back. */
const told = {
  id: z.unknown().optional(),
  version: z.unknown().optional(),
  updatedAt: z.unknown().optional(),
  updatedBy: z.unknown().optional(),
  edited: z.unknown().optional(),
  release: z.unknown().optional(),
  today: z.unknown().optional(),
};
const parameterBody = z.strictObject({
  ...told,
  unit: z.unknown().optional(),
  label: bilingual,
  values: z.array(row).min(1).max(mostRows),
});
const localSupportBody = z.strictObject({
  ...told,
  scheme: z.enum(['vsi', 'hhi']),
  province: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  groups: z.array(text).min(1).max(mostGroups),
  percent: z.number().min(0).max(100).nullable(),
  from: day,
  to: day.optional(),
  basis,
  ages: z.strictObject({ from: text, below: text.optional() }).optional(),
  residence: z.literal('permanent').optional(),
  withoutSupport: z.boolean().optional(),
  condition: bilingual.optional(),
  doubtful: bilingual.optional(),
  reviewedOn: day,
});

const optionalKeys = new Set([
  'to',
  'note',
  'reviewBy',
  'article',
  'clause',
  'link',
  'ages',
  'below',
  'residence',
  'withoutSupport',
  'condition',
  'doubtful',
]);

/** Forms send an empty optional field as null or as an empty text; it counts as left out. */
function withoutEmpty(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(withoutEmpty);
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(
    Object.entries(body)
      .filter(([key, inner]) => !(optionalKeys.has(key) && (inner === null || inner === '')))
      // The value of a table is data of its own, in which every key counts.
      .map(([key, inner]) => [key, key === 'value' ? inner : withoutEmpty(inner)]),
  );
}

function fixed(
  body: unknown,
  key: 'id' | 'unit',
  expected: string,
  code: 'id_fixed' | 'unit_fixed',
): TableFindingDraft[] {
  const sent = valueAt(body, [key]);
  return sent === undefined || sent === expected ? [] : [fault(key, code, { expected })];
}

function toFindings(issue: z.core.$ZodIssue, body: unknown): readonly TableFindingDraft[] {
  const { path } = issue;
  const field = path.map(String).join('.');
  const key = String(path.at(-1) ?? '');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((unknown) =>
      fault([...path, unknown].map(String).join('.'), 'unknown_key', { key: unknown }),
    );
  const sent = valueAt(body, path);
  const isEmpty = sent === undefined || sent === null || (typeof sent === 'string' && sent.trim() === '');
  const inBasis = key === 'basis' || (key === 'document' && path.at(-2) === 'basis');
  if (isEmpty && inBasis) return [fault(key === 'basis' ? `${field}.document` : field, 'missing_basis')];
  if (key === 'percent') return [fault(field, 'wrong_share')];
  if (key === 'scheme') return [fault(field, 'wrong_scheme')];
  if (key === 'groups') return [fault(field, 'no_groups')];
  if (key === 'province') return [fault(field, isEmpty ? 'required' : 'wrong_province')];
  if (key === 'values' && issue.code === 'too_small') return [fault(field, 'no_rows')];
  if (key === 'values' && issue.code === 'too_big')
    return [fault(field, 'too_many_rows', { most: mostRows })];
  if (isEmpty) return [fault(field, 'required')];
  if (dayKeys.has(key)) return [fault(field, 'not_a_day')];
  if (key === 'link') return [fault(field, 'not_a_link')];
  if (issue.code === 'too_big') return [fault(field, 'text_too_long', { most: longestText })];
  if (issue.code === 'invalid_type' && issue.expected === 'string') return [fault(field, 'not_a_text')];
  return [fault(field, 'malformed')];
}

const dayKeys = new Set(['from', 'to', 'reviewedOn', 'reviewBy']);

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    body,
  );
}
