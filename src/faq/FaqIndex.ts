import { foldText, plainText, type Lexicon } from '../language/index.js';
import type { FaqEntry, FaqLocale } from './FaqEntry.js';
import { analysersOf } from './Analyser.js';
import { Matcher } from './Matcher.js';
import type { Negatives } from './negatives.js';
import { Smalltalk } from './Smalltalk.js';

export interface FaqSources {
  readonly entries: readonly FaqEntry[];
  readonly lexicon: Lexicon;
  readonly negatives: Negatives;
}

/** The approved entries, ready to be asked. Made by `buildIndex`; a changed entry means a new index. */
export interface FaqIndex {
  readonly entries: ReadonlyMap<string, FaqEntry>;
  readonly matchers: Readonly<Record<FaqLocale, Matcher>>;
  readonly smalltalk: Smalltalk;
  /** Topics to offer when nothing but this is said, by unmarked wording. */
  readonly bareTopics: ReadonlyMap<string, readonly string[]>;
  /** Unmarked messages that ask on without saying what about. */
  readonly followUps: ReadonlySet<string>;
}

/**
 * Makes an index over the entries of a publication; the same sources give the same index.
 * @throws Error when two entries have the same id.
 */
export function buildIndex({ entries, lexicon, negatives }: FaqSources): FaqIndex {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  if (byId.size !== entries.length) throw new Error('Two FAQ entries have the same id.');
  const analysers = analysersOf(lexicon);
  const matcher = (locale: FaqLocale): Matcher =>
    new Matcher(entries, analysers[locale], negatives.outOfScope[locale]);
  const matchers = { vi: matcher('vi'), en: matcher('en') };
  const bareTopics = new Map(
    lexicon.topics.flatMap(({ said, topics }) => {
      const known = topics.filter((topic) => byId.has(topic));
      return said.flatMap((text) =>
        bareForms(text, matchers).map((form): [string, readonly string[]] => [form, known]),
      );
    }),
  );
  const followUps = new Set([...negatives.followUps.vi, ...negatives.followUps.en].map(plainText));
  return { entries: byId, matchers, smalltalk: new Smalltalk(negatives), bareTopics, followUps };
}

/** The forms under which a bare topic is looked up: its meaning-carrying words in either language, in order. */
export function bareForms(text: string, matchers: FaqIndex['matchers']): readonly string[] {
  const forms = [matchers.vi, matchers.en].map((matcher) => matcher.analyser.analyse(text).content.join(' '));
  return [...new Set([...forms, foldText(text)])].filter((form) => form !== '');
}
