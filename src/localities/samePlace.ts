import { foldText } from '../language/index.js';
import type { Place } from './Place.js';

/** Whether two lines speak of one place: the same kind and name, and a commune that both serve. */
export function samePlace(one: Place, other: Place): boolean {
  return (
    one.kind === other.kind &&
    foldText(one.name) === foldText(other.name) &&
    one.communes.some((code) => other.communes.includes(code)) &&
    (one.kind === 'office' || foldText(one.address) === foldText(other.address))
  );
}
