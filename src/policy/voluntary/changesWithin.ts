import { addDays } from '../dates.js';
import type { UsedParameter } from '../lookUp.js';
import { lookUpNumber } from '../lookUpNumber.js';
import type { ParameterTable } from '../ParameterTable.js';

/** A value of the law that becomes another one on a day, with the rows before and after. */
export type DatedChange = Readonly<{
  id: string;
  /** First day of the new value. */
  from: string;
  before: number;
  after: number;
  used: readonly UsedParameter[];
}>;

/** Every known change of these numeric parameters after the day `after` and up to the day `until`, in order of days. */
export function changesWithin(
  table: ParameterTable,
  { ids, after, until }: Readonly<{ ids: readonly string[]; after: string; until: string }>,
): readonly DatedChange[] {
  return ids
    .flatMap((id) => (table.parameters.get(id)?.values ?? []).map(({ from }) => ({ id, from })))
    .filter(({ from }) => after < from && from <= until)
    .flatMap(({ id, from }): DatedChange[] => {
      const [before, now] = [lookUpNumber(table, id, addDays(from, -1)), lookUpNumber(table, id, from)];
      if (before.status === 'unknown' || now.status === 'unknown') return [];
      if (before.value === now.value) return [];
      return [{ id, from, before: before.value, after: now.value, used: [before.used, now.used] }];
    })
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** Whether the State, which supported before, supports at another rate; that it began to support is no such change. */
export function isOtherRateOfSupport({ id, before }: DatedChange): boolean {
  return id.startsWith('vsi.subsidy') && before > 0;
}
