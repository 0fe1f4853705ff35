import { isDeepStrictEqual } from 'node:util';
import { formatDate } from '../i18n/index.js';
import {
  missingParameters,
  parseParameterTable,
  supportedGroups,
  voluntaryGroups,
  type LocalSupportRow,
  type Parameter,
  type ParameterTable,
  type TableError,
} from '../policy/index.js';
import { dayAfter, dayBefore } from './days.js';
import { formatValue } from './formatValue.js';
import { applyChange, toDocument, type TableChange } from './tableRecords.js';
import { fault, remark, type TableFindingDraft } from './tableFinding.js';

/** The whole table with a change made, or what stands against it. Warnings come with either. */
export type CheckedTable =
  | Readonly<{ status: 'sound'; table: ParameterTable; findings: readonly TableFindingDraft[] }>
  | Readonly<{ status: 'refused'; findings: readonly TableFindingDraft[] }>;

/** Checks the whole table that a change would make; `today` is `YYYY-MM-DD`. */
export function checkTableChange(before: ParameterTable, change: TableChange, today: string): CheckedTable {
  const own = ownFindings(before, change, today);
  const parsed = parseParameterTable(applyChange(toDocument(before), change));
  if (parsed.status === 'invalid') {
    const refused = parsed.errors.map((error) => toFinding(error, change));
    return { status: 'refused', findings: [...refused, ...own] };
  }
  const missing = missingParameters(parsed.table).map((id) => fault('', 'parameter_missing', { id }));
  const findings = [...missing, ...own];
  if (findings.some(({ severity }) => severity === 'error')) return { status: 'refused', findings };
  return { status: 'sound', table: parsed.table, findings };
}

function ownFindings(before: ParameterTable, change: TableChange, today: string): TableFindingDraft[] {
  if (change.kind === 'localSupport')
    return change.record === null
      ? []
      : [...ageFindings(before, change.record), ...groupFindings(before, change.record)];
  return [
    ...reviewFindings(change.record, today),
    ...jumpFindings(before.parameters.get(change.id), change.record),
  ];
}

function reviewFindings({ values }: Parameter, today: string): TableFindingDraft[] {
  return values.flatMap(({ from, to, reviewedOn, reviewBy }, index) => {
    if (reviewBy === undefined) return [];
    const field = `values.${index}.reviewBy`;
    if (reviewBy < reviewedOn) return [fault(field, 'review_order', { reviewedOn: formatDate(reviewedOn) })];
    const inForce = from <= today && (to === undefined || today <= to);
    return inForce && reviewBy < today
      ? [remark(field, 'review_passed', { date: formatDate(reviewBy) })]
      : [];
  });
}

/** Beyond this a new value is more often a slip of the finger than a new law. */
const usualFactor = 3;

/** A value that is many times the one before it, where that isn't what already stands in the table. */
function jumpFindings(held: Parameter | undefined, { unit, values }: Parameter): TableFindingDraft[] {
  const known = new Set(held?.values.map(({ from, value }) => `${from} ${JSON.stringify(value)}`));
  return values.flatMap(({ from, value }, index) => {
    const former = values[index - 1]?.value;
    if (typeof value !== 'number' || typeof former !== 'number') return [];
    if (known.has(`${from} ${JSON.stringify(value)}`) || value === 0 || former === 0) return [];
    if (Math.max(value / former, former / value) <= usualFactor) return [];
    const details = { before: formatValue(unit, former), after: formatValue(unit, value) };
    return [remark(`values.${index}.value`, 'big_jump', details)];
  });
}

/** An age stands in the table itself, under the id of a parameter in years. */
function ageFindings({ parameters }: ParameterTable, { ages }: LocalSupportRow): TableFindingDraft[] {
  return Object.entries(ages ?? {}).flatMap(([end, id]) =>
    parameters.get(id)?.unit === 'years' ? [] : [fault(`ages.${end}`, 'unknown_age', { id })],
  );
}

function groupFindings({ localSupport }: ParameterTable, row: LocalSupportRow): TableFindingDraft[] {
  const others = localSupport.filter(({ id }) => id !== row.id);
  const groups = groupsOf(localSupport, row.scheme);
  const overlapping = others.filter(
    (other) =>
      other.scheme === row.scheme &&
      other.province === row.province &&
      isDeepStrictEqual(limitsOf(other), limitsOf(row)) &&
      other.from <= (row.to ?? other.from) &&
      row.from <= (other.to ?? row.from),
  );
  return row.groups.flatMap((group, index) => {
    const field = `groups.${index}`;
    if (!groups.has(group)) return [fault(field, 'unknown_group', { group, known: [...groups].join(', ') })];
    const taken = overlapping.find((other) => other.groups.includes(group));
    return taken === undefined ? [] : [fault(field, 'group_taken', { group, id: taken.id })];
  });
}

/** Whom a row leaves out: two rows for the same group may stand side by side when they are for different people of it. */
function limitsOf({ ages, residence, withoutSupport = false }: LocalSupportRow) {
  return { from: ages?.from, below: ages?.below, residence, withoutSupport };
}

/** The groups of people that the rules know in a scheme, and those that its rows already name. */
export function groupsOf(rows: readonly LocalSupportRow[], scheme: 'vsi' | 'hhi'): ReadonlySet<string> {
  const known: readonly string[] = scheme === 'vsi' ? [...voluntaryGroups, 'other'] : supportedGroups;
  return new Set([...known, ...rows.filter((row) => row.scheme === scheme).flatMap(({ groups }) => groups)]);
}

/** Puts an error of the table's own check beside the field that has to change. */
function toFinding(error: TableError, change: TableChange): TableFindingDraft {
  if (error.parameter !== change.id || change.record === null)
    return fault('', 'table_refused', { message: error.message });
  if (change.kind === 'localSupport') {
    if (error.code !== 'to_before_from') return fault('', 'table_refused', { message: error.message });
    return fault('to', 'to_before_from', { from: formatDate(change.record.from) });
  }
  const { values, unit } = change.record;
  const index = values.findIndex(({ from }) => from === error.row);
  const [row, next] = [values[index], values[index + 1]];
  if (row === undefined) return fault('', 'table_refused', { message: error.message });
  const field = `values.${index}`;
  const from = formatDate(row.from);
  switch (error.code) {
    case 'to_before_from':
      return fault(`${field}.to`, 'to_before_from', { from });
    case 'gap':
      return fault(`${field}.to`, 'gap', {
        first: formatDate(dayAfter(row.to ?? row.from)),
        last: formatDate(dayBefore(next?.from ?? row.from)),
      });
    case 'overlap':
      if (next === undefined || next.from <= row.from)
        return fault(`values.${index + 1}.from`, 'out_of_order', { from });
      return fault(`${field}.to`, 'overlap', {
        next: formatDate(next.from),
        last: formatDate(dayBefore(next.from)),
      });
    case 'wrong_value':
      return fault(`${field}.value`, `wrong_${unit}`);
    default:
      return fault('', 'table_refused', { message: error.message });
  }
}
