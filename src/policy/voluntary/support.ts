import { addDays } from '../dates.js';
import { lookUp, type UnknownParameter, type UsedParameter } from '../lookUp.js';
import type { ParameterTable } from '../ParameterTable.js';
import { readParameters } from '../readParameters.js';
import { voluntaryGroups, type VoluntaryGroup } from './situation.js';

type HighestSupport =
  | Readonly<{ status: 'found'; group: VoluntaryGroup | 'other'; percent: number; used: UsedParameter }>
  | Readonly<{ status: 'unknown'; unknown: readonly UnknownParameter[] }>;

/**
 * The highest rate among a person's groups. Everybody is at least `other`; a group that had no rate of its own yet
 * on the day (before mid-2025 ethnic minority people, for one) falls back to it.
 */
export function highestSupport(
  table: ParameterTable,
  date: string,
  groups: readonly VoluntaryGroup[],
): HighestSupport {
  const base = readParameters(table, date, ['vsi.subsidy.other']);
  if (base.status === 'unknown') return base;
  const candidates: readonly (VoluntaryGroup | 'other')[] = [...groups, 'other'];
  const [best] = candidates
    .flatMap((group) => {
      const found = lookUp(table, `vsi.subsidy.${group}`, date);
      if (found.status === 'unknown' || typeof found.value !== 'number') return [];
      const { status, row, ...used } = found;
      return [{ status, group, percent: found.value, used }];
    })
    .toSorted((a, b) => b.percent - a.percent);
  if (best === undefined) throw new Error('The rate of other participants was read and must be found again.');
  return best;
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
