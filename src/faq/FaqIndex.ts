import { foldText, plainText, type Lexicon } from '../language/index.js';
import type { FaqEntry, FaqLocale } from './FaqEntry.js';
import { analysersOf } from './Analyser.js';
import { Learned } from './Learned.js';
import { Matcher } from './Matcher.js';
import type { Calibration } from './calibration.js';
import type { Negatives } from './negatives.js';
import { Smalltalk } from './Smalltalk.js';

export interface FaqSources {
  readonly entries: readonly FaqEntry[];
  readonly lexicon: Lexicon;
  readonly negatives: Negatives;
  readonly calibration: Calibration;
}

/** What may be meant by a bare name, and the concepts of that name: a message with further ones asks something of it. */
export interface BareTopic {
  readonly topics: readonly string[];
  readonly concepts: ReadonlySet<string>;
}

/** The approved entries, ready to be asked. Made by `buildIndex`; a changed entry means a new index. */
export interface FaqIndex {
  readonly entries: ReadonlyMap<string, FaqEntry>;
  readonly matchers: Readonly<Record<FaqLocale, Matcher>>;
  readonly smalltalk: Smalltalk;
  /** Topics to offer when nothing but this is said, by unmarked wording. */
  readonly bareTopics: ReadonlyMap<string, BareTopic>;
  /** The topic of every wording as it stands; none where two topics have the same. */
  readonly wordForWord: ReadonlyMap<string, string>;
  /** Unmarked messages that ask on without saying what about. */
  readonly followUps: ReadonlySet<string>;
  readonly calibration: Calibration;
}

/** What was learnt from the sources, per language. */
export type LearnedByLocale = Readonly<Record<FaqLocale, Learned>>;

/** Learns from the sources; the same sources give the same state. Takes seconds. */
export function learn({ entries, lexicon, negatives }: FaqSources): LearnedByLocale {
  const analysers = analysersOf(lexicon);
  const learnt = (locale: FaqLocale): Learned => Learned.from(entries, analysers[locale], negatives);
  return { vi: learnt('vi'), en: learnt('en') };
}

/**
 * Makes an index over the entries of a publication; the same sources give the same index.
 * @param learned what was learnt, also from an earlier state of the entries
 * @throws Error when two entries have the same id.
 */
export function buildIndex(
  { entries, lexicon, negatives, calibration }: FaqSources,
  learned: LearnedByLocale,
): FaqIndex {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  if (byId.size !== entries.length) throw new Error('Two FAQ entries have the same id.');
  const analysers = analysersOf(lexicon);
  const matcher = (locale: FaqLocale): Matcher =>
    Matcher.of(entries, analysers[locale], negatives.outOfScope[locale], learned[locale]);
  const matchers = { vi: matcher('vi'), en: matcher('en') };
  const bareTopics = new Map<string, BareTopic>();
  for (const { said, topics } of lexicon.topics) {
    const known = topics.filter((topic) => byId.has(topic));
    for (const text of said) {
      const concepts = [matchers.vi, matchers.en].flatMap((one) => one.analyser.analyse(text).concepts);
      for (const form of bareForms(text, matchers)) {
        const held = bareTopics.get(form);
        bareTopics.set(form, {
          // Different names can come down to the same words: the first one listed, or the very name, says what is meant.
          topics: held === undefined || form === foldText(text) ? known : held.topics,
          concepts: new Set([...(held?.concepts ?? []), ...concepts]),
        });
      }
    }
  }
  const followUps = new Set([...negatives.followUps.vi, ...negatives.followUps.en].map(plainText));
  const smalltalk = new Smalltalk(negatives);
  const wordForWord = topicsByWording(entries);
  return { entries: byId, matchers, smalltalk, bareTopics, wordForWord, followUps, calibration };
}

/** The same index with what was learnt since. */
export function withLearned(index: FaqIndex, learned: LearnedByLocale): FaqIndex {
  const { vi, en } = index.matchers;
  return { ...index, matchers: { vi: vi.with(learned.vi), en: en.with(learned.en) } };
}

/** Under which a wording is looked up as it stands: without marks of any kind. */
export function wordingKey(text: string): string {
  return foldText(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const keysOfEntries = new WeakMap<FaqEntry, readonly string[]>();

function keysOf(entry: FaqEntry): readonly string[] {
  const known = keysOfEntries.get(entry);
  if (known) return known;
  const { title, phrasings } = entry;
  const keys = [title.vi, title.en, ...phrasings.vi, ...phrasings.en]
    .map(wordingKey)
    .filter((key) => key !== '');
  keysOfEntries.set(entry, keys);
  return keys;
}

function topicsByWording(entries: readonly FaqEntry[]): ReadonlyMap<string, string> {
  const topics = new Map<string, string>();
  const shared = new Set<string>();
  for (const entry of entries) {
    for (const key of keysOf(entry)) {
      if ((topics.get(key) ?? entry.id) !== entry.id) shared.add(key);
      topics.set(key, entry.id);
    }
  }
  for (const key of shared) topics.delete(key);
  return topics;
}

/** The forms under which a bare topic is looked up: its meaning-carrying words in either language, in order. */
export function bareForms(text: string, matchers: FaqIndex['matchers']): readonly string[] {
  const forms = [matchers.vi, matchers.en].map((matcher) => matcher.analyser.contentOf(text).join(' '));
  return [...new Set([foldText(text), ...forms])].filter((form) => form !== '');
}
