import type { Analyser, Analysis } from './features.js';

/** Names of the schemes, which people leave out when the talk is about one of them. */
const SCHEME = new Set(['bhxh', 'tu_nguyen', 'bhyt', 'ho_gia_dinh', 'the']);
const FILLERS = [['cho', 'em', 'hoi'], ['a'], ['ad', 'oi'], ['the', 'a'], ['vay'], ['minh', 'muon', 'hoi'], ['giup', 'em', 'voi'], []] as const;

/** A wording as another person might type it: words left out, a scheme's name left out, polite words around. */
export function vary({ tokens, marked, concepts }: Analysis, analyser: Analyser, random: () => number): Analysis {
  const dropScheme = random() < 0.3;
  const places = tokens.map((_, at) => at).filter((at) => (SCHEME.has(tokens[at] ?? '') ? !dropScheme : random() >= 0.15));
  const kept = places.length === 0 ? tokens.map((_, at) => at) : places;
  const filler = FILLERS[Math.floor(random() * FILLERS.length)] ?? [];
  const said = { tokens: [...filler, ...kept.map((at) => tokens[at] ?? '')], marked: [...filler, ...kept.map((at) => marked[at] ?? '')] };
  return analyser.fromTokens(said, concepts.filter(() => random() >= 0.15));
}
