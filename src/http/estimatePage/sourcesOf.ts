import type { Basis } from '../../policy/index.js';
import type { ResultPage } from './ResultPage.js';
import type { Say } from './Say.js';

/** The documents that a calculation stands on, each once, with the articles and clauses of it. */
export function sourcesOf(bases: readonly Basis[], say: Say): ResultPage['sources'] {
  const byDocument = Map.groupBy(bases, ({ document }) => document);
  return [...byDocument].map(([document, used]) => ({
    document,
    places: [...new Set(used.map((basis) => placeOf(basis, say)))].filter((place) => place !== ''),
    link: used.find(({ link }) => link?.startsWith('https://') === true)?.link ?? null,
  }));
}

/** `Điều 31 khoản 2`; empty where the whole document is meant. */
function placeOf({ article, clause }: Basis, { t }: Say): string {
  return [
    ...(article === undefined ? [] : [t('article', { article })]),
    ...(clause === undefined ? [] : [t('clause', { clause })]),
  ].join(' ');
}
