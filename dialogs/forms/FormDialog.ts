import { Dialog, DialogTurnStatus, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { z } from 'zod';
import { readCommand } from '../../src/language/index.js';
import { ChatTurn } from '../ChatTurn.js';
import { answerQuestion, looksLikeQuestion } from '../questions.js';
import { respond } from '../respond.js';
import type { Form, Slot } from './Form.js';

const positionSchema = z.object({
  values: z.record(z.string(), z.unknown()),
  /** The slot that was asked last. */
  asked: z.string().optional(),
  /** Slots in the order in which they were filled, for a step back. */
  filled: z.array(z.string()),
  misses: z.number(),
});
type Position = z.infer<typeof positionSchema>;

/** Misses after which a person is offered. */
const missesBeforePerson = 2;

export type FormCommand = 'back' | 'repeat' | 'cancel';

/** Runs one form on botbuilder-dialogs: its position is the dialog's state on the stack. */
export class FormDialog<Values extends object> extends Dialog {
  readonly #form: Form<Values>;

  constructor(form: Form<Values>) {
    super(form.id);
    this.#form = form;
  }

  override async beginDialog(dialogs: DialogContext, options?: object): Promise<DialogTurnResult> {
    return this.#proceed(dialogs, { values: { ...options }, filled: [], misses: 0 });
  }

  override async continueDialog(dialogs: DialogContext): Promise<DialogTurnResult> {
    const turn = ChatTurn.of(dialogs.context);
    const position = readPosition(dialogs);
    const slot = this.#form.slots.find(({ name }) => name === position.asked);
    if (slot === undefined) return this.#proceed(dialogs, position);
    const values = this.#form.schema.parse(position.values);

    // A free-text slot would swallow a question; a choice or a figure is taken where it is one.
    if (slot.freeText === true && looksLikeQuestion(turn) && (await answerQuestion(turn))) {
      return this.#ask(dialogs, position, slot);
    }
    const left = wantsToSkip(turn) ? slot.skip?.(turn, values) : undefined;
    const reading =
      left === undefined ? slot.read(turn, values) : ({ status: 'filled', values: left } as const);
    const overheard = news(this.#form.overhear(turn, slot.name, values), position.values);
    if (reading.status === 'filled') {
      return this.#proceed(dialogs, {
        values: isCorrection(turn)
          ? { ...position.values, ...overheard, ...reading.values }
          : { ...overheard, ...position.values, ...reading.values },
        asked: slot.name,
        filled: [...position.filled.filter((name) => name !== slot.name), slot.name],
        misses: 0,
      });
    }
    if (reading.status === 'refused') {
      turn.scope.personal.erase();
      return dialogs.endDialog({ status: 'refused' });
    }
    if (slot.freeText !== true && looksLikeQuestion(turn) && (await answerQuestion(turn)))
      return this.#ask(dialogs, position, slot);
    if (Object.keys(overheard).length > 0) {
      const known = { ...position.values, ...overheard };
      // A question that what was overheard makes needless counts as answered: a step back asks it.
      const isDone = !slot.wanted(this.#form.schema.parse(known));
      const filled = isDone ? [...position.filled, slot.name] : position.filled;
      return this.#proceed(dialogs, { ...position, values: known, filled });
    }
    if (pressedElsewhere(turn, this.id)) {
      await this.handle(dialogs, 'cancel');
      await respond(turn, dialogs);
      return { status: DialogTurnStatus.waiting };
    }
    return this.#missed(dialogs, position, slot, reading.hint);
  }

  /** Comes back after something else was said in between. */
  override async resumeDialog(dialogs: DialogContext): Promise<DialogTurnResult> {
    return this.handle(dialogs, 'repeat');
  }

  /** Whether "dung" answers the question that is asked. */
  takesDung(dialogs: DialogContext): boolean {
    const { asked } = readPosition(dialogs);
    return this.#form.slots.find(({ name }) => name === asked)?.takesDung === true;
  }

  /** What a citizen can ask of any form at any moment. */
  async handle(dialogs: DialogContext, command: FormCommand): Promise<DialogTurnResult> {
    const position = readPosition(dialogs);
    if (command === 'cancel') {
      const values = this.#form.schema.parse(position.values);
      if (this.#form.holdsPersonal(values, position.asked))
        ChatTurn.of(dialogs.context).scope.personal.erase();
      return dialogs.cancelAllDialogs();
    }
    if (command === 'back') return this.#stepBack(dialogs, position);
    const slot = this.#form.slots.find(({ name }) => name === position.asked);
    return slot === undefined ? this.#proceed(dialogs, position) : this.#ask(dialogs, position, slot);
  }

  async #proceed(dialogs: DialogContext, position: Position): Promise<DialogTurnResult> {
    const turn = ChatTurn.of(dialogs.context);
    const values = this.#form.schema.parse(position.values);
    const next = this.#form.slots.find((slot) => slot.wanted(values));
    if (next !== undefined) return this.#ask(dialogs, position, next);
    if (this.#form.holdsPersonal(values, undefined)) turn.scope.personal.hold();
    await this.#form.finish(turn, values);
    return dialogs.endDialog({ status: 'finished' });
  }

  async #ask(
    dialogs: DialogContext,
    position: Position,
    slot: Slot<Values>,
    before?: string,
  ): Promise<DialogTurnResult> {
    const turn = ChatTurn.of(dialogs.context);
    const values = this.#form.schema.parse(position.values);
    const { text, choices } = slot.ask(turn, values);
    if (this.#form.holdsPersonal(values, slot.name)) turn.scope.personal.hold();
    await turn.say({
      text: before === undefined ? text : `${before}\n\n${text}`,
      choices,
      expects: slot.expects,
    });
    store(dialogs, { ...position, asked: slot.name });
    return { status: DialogTurnStatus.waiting };
  }

  async #missed(
    dialogs: DialogContext,
    position: Position,
    slot: Slot<Values>,
    hint: string,
  ): Promise<DialogTurnResult> {
    const turn = ChatTurn.of(dialogs.context);
    const misses = position.misses + 1;
    if (misses < missesBeforePerson) return this.#ask(dialogs, { ...position, misses }, slot, hint);
    const values = this.#form.schema.parse(position.values);
    const { text, choices } = slot.ask(turn, values);
    if (this.#form.holdsPersonal(values, slot.name)) turn.scope.personal.hold();
    await turn.say({
      text: `${hint}\n\n${text}\n\n${turn.t('form.stuck', { hotline: turn.hotline })}`,
      choices: [...choices, turn.button('person'), turn.button('cancel')],
      expects: slot.expects,
    });
    store(dialogs, { ...position, misses });
    return { status: DialogTurnStatus.waiting };
  }

  async #stepBack(dialogs: DialogContext, position: Position): Promise<DialogTurnResult> {
    const turn = ChatTurn.of(dialogs.context);
    const last = position.filled.at(-1);
    const slot = this.#form.slots.find(({ name }) => name === last);
    if (slot === undefined) {
      const first = this.#form.slots.find(({ name }) => name === position.asked);
      await turn.say({ text: turn.t('form.first_step') });
      return first === undefined ? this.#proceed(dialogs, position) : this.#ask(dialogs, position, first);
    }
    const cleared = new Set<string>(slot.fills.map(String));
    const values = Object.fromEntries(Object.entries(position.values).filter(([key]) => !cleared.has(key)));
    return this.#ask(dialogs, { values, filled: position.filled.slice(0, -1), misses: 0 }, slot);
  }
}

/** Buttons of other matters, and the form that each opens if any: whoever presses one is done with this form. */
const otherMatters = {
  call_me: 'lead',
  another_lead: 'lead',
  estimate_voluntary: 'voluntary',
  estimate_household: 'household',
  plan: 'plan',
  card_valid: 'validity',
  cheaper: 'household',
  compare: 'none',
  per_day: 'none',
  next_change: 'none',
} as const;

function pressedElsewhere(turn: ChatTurn, form: string): boolean {
  return Object.entries(otherMatters).some(([button, other]) => other !== form && turn.says(button));
}

function wantsToSkip(turn: ChatTurn): boolean {
  const command = readCommand(turn.text);
  return turn.says('skip') || (command.status === 'value' && command.value === 'skip');
}

/** "sửa tuổi thành 47", "à nhầm, mức 3 triệu": what was told before gives way. */
function isCorrection(turn: ChatTurn): boolean {
  return /\b(?:sua|doi|thanh|nham|chinh lai|change|actually|correct)\b/.test(turn.plain);
}

function readPosition(dialogs: DialogContext): Position {
  return positionSchema.parse(dialogs.activeDialog?.state);
}

/** The stack keeps one state object per dialog; it is filled anew at every step. */
function store(dialogs: DialogContext, position: Position): void {
  const active = dialogs.activeDialog;
  if (active === undefined) throw new Error('A form asked without being on the stack.');
  active.state = position;
}

/** Only what differs from what is known: saying the same again is no progress. */
function news(told: object, known: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(told).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(known[key])),
  );
}
