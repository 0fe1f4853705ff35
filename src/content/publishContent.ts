import {
  checkEntry,
  checkStyle,
  figuresOf,
  match,
  plainWordsOf,
  readability,
  renderAnswer,
  type FaqEntry,
  type FaqIndex,
  type FaqLocale,
  type FigureSource,
  type Readability,
  type Style,
} from '../faq/index.js';
import { formatDate, type Translate, type Translator } from '../i18n/index.js';
import type { Lexicon } from '../language/index.js';
import type { ParameterTable } from '../policy/index.js';
import { sayFindings, type Finding } from './sayFindings.js';
import { basisLines } from './basisLines.js';
import type { ContentSnapshot, TopicAnswer } from './ContentSnapshot.js';
import { GuideShelf } from './guides/GuideShelf.js';
import type { ShippedGuides } from './guides/readGuides.js';

export type PublicationInput = Readonly<{
  index: FaqIndex;
  lexicon: Lexicon;
  style: Style;
  table: ParameterTable;
  tableVersion: string;
  guides: ShippedGuides;
  words: Translator;
  referenceKey: Uint8Array;
}>;

/** How an entry reads on a day, per language, and how easily. */
export type EntryPreview = Readonly<
  Record<
    FaqLocale,
    Readonly<{
      answer: string;
      more: readonly string[];
      doubtful: string | null;
      /** Of all its texts together; null where they can't be rendered. */
      readability: Readability | null;
    }>
  >
>;

/** One whole state of the content, made at once and used until the next one is. */
export type PublishedContent = Readonly<{
  snapshot: ContentSnapshot;
  preview: (entry: FaqEntry, date: string) => EntryPreview;
  check: (entry: FaqEntry, date: string, words: Translate) => readonly Finding[];
}>;

/** Every topic in both languages, and room for a change of the day. */
const maxKeptAnswers = 2_000;

/** Makes answers, figures and understanding ready to be used together. */
export function publishContent(input: PublicationInput): PublishedContent {
  const { index, lexicon, style, table, tableVersion, words, referenceKey } = input;
  const figures = figuresOf(table);
  // One publication gives one answer a day and language: rendering it once is enough.
  const answers = new Map<string, TopicAnswer | undefined>();
  const entries = [...index.entries.values()];
  return {
    snapshot: {
      match: (question, locale) => {
        const { smalltalkKind, ...found } = match(index, question, locale);
        return smalltalkKind === undefined ? found : { ...found, smalltalk: smalltalkKind };
      },
      answer: (topic, locale, date) => {
        const key = `${topic} ${locale} ${date}`;
        if (answers.has(key)) return answers.get(key);
        const entry = index.entries.get(topic);
        const answer = entry && toAnswer({ entry, locale, date, figures, words: words(locale) });
        if (answers.size >= maxKeptAnswers) answers.clear();
        answers.set(key, answer);
        return answer;
      },
      guides: new GuideShelf(input.guides, figures, words),
      hotline: (date) => String(figures.value('hotline', date) ?? ''),
      table,
      tableVersion,
      referenceKey,
    },
    preview: (entry, date) => ({
      vi: previewIn(entry, 'vi', date, { figures, entries }),
      en: previewIn(entry, 'en', date, { figures, entries }),
    }),
    check: (entry, date, translate) =>
      sayFindings(
        [
          ...checkEntry(entry, { entries, figures, date }),
          ...checkStyle(entry, { style, lexicon, figures, date }),
        ],
        translate,
      ),
  };
}

/** Undefined when a figure of the text has no value on that day: then the matter is handed over, nothing is guessed. */
function toAnswer(
  input: Readonly<{
    entry: FaqEntry;
    locale: FaqLocale;
    date: string;
    figures: FigureSource;
    words: Translate;
  }>,
): TopicAnswer | undefined {
  const { entry, locale, date, figures, words } = input;
  const rendered = renderAnswer(entry, locale, figures, date);
  if (rendered.status === 'unknown') return undefined;
  const overdue = rendered.overdue
    ? words('content:overdue', { date: formatDate(entry.reviewBy) })
    : undefined;
  const cautions = [rendered.doubtful, overdue].filter((text) => typeof text === 'string');
  return {
    topic: entry.id,
    title: entry.title[locale],
    answer: rendered.answer,
    more: rendered.more,
    doubtful: cautions.length === 0 ? undefined : cautions.join('\n'),
    documents: [...new Set(entry.basis.map(({ document }) => document))],
    basis: basisLines(entry.basis, words),
    related: entry.related,
    nextStep: entry.nextStep ?? undefined,
  };
}

function previewIn(
  entry: FaqEntry,
  locale: FaqLocale,
  date: string,
  { figures, entries }: Readonly<{ figures: FigureSource; entries: readonly FaqEntry[] }>,
): EntryPreview[FaqLocale] {
  const unread = { more: [], doubtful: null, readability: null };
  try {
    const rendered = renderAnswer(entry, locale, figures, date);
    if (rendered.status === 'unknown')
      return { ...unread, answer: `{{ ${rendered.references.join(', ')} }}` };
    const { answer, more, doubtful } = rendered;
    const whole = [answer, ...more, doubtful ?? ''].join('\n');
    return { answer, more, doubtful, readability: readability(whole, plainWordsOf(entries, locale)) };
  } catch (error) {
    // A half-typed template can't be rendered; the findings beside the field say what is wrong.
    return { ...unread, answer: error instanceof Error ? error.message : String(error) };
  }
}
