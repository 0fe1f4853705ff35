import type { ChatTurn, ChoiceButton } from './ChatTurn.js';
import { answerSeveral } from './answerSeveral.js';
import { answerQuestion, askWhich, chooseOffered } from './questions.js';

/** `answered`: what is open goes on at once. `offered`: topics are offered, and the citizen says what comes next. */
export type Aside = 'answered' | 'offered' | 'nothing';

/**
 * Answers what is asked beside a form or a guide: a topic offered a moment ago, one question, several at once, or, where only the
 * citizen can say what is meant, the topics to choose from with `others` beside them.
 */
export async function answerAside(
  turn: ChatTurn,
  isQuestion: boolean,
  others: readonly ChoiceButton[],
): Promise<Aside> {
  if (await chooseOffered(turn)) return 'answered';
  turn.memory.offered = [];
  if (!isQuestion) return smalltalk(turn);
  const { status } = await answerSeveral(turn, others);
  if (status !== 'nothing') return status;
  if (await answerQuestion(turn)) return 'answered';
  const match = turn.scope.content.match(turn.text, turn.memory.locale);
  if (match.decision !== 'clarify') return smalltalk(turn);
  await askWhich(
    turn,
    match.candidates.map(({ topic }) => topic),
    others,
  );
  return 'offered';
}

/** Thanks and greetings are answered and no miss; after a long while the greeting back says more. */
async function smalltalk(turn: ChatTurn): Promise<Aside> {
  const { decision, smalltalk: kind } = turn.scope.content.match(turn.text, turn.memory.locale);
  if (decision !== 'smalltalk' || turn.isBack) return 'nothing';
  const thanks = kind === 'thanks' && /\b(?:cam on|cam ta|camon|thank\w*|tks)\b/.test(turn.plain);
  if (!thanks && kind !== 'who') return 'nothing';
  await turn.say({ text: turn.t(`smalltalk.${kind}`, { hotline: turn.hotline }) });
  return 'answered';
}
