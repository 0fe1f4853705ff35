import { addDays } from '../dates.js';
import { type UnknownParameter, type UsedParameter } from '../lookUp.js';
import type { ParameterTable } from '../ParameterTable.js';
import { readParameters } from '../readParameters.js';
import { voluntaryGroups, type VoluntaryGroup } from './situation.js';

type HighestSupport =
  | Readonly<{
      status: 'found';
      group: VoluntaryGroup | 'other';
      percent: number;
      used: readonly UsedParameter[];
    }>
  | Readonly<{ status: 'unknown'; unknown: readonly UnknownParameter[] }>;

/**
 * The highest rate among a person's groups. Everybody is at least `other`; a group that had no rate of its own yet
 * on the day (before mid-2025 ethnic minority people, for one) falls back to it. A group whose rate nobody has published
 * makes the support unknown: with the fallback a poor family would be told too high a price.
 */
export function highestSupport(
  table: ParameterTable,
  date: string,
  groups: readonly VoluntaryGroup[],
): HighestSupport {
  const candidates: readonly (VoluntaryGroup | 'other')[] = [...groups, 'other'];
  const found = candidates
    .filter((group) => group === 'other' || !isBeforeFirst(table, idOf(group), date))
    .map((group) => ({ group, read: readParameters(table, date, [idOf(group)]) }));
  const unknown = found.flatMap(({ read }) => (read.status === 'unknown' ? read.unknown : []));
  const [best] = found
    .flatMap(({ group, read }) =>
      read.status === 'unknown' ? [] : [{ group, percent: read.value(idOf(group)), used: read.used }],
    )
    .toSorted((a, b) => b.percent - a.percent);
  if (unknown.length > 0 || best === undefined) return { status: 'unknown', unknown };
  return { status: 'found', ...best };
}

function idOf(group: VoluntaryGroup | 'other'): string {
  return `vsi.subsidy.${group}`;
}

/** Whether the parameter is known, and its first value holds from a later day only. */
function isBeforeFirst(table: ParameterTable, id: string, date: string): boolean {
  const values = table.parameters.get(id)?.values ?? [];
  return values.length > 0 && values.every(({ from }) => from > date);
}

/** A day from which the State's share is another one, as percent of the lowest contribution. */
export type SupportChange = Readonly<{ from: string; percentBefore: number; percent: number }>;

/** The next day after `date` from which a person of these groups is supported at another rate; null when none is known. */
export function nextSupportChange(
  table: ParameterTable,
  { date, groups }: Readonly<{ date: string; groups: readonly VoluntaryGroup[] }>,
): SupportChange | null {
  const days = [...voluntaryGroups, 'other'].flatMap((group) =>
    (table.parameters.get(`vsi.subsidy.${group}`)?.values ?? []).map(({ from }) => from),
  );
  const changes = [...new Set(days)]
    .filter((from) => from > date)
    .toSorted()
    .flatMap((from) => {
      const before = highestSupport(table, addDays(from, -1), groups);
      const after = highestSupport(table, from, groups);
      if (before.status === 'unknown' || after.status === 'unknown' || before.percent === after.percent)
        return [];
      return [{ from, percentBefore: before.percent, percent: after.percent }];
    });
  return changes[0] ?? null;
}
