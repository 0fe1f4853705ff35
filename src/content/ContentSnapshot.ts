import type { Why } from '../faq/index.js';
import type { Locale } from '../i18n/index.js';
import type { ParameterTable } from '../policy/index.js';
import type { GuideShelf } from './guides/GuideShelf.js';

/** The published content as it stood when the turn began. */
export type ContentSnapshot = Readonly<{
  match: (question: string, locale: Locale) => FaqMatch;
  /** An approved answer with the figures of `date`; undefined for a topic that isn't published. */
  answer: (topic: string, locale: Locale, date: string) => TopicAnswer | undefined;
  /** What is told one step per message, and its pictures. */
  guides: Pick<GuideShelf, 'list' | 'find' | 'forTopic' | 'picture'>;
  /** The hotline's number as the table has it on a date. */
  hotline: (date: string) => string;
  table: ParameterTable;
  tableVersion: string;
  /** Key under which references of estimates are signed. */
  referenceKey: Uint8Array;
}>;

/** What understanding makes of a message. */
export type FaqMatch = Readonly<{
  decision: 'answer' | 'clarify' | 'handoff' | 'smalltalk' | 'estimate' | 'lead';
  topic: string | null;
  candidates: readonly Readonly<{ topic: string; score: number }>[];
  smalltalk?: 'greeting' | 'thanks' | 'bye' | 'who' | 'other';
  /** What the decision rests on. */
  why?: Why;
}>;

/** An answer ready to be said: bubbles of text, figures filled in. */
export type TopicAnswer = Readonly<{
  topic: string;
  title: string;
  answer: string;
  more: readonly string[];
  doubtful: string | undefined;
  /** The documents the answer rests on, by name. */
  documents: readonly string[];
  /** The same with articles and clauses, a line each. */
  basis: readonly string[];
  related: readonly string[];
  nextStep: 'estimate_voluntary' | 'estimate_household' | 'lead' | 'hotline' | undefined;
}>;
