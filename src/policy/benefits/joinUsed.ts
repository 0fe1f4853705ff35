import type { UsedParameter } from '../lookUp.js';

/** Rows that several parts of a reckoning used, each once, in the order of their first use. */
export function joinUsed(parts: readonly (readonly UsedParameter[])[]): UsedParameter[] {
  return [...new Map(parts.flat().map((used) => [`${used.id} ${used.from}`, used])).values()];
}
