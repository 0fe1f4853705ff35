import type { Row } from './FeatureSpace.js';

const LEFT_OUT = 0.15;
const SCHEME_LEFT_OUT = 0.3;

/** A row of features as another wording might have them: some left out, and now and then every name of a scheme. */
export function thin({ ids }: Row, schemes: ReadonlySet<number>, random: () => number): Row {
  const withoutScheme = random() < SCHEME_LEFT_OUT;
  const kept = ids.filter((id) => (schemes.has(id) ? !withoutScheme : random() >= LEFT_OUT));
  return kept.length === 0
    ? { ids, scale: 1 / Math.sqrt(ids.length || 1) }
    : { ids: kept, scale: 1 / Math.sqrt(kept.length) };
}
