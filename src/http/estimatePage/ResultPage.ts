import type { Block, Headline } from './Presentation.js';

/** A calculation opened again, with everything the page says of it. */
export type ResultPage = Readonly<{
  /** What the calculation is about. */
  kind: string;
  headline: Headline;
  /** Day of the law it stands on, `YYYY-MM-DD`; null where nothing was looked up. */
  date: string | null;
  blocks: readonly Block[];
  lists: readonly ResultList[];
  /** Whom to ask or what to do, where there is no amount. */
  advice: string | null;
  warnings: readonly string[];
  assumptions: readonly string[];
  steps: readonly Readonly<{ label: string; text: string }>[];
  sources: readonly Source[];
}>;

export type ResultList = Readonly<{ title: string; items: readonly string[] }>;

/** A document with the places of it that were used. */
export type Source = Readonly<{ document: string; places: readonly string[]; link: string | null }>;
