import { localRowsInForce } from '../localSupport.js';
import type { UsedParameter } from '../lookUp.js';
import type { LocalSupportRow, ParameterTable } from '../ParameterTable.js';
import { readParameters } from '../readParameters.js';
import { ageOn } from './ageOn.js';
import { supportedGroups, type HealthGroup } from './groups.js';

/** Where a person is registered: with the household for good or for a time, or not at all. */
export const residences = ['permanent', 'temporary', 'none'] as const;
export type Residence = (typeof residences)[number];

export type LocalPerson = Readonly<{
  groups: readonly HealthGroup[];
  /** `YYYY-MM-DD` */
  birth: string | undefined;
  resident: Residence;
}>;

/**
 * What a province pays for a person beside the State's supported groups. `best` is the row with the highest known
 * percentage; `blocked` pays only for people without support, which this person has; `birthNeeded`: the age decides.
 */
export type LocalForPerson = Readonly<{
  best: Readonly<{ row: LocalSupportRow; percent: number; used: readonly UsedParameter[] }> | null;
  blocked: LocalSupportRow | null;
  birthNeeded: boolean;
}>;

/** Groups of the local rows to which everybody of the right age belongs; a row that lost its ages is nobody's. */
const ageGroups = ['elder', 'child'];

/** Finds the local support of health insurance that goes by age, residence or a group that only the province knows. */
export function localForPerson(
  table: ParameterTable,
  { province, date, person }: Readonly<{ province: string | undefined; date: string; person: LocalPerson }>,
): LocalForPerson {
  const nothing = { best: null, blocked: null, birthNeeded: false };
  if (person.resident === 'none') return nothing;
  const own: readonly string[] = person.groups.filter((group) => !isSupported(group));
  const rows = localRowsInForce(table, { scheme: 'hhi', province, date }).filter(
    ({ groups, residence, ages }) =>
      groups.some((group) => own.includes(group) || (ages !== undefined && ageGroups.includes(group))) &&
      (residence === undefined || person.resident === residence),
  );
  const judged = rows.map((row) => ({ row, ...ofAge(table, { row, birth: person.birth, date }) }));
  const supported = person.groups.some(isSupported);
  const open = judged.filter(({ age, row }) => age === 'yes' && !(supported && row.withoutSupport === true));
  const [best] = open
    .flatMap(({ row, used }) => (row.percent === null ? [] : [{ row, percent: row.percent, used }]))
    .toSorted((a, b) => b.percent - a.percent);
  const blocked = judged.find(({ age, row }) => age === 'yes' && supported && row.withoutSupport === true);
  return {
    best: best ?? null,
    blocked: blocked?.row ?? null,
    birthNeeded: best === undefined && judged.some(({ age }) => age === 'unknown'),
  };
}

function isSupported(group: HealthGroup): boolean {
  return supportedGroups.some((supported) => supported === group);
}

function ofAge(
  table: ParameterTable,
  { row, birth, date }: Readonly<{ row: LocalSupportRow; birth: string | undefined; date: string }>,
): Readonly<{ age: 'yes' | 'no' | 'unknown'; used: readonly UsedParameter[] }> {
  if (row.ages === undefined) return { age: 'yes', used: [] };
  const { from, below } = row.ages;
  const read = readParameters(table, date, below === undefined ? [from] : [from, below]);
  if (birth === undefined || read.status === 'unknown') return { age: 'unknown', used: [] };
  const age = ageOn(birth, date);
  const fits = age >= read.value(from) && (below === undefined || age < read.value(below));
  return { age: fits ? 'yes' : 'no', used: read.used };
}
