import { readCommand } from '../../src/language/index.js';
import type { ChatTurn } from '../ChatTurn.js';
import { forget, news } from './correction.js';
import type { Form, Slot, SlotReading } from './Form.js';
import type { Position } from './position.js';

type Values = Record<string, unknown>;

/** What a message is to the open question, and what it tells beside it. */
export function readAnswer<FormValues extends object>(
  form: Form<FormValues>,
  turn: ChatTurn,
  { slot, position }: Readonly<{ slot: Slot<FormValues>; position: Position }>,
): Readonly<{ reading: SlotReading<FormValues>; overheard: Values }> {
  const values = form.schema.parse(position.values);
  const left = wantsToSkip(turn) ? slot.skip?.(turn, values) : undefined;
  // Nothing that is asked for can be less than nothing.
  const said = isNegative(turn) ? turn.saying('') : turn;
  return {
    reading: left === undefined ? slot.read(said, values) : { status: 'filled', values: left },
    overheard: news(form.overhear(said, slot.name, values), position.values),
  };
}

/**
 * A button of another question than the open one, most likely answered before, changes that answer, whatever it would mean to the open one. Undefined where
 * none of them, or one of the open question's own, was pressed.
 */
export function readPressedEarlier<FormValues extends object>(
  form: Form<FormValues>,
  turn: ChatTurn,
  { asked, filled, values }: Position,
): Values | undefined {
  const offers = (name: string, open: FormValues): boolean =>
    form.slots
      .filter((slot) => slot.name === name)
      .some((slot) => slot.ask(turn, open).choices.some(({ title }) => turn.isTitle(title)));
  if (asked === undefined || turn.says('skip') || offers(asked, form.schema.parse(values))) return undefined;
  const others = form.slots.map(({ name }) => name).filter((name) => !filled.includes(name));
  for (const name of [...filled.toReversed(), ...others]) {
    const slot = form.slots.find((one) => one.name === name);
    if (slot === undefined || name === asked || slot.onlyWhenAsked === true) continue;
    const open = form.schema.parse(forget(values, slot));
    const reading = offers(name, open) ? slot.read(turn, open) : undefined;
    if (reading?.status === 'filled') return { ...reading.values };
  }
  return undefined;
}

/** The form's values with another answer to the question before the open one, as "à nhầm, nữ" gives it; undefined for none. */
export function readLastAgain<FormValues extends object>(
  form: Form<FormValues>,
  told: ChatTurn,
  { filled, values }: Position,
): Values | undefined {
  const last = form.slots.find(({ name }) => name === filled.at(-1));
  // Free text would take any words for an answer.
  if (last === undefined || last.freeText === true) return undefined;
  const open = forget(values, last);
  const reading = last.read(told, form.schema.parse(open));
  return reading.status === 'filled' ? { ...open, ...reading.values } : undefined;
}

/** A slot as the one that was filled last, with what was known of its values before. */
export function filledBy<FormValues>(
  { filled, undo = {}, values }: Position,
  { name, fills }: Slot<FormValues>,
): Pick<Position, 'filled' | 'undo'> {
  const own = new Set(fills.map(String));
  const before = Object.fromEntries(Object.entries(values).filter(([key]) => own.has(key)));
  return {
    filled: [...filled.filter((one) => one !== name), name],
    undo: { ...undo, [name]: before },
  };
}

function wantsToSkip(turn: ChatTurn): boolean {
  const command = readCommand(turn.text);
  return turn.says('skip') || (command.status === 'value' && command.value === 'skip');
}

function isNegative({ text }: ChatTurn): boolean {
  return /^\s*[-−–]\d/.test(text);
}
