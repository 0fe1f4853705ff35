import { cleanText, isSyllable, plainText, readCommand, readIntent, type Intent } from '../language/index.js';
import type { Calibration } from './calibration.js';
import { confidence, thresholds } from './confidence.js';
import type { FaqLocale } from './FaqEntry.js';
import { bareForms, wordingKey, type FaqIndex } from './FaqIndex.js';
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
  readonly why: Why;
}

/** What a decision rests on, for whoever edits the answers and for tests. */
export interface Why {
  readonly reason: Reason;
  /** The message as it was read: words put right and phrases joined. */
  readonly read: readonly string[];
  readonly concepts: readonly string[];
  /** Schemes of insurance that the message names. */
  readonly schemes: readonly string[];
  /** How sure the first topic is the right one, and that the message is about what is answered here at all. */
  readonly right: number;
  readonly about: number;
  /** What `right` and `about` had to reach for an answer, and `about` for an offer. */
  readonly thresholds: { readonly right: number; readonly about: number; readonly offer: number };
}

/** Why a message was decided as it was. */
export type Reason =
  | 'smalltalk'
  | 'asks_for_person'
  | 'names_topic_only'
  | 'intent'
  | 'personal_case'
  | 'word_for_word'
  | 'sure'
  | 'follow_up'
  | 'near_tie'
  | 'scheme_open'
  | 'not_sure'
  | 'other_matter'
  | 'nothing_found';

const MOST_CANDIDATES = 5;
const LONGEST_QUESTION = 2000;
/** Nothing longer only names a topic. */
const LONGEST_NAME = 80;
/** Tokens; small talk is short. */
const LONGEST_SMALLTALK = 14;

/** Decides what a question is answered with. Pure: the same index and question give the same match. */
export function match(index: FaqIndex, question: string, locale: FaqLocale): Match {
  const text = cleanText(question.slice(0, LONGEST_QUESTION));
  const scored = score(index, text, locale);
  const sure = confidence(scored, index.calibration);
  const limits = thresholds(scored.cued, index.calibration);
  const candidates = topCandidates(scored);
  const because = (reason: Reason): Why => ({
    reason,
    read: scored.analysis.tokens,
    concepts: scored.analysis.concepts,
    schemes: scored.schemes,
    right: round(sure.right),
    about: round(sure.about),
    thresholds: limits,
  });
  const undecided = (decision: Decision, reason: Reason): Match => ({
    decision,
    topic: null,
    candidates,
    why: because(reason),
  });

  const known = index.smalltalk.kindOf(text);
  const command = readCommand(text);
  if (known === undefined && command.status === 'value' && command.value === 'person')
    return undecided('handoff', 'asks_for_person');
  const smalltalkKind = known ?? likelySmalltalk(scored, index.calibration);
  if (smalltalkKind) return { ...undecided('smalltalk', 'smalltalk'), candidates: [], smalltalkKind };
  const offered = namedTopics(index, text, scored);
  if (offered) {
    return { ...undecided('clarify', 'names_topic_only'), candidates: inFront(offered, candidates) };
  }
  const intent = readIntent(text);
  const asksElse = asksSomethingElse(index, scored, intent.status === 'value' ? intent.value : undefined);
  if (intent.status === 'value' && !(asksElse && sure.right >= limits.right))
    return { ...forIntent(index, intent.value, candidates), why: because('intent') };
  if (isPersonalCase(text)) return undecided('handoff', 'personal_case');
  const wording = index.wordForWord.get(wordingKey(text));
  if (wording !== undefined && !index.followUps.has(plainText(text)) && !schemeOpen(index, scored))
    return {
      decision: 'answer',
      topic: wording,
      candidates: inFront([wording], candidates),
      why: because('word_for_word'),
    };
  const best = scored.scores[0];
  if (!best || best.fused === 0) return undecided('handoff', 'nothing_found');
  if (sure.about < limits.offer) return undecided('handoff', 'other_matter');
  const doubt = doubtOf(index, scored, text);
  if (doubt !== undefined) return undecided('clarify', doubt);
  if (sure.right < limits.right || sure.about < limits.about) return undecided('clarify', 'not_sure');
  return { decision: 'answer', topic: best.topic, candidates, why: because('sure') };
}

/** Small talk that isn't known word for word; whatever names insurance is none. */
function likelySmalltalk(
  { smalltalk, cued, analysis }: Scored,
  calibration: Calibration,
): SmalltalkKind | undefined {
  if (cued || analysis.tokens.length > LONGEST_SMALLTALK) return undefined;
  // A number or a date answers something; it is no greeting.
  if (analysis.tokens.some((token) => /[0-9#]/u.test(token))) return undefined;
  return smalltalk.probability >= calibration.smalltalk ? smalltalk.kind : undefined;
}

/**
 * Whether the best topic isn't a matter of the price that an estimate tells: what a pension would be, what is returned, where to
 * pay. Amounts are named in such questions too.
 */
function asksSomethingElse(
  index: FaqIndex,
  { scores: [best], analysis }: Scored,
  intent: Intent | undefined,
): boolean {
  if (best === undefined || intent === undefined || intent === 'lead') return false;
  if (best.topic === ESTIMATE_TOPICS[intent]) return false;
  return index.entries.get(best.topic)?.nextStep !== intent || analysis.concepts.includes('pension');
}

/** What keeps a question from being answered at once, however well an entry fits. */
function doubtOf(index: FaqIndex, scored: Scored, text: string): Reason | undefined {
  if (index.followUps.has(plainText(text))) return 'follow_up';
  if (isTie(scored, index.calibration.nearTie)) return 'near_tie';
  return schemeOpen(index, scored) ? 'scheme_open' : undefined;
}

/** What may be meant where a message names a scheme or a thing and asks nothing of it. */
function namedTopics(index: FaqIndex, text: string, { analysis }: Scored): readonly string[] | undefined {
  if (text.length > LONGEST_NAME) return undefined;
  const forms = bareForms(text, index.matchers);
  const bare = forms.map((form) => index.bareTopics.get(form)).find((found) => found !== undefined);
  return bare !== undefined && analysis.concepts.every((concept) => bare.concepts.has(concept))
    ? bare.topics
    : undefined;
}

/** The second topic fits nearly as well as the first. */
function isTie({ scores: [first, second] }: Scored, nearTie: number): boolean {
  return first !== undefined && second !== undefined && second.fused > nearTie * first.fused;
}

/** Neither scheme is named and one entry of each fits: only the citizen can say which is meant. */
function schemeOpen(index: FaqIndex, { scores, schemes }: Scored): boolean {
  if (schemes.length > 0) return false;
  const [first, ...others] = scores.slice(0, 3);
  const product = first && index.entries.get(first.topic)?.product;
  if (!first || product === undefined || product === 'common') return false;
  return others.some(({ topic, fused }) => {
    const other = index.entries.get(topic)?.product;
    return other !== product && other !== 'common' && fused > index.calibration.secondScheme * first.fused;
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

function forIntent(index: FaqIndex, intent: Intent, candidates: readonly Candidate[]): Omit<Match, 'why'> {
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
