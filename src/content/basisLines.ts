import type { Translate } from '../i18n/index.js';

type Place = Readonly<{ document: string; article?: string | undefined; clause?: string | undefined }>;

/** What a text rests on, one line a document: `Luật BHXH 41/2024/QH15: Điều 31 khoản 2; Điều 36`. */
export function basisLines(basis: readonly Place[], words: Translate): readonly string[] {
  const places = new Map<string, string[]>();
  for (const { document, article, clause } of basis) {
    const place = [
      ...(article === undefined ? [] : [words('chat:basis.article', { article })]),
      ...(clause === undefined ? [] : [words('chat:basis.clause', { clause })]),
    ].join(' ');
    places.set(document, [...(places.get(document) ?? []), ...(place === '' ? [] : [place])]);
  }
  return [...places].map(([document, list]) =>
    list.length === 0 ? document : `${document}: ${list.join('; ')}`,
  );
}
