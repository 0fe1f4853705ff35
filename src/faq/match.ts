import { cleanText, isSyllable, plainText, readCommand, readIntent, type Intent } from '../language/index.js';
import { confidence, mayAnswer, mayOffer } from './confidence.js';
import type { FaqLocale } from './FaqEntry.js';
import { bareForms, type FaqIndex } from './FaqIndex.js';
import { isPersonalCase } from './personalCase.js';
import type { Scored } from './Matcher.js';
import type { SmalltalkKind } from './negatives.js';

export type Decision = 'answer' | 'clarify' | 'handoff' | 'smalltalk' | 'estimate' | 'lead';

export interface Candidate {
  readonly topic: string;
  /** 0 to 1. */
  readonly score: number;
}

/**
 * What to do with a question. `answer` and, where an approved text fits too, `estimate` carry a topic. `clarify` offers the first
 * three candidates; `handoff` is the abstention: nothing approved answers this.
 */
export interface Match {
  readonly decision: Decision;
  readonly topic: string | null;
  /** At most five, best first, whatever the decision. */
  readonly candidates: readonly Candidate[];
  readonly smalltalkKind?: SmalltalkKind;
  readonly intent?: Intent;
}

/** A second topic at this share of the first one's score is a tie. */
const NEAR_TIE = 0.75;
/** An entry of the other scheme counts as fitting too from this share of the first one's score. */
const SECOND_SCHEME = 0.2;
const MOST_CANDIDATES = 5;
const LONGEST_QUESTION = 2000;
/** Nothing longer only names a topic. */
const LONGEST_NAME = 80;

/** Decides what a question is answered with. Pure: the same index and question give the same match. */
export function match(index: FaqIndex, question: string, locale: FaqLocale): Match {
  const text = cleanText(question.slice(0, LONGEST_QUESTION));
  const smalltalkKind = index.smalltalk.kindOf(text);
  if (smalltalkKind) return { decision: 'smalltalk', topic: null, candidates: [], smalltalkKind };
  const scored = score(index, text, locale);
  const candidates = topCandidates(scored);
  const command = readCommand(text);
  if (command.status === 'value' && command.value === 'person')
    return { decision: 'handoff', topic: null, candidates };
  const offered = namedTopics(index, text);
  if (offered) return { decision: 'clarify', topic: null, candidates: inFront(offered, candidates) };
  const intent = readIntent(text);
  if (intent.status === 'value') return forIntent(index, intent.value, candidates);
  if (isPersonalCase(text)) return { decision: 'handoff', topic: null, candidates };
  const best = scored.scores[0];
  const sure = confidence(scored);
  const telling = !index.followUps.has(plainText(text));
  if (best && telling && mayAnswer(sure, scored.cued) && !isTie(scored) && !schemeOpen(index, scored))
    return { decision: 'answer', topic: best.topic, candidates };
  return {
    decision: mayOffer(sure) && candidates.length > 0 ? 'clarify' : 'handoff',
    topic: null,
    candidates,
  };
}

/** What may be meant where a message names a scheme or a thing and asks nothing of it. */
function namedTopics(index: FaqIndex, text: string): readonly string[] | undefined {
  if (text.length > LONGEST_NAME) return undefined;
  const forms = bareForms(text, index.matchers);
  return forms.map((form) => index.bareTopics.get(form)).find((topics) => topics !== undefined);
}

/** The second topic fits nearly as well as the first. */
function isTie({ scores: [first, second] }: Scored): boolean {
  return first !== undefined && second !== undefined && second.fused > NEAR_TIE * first.fused;
}

/** Neither scheme is named and one entry of each fits: only the citizen can say which is meant. */
function schemeOpen(index: FaqIndex, { scores, schemes }: Scored): boolean {
  if (schemes.length > 0) return false;
  const [first, ...others] = scores.slice(0, 3);
  const product = first && index.entries.get(first.topic)?.product;
  if (!first || product === undefined || product === 'common') return false;
  return others.some(({ topic, fused }) => {
    const other = index.entries.get(topic)?.product;
    return other !== product && other !== 'common' && fused > SECOND_SCHEME * first.fused;
  });
}

/** A question may come in the other language than the page's: the one that knows more of its words answers. */
function score(index: FaqIndex, text: string, locale: FaqLocale): Scored {
  const own = index.matchers[locale].score(text);
  const other = index.matchers[locale === 'vi' ? 'en' : 'vi'];
  if ((locale === 'vi') !== looksEnglish(text)) return own;
  const theirs = other.score(text);
  return (theirs.scores[0]?.fused ?? 0) > (own.scores[0]?.fused ?? 0) ? theirs : own;
}

const ENGLISH = new Set(
  'how what where when who which why is are does for and of my with should will much many i if'.split(' '),
);

/** English words in a text without a Vietnamese mark, most of them no Vietnamese syllables. */
function looksEnglish(text: string): boolean {
  const words = text.toLowerCase().match(/[a-z]+/gu) ?? [];
  if (!/^[ -~]*$/u.test(text) || !words.some((word) => ENGLISH.has(word))) return false;
  return words.filter((word) => !isSyllable(word)).length >= words.length * 0.4;
}

const ESTIMATE_TOPICS: Readonly<Partial<Record<Intent, string>>> = {
  estimate_voluntary: 'tn-muc-dong',
  estimate_household: 'yt-muc-dong',
};

function forIntent(index: FaqIndex, intent: Intent, candidates: readonly Candidate[]): Match {
  if (intent === 'lead') return { decision: 'lead', topic: null, candidates, intent };
  const topic = ESTIMATE_TOPICS[intent];
  if (topic === undefined || !index.entries.has(topic))
    return { decision: 'estimate', topic: null, candidates, intent };
  return { decision: 'estimate', topic, candidates: inFront([topic], candidates), intent };
}

function topCandidates({ scores }: Scored): readonly Candidate[] {
  return scores
    .slice(0, MOST_CANDIDATES)
    .filter(({ fused }) => fused > 0)
    .map(({ topic, fused }) => ({ topic, score: round(fused) }));
}

function inFront(topics: readonly string[], candidates: readonly Candidate[]): readonly Candidate[] {
  const highest = Math.max(candidates[0]?.score ?? 0, 0.5);
  const first = topics.map((topic, at) => ({ topic, score: round(highest - at * 0.001) }));
  return [...first, ...candidates.filter(({ topic }) => !topics.includes(topic))].slice(0, MOST_CANDIDATES);
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000;
}
