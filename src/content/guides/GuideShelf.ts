import { renderTemplate, type FigureSource } from '../../faq/index.js';
import { formatDate, type Locale, type Translator } from '../../i18n/index.js';
import { basisLines } from '../basisLines.js';
import type { Guide } from './guideSchema.js';
import type { ShippedGuides } from './readGuides.js';

/** A guide in one language with the figures of a day. */
export type GuideText = Readonly<{
  id: string;
  title: string;
  topics: readonly string[];
  steps: readonly Readonly<{ text: string; picture: Readonly<{ file: string; alt: string }> }>[];
  /** What is old or unverified in it; undefined where nothing is. */
  caution: string | undefined;
  documents: readonly string[];
  /** The documents with their articles, a line each. */
  basis: readonly string[];
  /** Ids of guides that one may want afterwards. */
  next: readonly string[];
}>;

/** Every guide in both languages, and room for a change of the day. */
const mostKept = 200;

/** The guides of a release, ready to be told. */
export class GuideShelf {
  readonly #shipped: ShippedGuides;
  readonly #figures: FigureSource;
  readonly #words: Translator;
  readonly #kept = new Map<string, GuideText | undefined>();

  constructor(shipped: ShippedGuides, figures: FigureSource, words: Translator) {
    this.#shipped = shipped;
    this.#figures = figures;
    this.#words = words;
  }

  /** All guides that hold on `date` (`YYYY-MM-DD`). */
  list(locale: Locale, date: string): readonly GuideText[] {
    return this.#shipped.guides.flatMap((guide) => this.#text(guide, locale, date) ?? []);
  }

  /** Undefined for an unknown guide, before its first day, and where a figure of it has no value: it is then not told. */
  find(id: string, locale: Locale, date: string): GuideText | undefined {
    const guide = this.#shipped.guides.find((one) => one.id === id);
    return guide && this.#text(guide, locale, date);
  }

  /** The guide that belongs to an answer. */
  forTopic(topic: string, locale: Locale, date: string): GuideText | undefined {
    const guide = this.#shipped.guides.find(({ topics }) => topics.includes(topic));
    return guide && this.#text(guide, locale, date);
  }

  /** The SVG text of a picture; undefined for any other name. */
  picture(file: string): string | undefined {
    return this.#shipped.pictures.get(file);
  }

  #text(guide: Guide, locale: Locale, date: string): GuideText | undefined {
    const key = `${guide.id} ${locale} ${date}`;
    if (this.#kept.has(key)) return this.#kept.get(key);
    const text = this.#render(guide, locale, date);
    if (this.#kept.size >= mostKept) this.#kept.clear();
    this.#kept.set(key, text);
    return text;
  }

  #render(guide: Guide, locale: Locale, date: string): GuideText | undefined {
    if (date < guide.validFrom) return undefined;
    const words = this.#words(locale);
    const texts = [...guide.steps.map(({ text }) => text[locale]), guide.doubtful?.[locale] ?? ''];
    const rendered = texts.map((text) => renderTemplate(text, locale, this.#figures, date));
    if (rendered.some(({ status }) => status === 'unknown')) return undefined;
    const told = rendered.map((text) => (text.status === 'ok' ? text.text : ''));
    const overdue =
      guide.reviewBy < date ? words('content:overdue', { date: formatDate(guide.reviewBy) }) : '';
    const caution = [told.at(-1) ?? '', overdue].filter((text) => text !== '').join('\n');
    return {
      id: guide.id,
      title: guide.title[locale],
      topics: guide.topics,
      steps: guide.steps.map(({ picture, alt }, at) => ({
        text: told[at] ?? '',
        picture: { file: picture, alt: alt[locale] },
      })),
      caution: caution === '' ? undefined : caution,
      documents: [...new Set(guide.basis.map(({ document }) => document))],
      basis: basisLines(guide.basis, words),
      next: guide.next,
    };
  }
}
