import {
  figure,
  listReferences,
  nextChange,
  type Figure,
  type ParameterTable,
  type ParameterUnit,
  type ParameterValue,
} from '../policy/index.js';
import { dayAfter } from './days.js';
import type { TableChange } from './tableRecords.js';

/** A figure that another table tells otherwise from a day on; null where no value is known. */
export type FigureChange = Readonly<{
  reference: string;
  unit: ParameterUnit;
  /** First day of the difference, `YYYY-MM-DD`; a day that has passed concerns estimates for past days. */
  from: string;
  before: ParameterValue;
  after: ParameterValue;
}>;

/** What a change touches: the references whose values come from the record, and the days to look at. */
export type ChangeScope = Readonly<{ references: readonly string[]; days: readonly string[] }>;

/**
 * The references that rest on the changed record, and the days on which any of them may take another value:
 * the record's own, today, and each next change that is known today.
 */
export function scopeOf(
  before: ParameterTable,
  after: ParameterTable,
  change: TableChange,
  today: string,
): ChangeScope {
  const own = [...recordDays(before, change), ...recordDays(after, change)];
  const first = unique([...own, today]);
  const tables = [before, after];
  const references = unique(
    tables.flatMap((table) => listReferences(table).map(({ reference }) => reference)),
  ).filter((reference) =>
    first.some((day) => tables.some((table) => restsOn(figure(table, reference, day), change.id))),
  );
  const later = references.flatMap((reference) =>
    tables.flatMap((table) => knownChanges(table, reference, today)),
  );
  return { references, days: unique([...first, ...later]).toSorted() };
}

/** Every figure that differs, with each day from which it differs in another way. */
export function changedFigures(
  before: ParameterTable,
  after: ParameterTable,
  { references, days }: ChangeScope,
): readonly FigureChange[] {
  return references.flatMap((reference) => {
    const changes: FigureChange[] = [];
    let last = '';
    for (const from of days) {
      const [old, next] = [figure(before, reference, from), figure(after, reference, from)];
      const pair = { before: valueOf(old), after: valueOf(next) };
      const [one, other] = [JSON.stringify(pair.before), JSON.stringify(pair.after)];
      const key = one === other ? '' : `${one} ${other}`;
      if (key !== '' && key !== last) changes.push({ reference, unit: unitOf(next, old), from, ...pair });
      last = key;
    }
    return changes;
  });
}

function recordDays(table: ParameterTable, { kind, id }: TableChange): readonly string[] {
  const rows =
    kind === 'parameter'
      ? (table.parameters.get(id)?.values ?? [])
      : table.localSupport.filter((row) => row.id === id);
  return rows.flatMap(({ from, to }) => (to === undefined ? [from] : [from, dayAfter(to)]));
}

function restsOn(found: Figure, id: string): boolean {
  if (found.status === 'noSuchReference') return false;
  const used = found.status === 'found' ? found.parameters : found.unknown;
  return used.some((parameter) => parameter.id === id);
}

/** The days of the next value, the one after it, and so on, as far as they are known. */
function knownChanges(table: ParameterTable, reference: string, today: string): readonly string[] {
  const days: string[] = [];
  let next = nextChange(table, reference, today);
  while (next !== null) {
    days.push(next.from);
    next = nextChange(table, reference, next.from);
  }
  return days;
}

function valueOf(found: Figure): ParameterValue {
  return found.status === 'found' ? found.value : null;
}

function unitOf(...found: readonly Figure[]): ParameterUnit {
  return found.flatMap((one) => (one.status === 'found' ? [one.unit] : []))[0] ?? 'text';
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
