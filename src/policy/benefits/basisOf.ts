import type { UsedParameter } from '../lookUp.js';
import type { Basis } from '../ParameterTable.js';

/**
 * The legal basis of a parameter among those that were read.
 * @throws when it wasn't read: a reason then names a parameter that its rule doesn't ask for.
 */
export function basisOf(used: readonly UsedParameter[], id: string): Basis {
  const found = used.find((parameter) => parameter.id === id);
  if (found === undefined) throw new Error(`${id} was not read.`);
  return found.basis;
}
