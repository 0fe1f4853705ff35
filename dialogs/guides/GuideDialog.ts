import { Dialog, DialogTurnStatus, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import { z } from 'zod';
import type { GuideText } from '../../src/content/index.js';
import { readGuideStep, readPhone, type Command } from '../../src/language/index.js';
import { ChatTurn, type ChoiceButton } from '../ChatTurn.js';
import { answerAside } from '../answerAside.js';
import { answerMore, sourceLine } from '../questions.js';
import { respond } from '../respond.js';
import { beginWishedGuide, findNamedGuide, guideDialogId, rememberGuide } from './beginGuide.js';
import { findGuide, namedGuideButton } from './findGuide.js';

const positionSchema = z.object({
  guide: z.string(),
  /** From 1. */
  step: z.number().int().min(1).default(1),
  /** "Tiếp tục?" was asked after a long while: a yes shows the step again instead of the next one. */
  resuming: z.boolean().optional(),
});
type Position = z.infer<typeof positionSchema>;

/** A guide that is being told, and where it stands. */
type Open = Readonly<{ turn: ChatTurn; guide: GuideText; step: number }>;

/** Buttons of other matters: whoever presses one is done with the guide. */
const otherMatters = ['call_me', 'another_lead', 'estimate_voluntary', 'estimate_household'] as const;

/** Tells a guide, one step per message with its picture; its position is the dialog's state on the stack. */
export class GuideDialog extends Dialog {
  constructor() {
    super(guideDialogId);
  }

  override async beginDialog(dialogs: DialogContext, options?: object): Promise<DialogTurnResult> {
    const position = positionSchema.parse({ ...options });
    const open = this.#open(dialogs, position);
    if (open === undefined) throw new Error(`The guide ${position.guide} can't be told.`);
    const { turn, guide } = open;
    const parts = [
      turn.t('guide.intro', { title: guide.title, steps: guide.steps.length }),
      ...(guide.caution === undefined ? [] : [guide.caution]),
      sourceLine(turn, guide.documents),
    ];
    await turn.say({ text: parts.join('\n\n') });
    return this.#show(dialogs, open);
  }

  override async continueDialog(dialogs: DialogContext): Promise<DialogTurnResult> {
    const open = this.#open(dialogs, readPosition(dialogs));
    if (open === undefined) return this.#leave(dialogs);
    const { turn, guide, step } = open;
    const move = readGuideStep(turn.text);
    if (move.status === 'none') return this.#otherwise(dialogs, open);
    switch (move.value) {
      case 'next':
        return this.#goTo(dialogs, open, step + 1);
      case 'back':
        return this.#back(dialogs, open);
      case 'again':
        return this.#show(dialogs, open);
      case 'step':
        // A number beyond the last step means the last.
        return this.#show(dialogs, { ...open, step: Math.max(1, Math.min(move.step, guide.steps.length)) });
      case 'stop':
        return this.#stop(dialogs, open);
      case 'wait':
        return this.#sayBeside(open, turn.t('guide.wait'));
    }
  }

  /** Comes back after something else was said in between. */
  override async resumeDialog(dialogs: DialogContext): Promise<DialogTurnResult> {
    const open = this.#open(dialogs, readPosition(dialogs));
    return open === undefined ? dialogs.endDialog() : this.#show(dialogs, open);
  }

  /** Does what the citizen asks of the conversation itself; false for what is a word about the steps. */
  async handle(dialogs: DialogContext, command: Command): Promise<boolean> {
    const open = this.#open(dialogs, readPosition(dialogs));
    if (open === undefined) return false;
    const { turn, guide } = open;
    switch (command) {
      case 'cancel':
        await this.#stop(dialogs, open);
        return true;
      case 'back':
        await this.#back(dialogs, open);
        return true;
      case 'person':
        await this.#sayBeside(open, turn.t('command.person', { hotline: turn.hotline }), [
          turn.button('call_me'),
          turn.hotlineButton,
        ]);
        return true;
      case 'help':
        await this.#sayBeside(open, turn.t('guide.help', { hotline: turn.hotline }));
        return true;
      case 'why': {
        const lines = guide.basis.map((line) => `- ${line}`).join('\n');
        await this.#sayBeside(open, [turn.t('faq.basis'), lines].join('\n'));
        return true;
      }
      case 'more':
        if (readGuideStep(turn.text).status === 'value') return false;
        await answerMore(turn);
        await this.#show(dialogs, open);
        return true;
      case 'english':
      case 'vietnamese':
        await this.#show(dialogs, open);
        return true;
      case 'continue':
        if (!this.isResuming(dialogs)) return false;
        await this.#show(dialogs, open);
        return true;
      case 'skip':
      case 'restart':
      case 'delete_data':
      case 'my_data':
        return false;
    }
  }

  /** Whether "Tiếp tục?" is what was asked last. */
  isResuming(dialogs: DialogContext): boolean {
    return readPosition(dialogs).resuming === true;
  }

  /** A question is answered and the guide goes on; another matter ends it; else the ways on are told. */
  async #otherwise(dialogs: DialogContext, open: Open): Promise<DialogTurnResult> {
    const { turn } = open;
    const match = turn.scope.content.match(turn.text, turn.memory.locale);
    const isOther =
      otherMatters.some((button) => turn.says(button)) ||
      findNamedGuide(turn) !== undefined ||
      readPhone(turn.text).status === 'value' ||
      match.decision === 'lead' ||
      match.decision === 'estimate';
    if (isOther) return this.#leave(dialogs);
    const aside = await answerAside(turn, true, buttonsOf(open));
    if (aside === 'answered') return this.#show(dialogs, open);
    if (aside === 'offered') return waiting;
    if (turn.isBack) return this.#welcomeBack(dialogs, open);
    return this.#sayBeside(open, turn.t('guide.stuck', { hotline: turn.hotline }));
  }

  /** After hours or days: which guide, which step, and the way on. */
  async #welcomeBack(dialogs: DialogContext, { turn, guide, step }: Open): Promise<DialogTurnResult> {
    await turn.say({
      text: turn.t('back.guide', { title: guide.title, step, steps: guide.steps.length }),
      choices: [turn.button('continue'), turn.button('restart')],
    });
    storePosition(dialogs, { guide: guide.id, step, resuming: true });
    return waiting;
  }

  async #goTo(dialogs: DialogContext, open: Open, step: number): Promise<DialogTurnResult> {
    return step > open.guide.steps.length
      ? this.#finish(dialogs, open)
      : this.#show(dialogs, { ...open, step });
  }

  async #back(dialogs: DialogContext, open: Open): Promise<DialogTurnResult> {
    if (open.step > 1) return this.#show(dialogs, { ...open, step: open.step - 1 });
    await open.turn.say({ text: open.turn.t('guide.first_step') });
    return this.#show(dialogs, open);
  }

  async #show(dialogs: DialogContext, open: Open): Promise<DialogTurnResult> {
    const { turn, guide, step } = open;
    const shown = guide.steps[step - 1];
    if (shown === undefined) throw new Error(`The guide ${guide.id} has no step ${step}.`);
    await turn.say({
      text: turn.t('guide.step', { step, steps: guide.steps.length, text: shown.text }),
      picture: shown.picture,
      choices: buttonsOf(open),
      expects: 'guide',
    });
    storePosition(dialogs, { guide: guide.id, step });
    return waiting;
  }

  /** Says something while the guide stays where it is. */
  async #sayBeside(
    open: Open,
    text: string,
    choices: readonly ChoiceButton[] = [],
  ): Promise<DialogTurnResult> {
    const own = buttonsOf(open).filter(({ title }) => choices.length === 0 || title !== officerTitle(open));
    await open.turn.say({ text, choices: [...choices, ...own], expects: 'guide' });
    return waiting;
  }

  async #finish(dialogs: DialogContext, { turn, guide }: Open): Promise<DialogTurnResult> {
    rememberGuide(turn, guide);
    const next = guide.next.flatMap((id) => findGuide(turn, id) ?? []);
    await turn.say({
      text: turn.t('guide.done', { title: guide.title }),
      choices: [
        ...next.map((one) => namedGuideButton(turn, one)),
        turn.button('call_me'),
        turn.button('ask_more'),
      ],
    });
    return dialogs.endDialog({ status: 'finished' });
  }

  async #stop(dialogs: DialogContext, { turn, guide }: Open): Promise<DialogTurnResult> {
    rememberGuide(turn, guide);
    await turn.say({
      text: turn.t('guide.stopped', { title: guide.title }),
      choices: [turn.button('guide'), turn.button('ask_more'), turn.button('call_me')],
    });
    return dialogs.cancelAllDialogs();
  }

  /** Ends the guide and answers the message as if none had been open. */
  async #leave(dialogs: DialogContext): Promise<DialogTurnResult> {
    const turn = ChatTurn.of(dialogs.context);
    await dialogs.cancelAllDialogs();
    if (!(await beginWishedGuide(turn, dialogs))) await respond(turn, dialogs);
    return waiting;
  }

  #open(dialogs: DialogContext, { guide: id, step }: Position): Open | undefined {
    const turn = ChatTurn.of(dialogs.context);
    const guide = findGuide(turn, id);
    // A release may have made it shorter since the step was told.
    return guide && { turn, guide, step: Math.min(step, guide.steps.length) };
  }
}

const waiting: DialogTurnResult = { status: DialogTurnStatus.waiting };

function buttonsOf({ turn, guide, step }: Open): readonly ChoiceButton[] {
  return [
    turn.button(step === guide.steps.length ? 'guide_done' : 'guide_next'),
    ...(step === 1 ? [] : [turn.button('guide_back')]),
    turn.button('officer'),
    turn.button('cancel'),
  ];
}

function officerTitle({ turn }: Open): string {
  return turn.button('officer').title;
}

function storePosition(dialogs: DialogContext, position: Position): void {
  const active = dialogs.activeDialog;
  if (active === undefined) throw new Error('A step was told without the guide being on the stack.');
  active.state = position;
}

function readPosition(dialogs: DialogContext): Position {
  return positionSchema.parse(dialogs.activeDialog?.state);
}
