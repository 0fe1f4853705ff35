import { Dialog, DialogTurnStatus, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { z } from 'zod';
import { asksSomething } from '../../src/language/index.js';
import { answerAside } from '../answerAside.js';
import { ChatTurn } from '../ChatTurn.js';
import { looksLikeQuestion } from '../questions.js';
import { respond } from '../respond.js';
import { layOut } from '../say/layOut.js';
import { forget, mergeOver, news, readCorrectionOf } from './correction.js';
import { filledBy, readAnswer, readLastAgain, readPressedEarlier } from './readAnswer.js';
import type { Form, Slot } from './Form.js';
import { asksForOther, pressedOther } from './otherMatters.js';
import { notedText, sayWelcomeBack, withUnderstood } from './sayOfForm.js';
import { positionSchema, readPosition, storePosition, type Position } from './position.js';

/** A form that is opened where it was left, or at a question that is put again. */
const reopenedSchema = z.object({ reopened: positionSchema, hint: z.string().optional() });
export type Reopened = z.input<typeof reopenedSchema>;

/** Forms left open that are kept. */
const mostLeft = 3;
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
    const { memory } = ChatTurn.of(dialogs.context);
    memory.left = memory.left.filter(({ form }) => form !== this.id);
    const reopened = reopenedSchema.safeParse(options);
    if (!reopened.success) return this.#proceed(dialogs, { values: { ...options }, filled: [], misses: 0 });
    const { reopened: position, hint } = reopened.data;
    const slot = this.#slot(position.asked);
    return slot === undefined ? this.#proceed(dialogs, position) : this.#ask(dialogs, position, slot, hint);
  }

  override async continueDialog(dialogs: DialogContext): Promise<DialogTurnResult> {
    const turn = ChatTurn.of(dialogs.context);
    const { resuming: _resuming, aside: _aside, ...position } = readPosition(dialogs);
    const slot = this.#slot(position.asked);
    if (slot === undefined) return this.#proceed(dialogs, position);
    const pressed = readPressedEarlier(this.#form, turn, position);
    const corrected =
      pressed === undefined
        ? await this.#correct(dialogs, position, slot)
        : await this.#takeOverheard(dialogs, position, { slot, overheard: pressed });
    if (corrected !== undefined) return corrected;
    if (pressedOther(turn, this.id)) return this.#leave(dialogs, position);

    // A free-text slot would swallow a question; a choice or a figure is taken where it is one.
    const aside = slot.freeText === true ? await this.#aside(dialogs, position, slot) : undefined;
    if (aside !== undefined) return aside;
    const { reading, overheard } = readAnswer(this.#form, turn, { slot, position });
    switch (reading.status) {
      case 'filled':
        return this.#proceed(dialogs, {
          ...position,
          values: { ...overheard, ...position.values, ...reading.values },
          asked: slot.name,
          ...filledBy(position, slot),
          misses: 0,
        });
      case 'refused':
        turn.scope.personal.erase();
        return dialogs.endDialog({ status: 'refused' });
      case 'missed':
        return (
          (slot.freeText === true ? undefined : await this.#aside(dialogs, position, slot)) ??
          (await this.#takeOverheard(dialogs, position, { slot, overheard })) ??
          (asksForOther(turn, this.id) ? await this.#leave(dialogs, position) : undefined) ??
          (turn.isBack
            ? this.#welcomeBack(dialogs, position, slot)
            : this.#missed(dialogs, position, slot, reading.hint))
        );
    }
  }

  /** Comes back after something else was said in between. */
  override async resumeDialog(dialogs: DialogContext): Promise<DialogTurnResult> {
    return this.handle(dialogs, 'repeat');
  }

  /** Whether "dung" answers the question that is asked. */
  takesDung(dialogs: DialogContext): boolean {
    return this.#slot(readPosition(dialogs).asked)?.takesDung === true;
  }

  /** What the question that is asked wants to know. */
  expects(dialogs: DialogContext): string | undefined {
    return this.#slot(readPosition(dialogs).asked)?.expects;
  }

  /** Whether "Tiếp tục?" is what was asked last. */
  isResuming(dialogs: DialogContext): boolean {
    return readPosition(dialogs).resuming === true;
  }

  /** What a citizen can ask of any form at any moment. */
  async handle(dialogs: DialogContext, command: FormCommand): Promise<DialogTurnResult> {
    const { resuming, aside, ...position } = readPosition(dialogs);
    const isBeside = resuming === true || aside === true;
    switch (isBeside && command === 'back' ? 'repeat' : command) {
      case 'cancel':
        return this.#cancel(dialogs, position);
      case 'back':
        return this.#stepBack(dialogs, position);
      case 'repeat': {
        const slot = this.#slot(position.asked);
        return slot === undefined ? this.#proceed(dialogs, position) : this.#ask(dialogs, position, slot);
      }
    }
  }

  /** "sửa tuổi thành 47", "à nhầm, 5 người": an earlier answer gives way, and only what hung on it is asked again. */
  async #correct(
    dialogs: DialogContext,
    position: Position,
    asked: Slot<Values>,
  ): Promise<DialogTurnResult | undefined> {
    const turn = ChatTurn.of(dialogs.context);
    const values = this.#form.schema.parse(position.values);
    const correction = readCorrectionOf(this.#form, turn, values);
    switch (correction.status) {
      case 'none':
        return undefined;
      case 'changed':
        return this.#proceed(dialogs, {
          ...position,
          filled: [...position.filled.filter((name) => name !== correction.slot), correction.slot],
          values: correction.values,
          misses: 0,
        });
      case 'ask': {
        const filled = position.filled.filter((name) => name !== correction.slot.name);
        const open = { ...position, values: correction.values, filled, misses: 0 };
        return this.#ask(dialogs, open, correction.slot, correction.hint);
      }
      case 'unnamed': {
        const told = turn.saying(correction.rest);
        const overheard = news(this.#form.overhear(told, asked.name, values), position.values);
        if (Object.keys(overheard).length > 0)
          return this.#takeOverheard(dialogs, { ...position, misses: 0 }, { slot: asked, overheard });
        const again = readLastAgain(this.#form, told, position);
        return again && this.#proceed(dialogs, { ...position, values: again, misses: 0 });
      }
    }
  }

  /** A question beside the form is answered, or the topics it may mean are offered; then the form goes on. */
  async #aside(
    dialogs: DialogContext,
    position: Position,
    slot: Slot<Values>,
  ): Promise<DialogTurnResult | undefined> {
    const turn = ChatTurn.of(dialogs.context);
    switch (await answerAside(turn, looksLikeQuestion(turn), [turn.button('continue')])) {
      case 'answered':
        return this.#ask(dialogs, position, slot);
      case 'offered':
        storePosition(dialogs, { ...position, aside: true });
        return waiting;
      case 'nothing':
        return undefined;
    }
  }

  async #takeOverheard(
    dialogs: DialogContext,
    position: Position,
    { slot, overheard }: Readonly<{ slot: Slot<Values>; overheard: Readonly<Record<string, unknown>> }>,
  ): Promise<DialogTurnResult | undefined> {
    if (Object.keys(overheard).length === 0) return undefined;
    const known = mergeOver(this.#form, position.values, overheard);
    // A question that what was overheard makes needless counts as answered: a step back asks it.
    const open = this.#form.schema.parse(known);
    if (!slot.wanted(open))
      return this.#proceed(dialogs, { ...position, ...filledBy(position, slot), values: known });
    const next = this.#form.slots.find((one) => one.wanted(open)) ?? slot;
    const noted = notedText(this.#form, ChatTurn.of(dialogs.context), overheard);
    return this.#ask(dialogs, { ...position, values: known }, next, noted);
  }

  /** Another matter was asked for: this form waits until "tiếp tục". */
  async #leave(dialogs: DialogContext, position: Position): Promise<DialogTurnResult> {
    const turn = ChatTurn.of(dialogs.context);
    await this.#cancel(dialogs, position);
    await respond(turn, dialogs);
    return waiting;
  }

  async #cancel(dialogs: DialogContext, position: Position): Promise<DialogTurnResult> {
    const { memory, scope } = ChatTurn.of(dialogs.context);
    const values = this.#form.schema.parse(position.values);
    if (this.#form.holdsPersonal(values, position.asked)) scope.personal.erase();
    else
      memory.left = [...memory.left, { form: this.id, position: { ...position, misses: 0 } }].slice(
        -mostLeft,
      );
    return dialogs.cancelAllDialogs();
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
    const { text, choices, sharesPhone } = slot.ask(turn, values);
    if (this.#form.holdsPersonal(values, slot.name)) turn.scope.personal.hold();
    // From here on a number means a choice of this question, and no topic offered before.
    turn.memory.offered = [];
    await turn.say({
      text: before === undefined ? text : `${before}\n\n${text}`,
      choices,
      expects: slot.expects,
      ...(sharesPhone === true ? { channelData: { shares: 'phone' } } : {}),
    });
    storePosition(dialogs, { ...position, asked: slot.name });
    return waiting;
  }

  async #missed(
    dialogs: DialogContext,
    position: Position,
    slot: Slot<Values>,
    hint: string,
  ): Promise<DialogTurnResult> {
    const turn = ChatTurn.of(dialogs.context);
    const misses = position.misses + 1;
    // A question that nothing approved answers is no wrong answer to ours.
    const isQuestion = turn.text.includes('?') || asksSomething(turn.text);
    const why =
      isQuestion && looksLikeQuestion(turn) ? turn.t('form.no_answer') : withUnderstood(turn, slot, hint);
    if (misses < missesBeforePerson) return this.#ask(dialogs, { ...position, misses }, slot, why);
    const values = this.#form.schema.parse(position.values);
    const { text, choices } = slot.ask(turn, values);
    if (this.#form.holdsPersonal(values, slot.name)) turn.scope.personal.hold();
    // The question stays the last thing said, whether or not one bubble has room for all of it.
    await turn.sayAll(
      layOut({ texts: [`${why} ${turn.t('form.stuck', { hotline: turn.hotline })}`, text] }).bubbles,
      {
        choices: [...choices, turn.button('person'), turn.button('cancel')],
        expects: slot.expects,
      },
    );
    storePosition(dialogs, { ...position, misses });
    return waiting;
  }

  /** After hours or days: what was being done, what is still missing, and the way on. */
  async #welcomeBack(
    dialogs: DialogContext,
    position: Position,
    slot: Slot<Values>,
  ): Promise<DialogTurnResult> {
    await sayWelcomeBack(ChatTurn.of(dialogs.context), this.id, slot);
    storePosition(dialogs, { ...position, resuming: true });
    return waiting;
  }

  async #stepBack(dialogs: DialogContext, position: Position): Promise<DialogTurnResult> {
    const turn = ChatTurn.of(dialogs.context);
    const slot = this.#slot(position.filled.at(-1));
    if (slot === undefined) {
      const first = this.#slot(position.asked);
      await turn.say({ text: turn.t('form.first_step') });
      return first === undefined ? this.#proceed(dialogs, position) : this.#ask(dialogs, position, first);
    }
    const { undo = {}, filled } = position;
    const { [slot.name]: before, ...others } = undo;
    const values = { ...forget(position.values, slot), ...before };
    return this.#ask(dialogs, { values, filled: filled.slice(0, -1), undo: others, misses: 0 }, slot);
  }

  #slot(name: string | undefined): Slot<Values> | undefined {
    return this.#form.slots.find((slot) => slot.name === name);
  }
}

const waiting: DialogTurnResult = { status: DialogTurnStatus.waiting };
