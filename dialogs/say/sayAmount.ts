import { createHash } from 'node:crypto';
import type { AmountEstimate, Estimate } from '../../src/estimates/index.js';
import type { ChatTurn, ChoiceButton } from '../ChatTurn.js';
import { sourceLine } from '../questions.js';
import { layOut } from './layOut.js';

/** Doubts that change what somebody would do today; they are told before the others. */
const urgent = [
  'business_tax_method_doubtful',
  'plan_budget_below_floor',
  'budget_below_floor',
  'plan_budget_exceeded_later',
  'income_below_next_floor',
  'arrears_support_doubtful',
  'benefit_level_differs',
  'plan_projection',
];
/** Documents that a reply names; "vì sao" names all of them with their articles. */
const mostDocuments = 3;
/** Buttons under one reply; more are hard to tell apart on a small telephone. */
const mostButtons = 5;

/** Says an estimate: what it is, what it rests on, what is doubtful; what has no room is offered. */
export async function sayAmount(
  turn: ChatTurn,
  estimate: AmountEstimate<object>,
  {
    texts,
    remarks = [],
    concerns = () => true,
    isKept = true,
    choices,
  }: Readonly<{
    texts: readonly string[];
    /** What else was taken for granted; told like a note, and before them. */
    remarks?: readonly string[];
    /** Whether a warning is about what is said; one about another option is told with that. */
    concerns?: (code: string) => boolean;
    /** Whether it is worth a page of its own. */
    isKept?: boolean;
    choices: readonly ChoiceButton[];
  }>,
): Promise<void> {
  turn.memory.lastWas = 'estimate';
  // What was said of an estimate a moment ago needs no saying again when one thing in it changes.
  const known = new Set(turn.memory.warned);
  const all = [...remarks, ...inOrder(estimate, concerns)];
  const notes = all.filter((text) => !known.has(digestOf(text)));
  const layout = layOut({
    texts,
    mind: turn.t('estimate.mind'),
    notes,
    more: (left) => turn.t('estimate.more_notes', { left }),
    source: sourceOf(turn, estimate),
    ...(isKept ? { link: turn.t('estimate.keep', { address: turn.pageOf(estimate) }) } : {}),
  });
  turn.memory.unsaid = notes.slice(layout.notes);
  const left = new Set(turn.memory.unsaid);
  turn.memory.warned = all.filter((text) => !left.has(text)).map(digestOf);
  await turn.sayAll(layout.bubbles, {
    choices: left.size === 0 ? choices : withNotesButton(turn, choices),
    channelData: { estimate: { reference: estimate.reference } },
  });
}

/** Says the notes of the last estimate for which there was no room. */
export async function sayMoreNotes(turn: ChatTurn): Promise<true> {
  const { unsaid } = turn.memory;
  if (unsaid.length === 0) {
    await turn.say({ text: turn.t('estimate.no_more_notes'), choices: [turn.button('call_me')] });
    return true;
  }
  const layout = layOut({ texts: [], mind: turn.t('estimate.mind'), notes: unsaid });
  turn.memory.unsaid = unsaid.slice(layout.notes);
  turn.memory.warned = [...turn.memory.warned, ...unsaid.slice(0, layout.notes).map(digestOf)];
  const choices = [turn.button('why'), turn.button('edit'), turn.button('call_me')];
  await turn.sayAll(layout.bubbles, {
    choices: turn.memory.unsaid.length === 0 ? choices : withNotesButton(turn, choices),
  });
  return true;
}

/** Says why there is no amount: every reason at once, or what isn't published. */
export async function sayNoAmount(
  turn: ChatTurn,
  estimate: Exclude<Estimate<object>, AmountEstimate<object>>,
  edits: readonly ChoiceButton[],
): Promise<void> {
  if (estimate.status === 'incomplete')
    throw new Error(`A finished form lacks ${estimate.missing.join(', ')}.`);
  if (estimate.status === 'not_eligible') {
    const reasons = estimate.reasons.map(({ text }) => text).join('\n');
    const source = sourceLine(
      turn,
      estimate.reasons.map(({ basis }) => basis.document),
    );
    await turn.say({ text: `${reasons}\n\n${source}`, choices: [...edits, turn.button('call_me')] });
    return;
  }
  const unknown = estimate.unknown.map(({ text }) => text).join('\n');
  await turn.say({
    text: `${unknown}\n${turn.t('estimate.unknown', { hotline: turn.hotline })}`,
    choices: [...edits, turn.button('call_me')],
  });
}

/** What an estimate rests on, by name, the first few in short. */
export function sourceOf(turn: ChatTurn, { parameters }: AmountEstimate<object>): string {
  const documents = [...new Set(parameters.map(({ basis }) => shortName(basis.document)))];
  const left = documents.length - mostDocuments;
  if (left <= 0) return sourceLine(turn, documents);
  const named = documents.slice(0, mostDocuments).join('; ');
  return turn.t('faq.source_and_more', { documents: named, left });
}

/** `NĐ 159/2025/NĐ-CP`, as the answers name it. */
export function shortName(document: string): string {
  return document.replace(/^Nghị định (?=\d)/, 'NĐ ').replace('(sửa đổi bởi Luật ', '(sđ ');
}

/** An estimate that was given before and can be made again. */
export function asAmount<Figures>(estimate: Estimate<Figures>): AmountEstimate<Figures> {
  if (estimate.status !== 'amount') throw new Error('An estimate that was given can no longer be made.');
  return estimate;
}

function withNotesButton(turn: ChatTurn, choices: readonly ChoiceButton[]): readonly ChoiceButton[] {
  const kept = choices.slice(0, -1).slice(0, mostButtons - 2);
  return [...kept, turn.button('more_notes'), ...choices.slice(-1)];
}

function inOrder(
  { warnings }: AmountEstimate<object>,
  concerns: (code: string) => boolean,
): readonly string[] {
  const place = (code: string): number => {
    const index = urgent.indexOf(code);
    return index < 0 ? urgent.length : index;
  };
  return warnings
    .filter(({ code }) => concerns(code))
    .toSorted((a, b) => place(a.code) - place(b.code))
    .map(({ text }) => text);
}

/** Enough to tell one warning's words from another's in a conversation. */
function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 8);
}
