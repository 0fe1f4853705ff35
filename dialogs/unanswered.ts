import type { FaqMatch } from '../src/content/index.js';
import { maskQuestion } from '../src/unanswered/index.js';
import type { ChatTurn } from './ChatTurn.js';

/** Notes a message that got no answer, for whoever writes the answers. */
export function noteUnanswered(turn: ChatTurn, match: FaqMatch): void {
  turn.memory.unsettled = undefined;
  // A bare number or sign asks nothing that an answer could be written for.
  if (!/\p{L}{2}/u.test(turn.text)) return;
  note(turn, match.why?.reason === 'other_matter' ? 'other_matter' : 'handoff');
}

/** Notes a message for which topics are offered; choosing one takes the note back. */
export function noteOffered(turn: ChatTurn): void {
  turn.memory.unsettled = note(turn, 'clarify');
}

/** What was asked is among the topics offered. */
export function settleOffered(turn: ChatTurn): void {
  if (turn.memory.unsettled !== undefined) turn.scope.unanswered.settle(turn.memory.unsettled);
  turn.memory.unsettled = undefined;
}

function note(turn: ChatTurn, outcome: 'clarify' | 'handoff' | 'other_matter'): string {
  const { locale } = turn.memory;
  const text = maskQuestion(turn.text);
  // Read again without what was masked: the marks may hold no more than the text does.
  const { why } = turn.scope.content.match(text, locale);
  const marks = [...(why?.concepts ?? []).map((concept) => `concept:${concept}`), ...(why?.read ?? [])];
  return turn.scope.unanswered.note({ locale, outcome, text, marks });
}
