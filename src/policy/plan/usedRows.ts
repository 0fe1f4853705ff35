import { joinUsed } from '../benefits/joinUsed.js';
import { lookUp, type UsedParameter } from '../lookUp.js';
import type { ParameterTable } from '../ParameterTable.js';
import type { PlannedOption } from './option.js';

/** Every row a plan stands on, once, with the days on which it really holds: a projection runs on past them. */
export function usedRows(
  table: ParameterTable,
  always: readonly UsedParameter[],
  options: readonly PlannedOption[],
): readonly UsedParameter[] {
  const later = joinUsed(options.flatMap(({ used }) => used.map((each) => each.used)));
  return joinUsed([
    always,
    later.map((used) => {
      const found = lookUp(table, used.id, used.from);
      return found.status === 'found' ? { ...used, to: found.to } : used;
    }),
  ]);
}
