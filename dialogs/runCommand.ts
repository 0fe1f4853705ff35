import type { DialogContext } from 'botbuilder-dialogs';
import { readChoice, readCommand, readYesNo, type Command } from '../src/language/index.js';
import type { ChatTurn } from './ChatTurn.js';
import { FormDialog, type FormCommand, type Reopened } from './forms/FormDialog.js';
import { greetingOf } from './greeting.js';
import { GuideDialog } from './guides/GuideDialog.js';
import { sayMyData } from './sayMyData.js';
import { answerBasis, answerMore } from './questions.js';
import { explainEstimate } from './sayEstimate.js';
import { sayForgotten } from './sayForgotten.js';

/** What was told of people, and for whom, forgotten. */
const nothingTold = {
  told: {},
  place: undefined,
  family: [],
  person: 'self',
  unsaid: [],
  warned: [],
} as const;

/**
 * Does what the citizen asks of the conversation itself: stop, back, start again, a person, help, another language, delete my
 * data, more, why. True when the message was such a request.
 */
export async function runCommand(turn: ChatTurn, dialogs: DialogContext): Promise<boolean> {
  const active = dialogs.activeDialog;
  const form = active === undefined ? undefined : dialogs.findDialog(active.id);
  const isResuming = (form instanceof GuideDialog || form instanceof FormDialog) && form.isResuming(dialogs);
  const reading = (isResuming ? readResume(turn) : undefined) ?? readCommand(turn.text);
  if (reading.status === 'none') return false;
  if (form instanceof GuideDialog) return inGuide(turn, dialogs, form, reading.value);
  if (!(form instanceof FormDialog)) return outsideForms(turn, dialogs, reading.value);
  // "dừng" with its accents is a no and stops; only the bare "dung" can be an answer.
  const yesNo = readYesNo(turn.text);
  const isDung = reading.value === 'cancel' && yesNo.status === 'value' && yesNo.value;
  if (isDung && form.takesDung(dialogs)) return false;
  return inForm(turn, dialogs, (command) => form.handle(dialogs, command), reading.value);
}

/** The answer to "Tiếp tục?": a number means one of its two buttons, and a yes nothing else than going on. */
function readResume(turn: ChatTurn): Readonly<{ status: 'value'; value: Command }> | undefined {
  const options = ['continue', 'restart'] as const;
  const choice = readChoice(
    turn.text,
    options.map((value) => ({ value, label: turn.t(`button.${value}`) })),
  );
  if (choice.status === 'value') return choice;
  const yesNo = readYesNo(turn.text);
  return yesNo.status === 'value'
    ? { status: 'value', value: yesNo.value ? 'continue' : 'cancel' }
    : undefined;
}

async function inForm(
  turn: ChatTurn,
  dialogs: DialogContext,
  tellForm: (command: FormCommand) => Promise<unknown>,
  command: Command,
): Promise<boolean> {
  switch (command) {
    case 'cancel':
      await tellForm('cancel');
      await turn.say({
        text: turn.t('command.cancelled'),
        choices: [
          ...(turn.memory.left.length === 0 ? [] : [turn.button('continue')]),
          turn.button('ask_more'),
          turn.button('call_me'),
        ],
      });
      return true;
    case 'continue':
      await tellForm('repeat');
      return true;
    case 'my_data':
      await sayMyData(turn);
      await tellForm('repeat');
      return true;
    case 'back':
      await tellForm('back');
      return true;
    case 'restart':
    case 'delete_data':
      await tellForm('cancel');
      return outsideForms(turn, dialogs, command);
    case 'person':
      await turn.say({ text: turn.t('command.person_in_form', { hotline: turn.hotline }) });
      await tellForm('repeat');
      return true;
    case 'help':
      await turn.say({ text: turn.t('command.help_in_form', { hotline: turn.hotline }) });
      await tellForm('repeat');
      return true;
    case 'english':
    case 'vietnamese':
      switchLanguage(turn, command);
      await tellForm('repeat');
      return true;
    case 'why':
    case 'more':
      await turn.say({ text: turn.t('command.why_in_form') });
      await tellForm('repeat');
      return true;
    case 'skip':
      return false;
  }
}

async function inGuide(
  turn: ChatTurn,
  dialogs: DialogContext,
  guide: GuideDialog,
  command: Command,
): Promise<boolean> {
  if (command === 'restart' || command === 'delete_data') {
    await dialogs.cancelAllDialogs();
    return outsideForms(turn, dialogs, command);
  }
  if (command === 'english' || command === 'vietnamese') switchLanguage(turn, command);
  if (command === 'my_data') {
    await sayMyData(turn);
    await guide.resumeDialog(dialogs);
    return true;
  }
  return guide.handle(dialogs, command);
}

async function outsideForms(turn: ChatTurn, dialogs: DialogContext, command: Command): Promise<boolean> {
  switch (command) {
    case 'cancel':
      await turn.say({
        text: turn.t('command.nothing_open'),
        choices: [turn.button('ask_more'), turn.button('call_me')],
      });
      return true;
    case 'back':
      await turn.say({ text: turn.t('command.nothing_back'), choices: [turn.button('ask_more')] });
      return true;
    case 'restart': {
      Object.assign(turn.memory, {
        topic: undefined,
        offered: [],
        misses: 0,
        estimate: undefined,
        lastWas: undefined,
        left: [],
        ...nothingTold,
      });
      const { text, choices } = greetingOf(turn.words, turn.hotline);
      await turn.say({ text, choices });
      return true;
    }
    case 'person':
      await turn.say({
        text: turn.t('command.person', { hotline: turn.hotline }),
        choices: [turn.button('call_me'), turn.hotlineButton],
      });
      return true;
    case 'help':
      await turn.say({
        text: turn.t('command.help', { hotline: turn.hotline }),
        choices: greetingButtons(turn),
      });
      return true;
    case 'english':
    case 'vietnamese': {
      switchLanguage(turn, command);
      await turn.say({ text: turn.t('command.language'), choices: greetingButtons(turn) });
      return true;
    }
    case 'delete_data':
      await deleteData(turn, dialogs);
      return true;
    case 'my_data':
      await sayMyData(turn);
      return true;
    case 'continue':
      return goOn(turn, dialogs);
    case 'more':
      return answerMore(turn);
    case 'why':
      if (turn.memory.lastWas === 'estimate') return explainEstimate(turn);
      return answerBasis(turn);
    case 'skip':
      return false;
  }
}

/** Opens the form that was left before its end where it was; says so where there is none. */
async function goOn(turn: ChatTurn, dialogs: DialogContext): Promise<true> {
  const left = turn.memory.left.at(-1);
  if (left !== undefined && dialogs.findDialog(left.form) instanceof FormDialog) {
    await dialogs.beginDialog(left.form, { reopened: left.position } satisfies Reopened);
    return true;
  }
  if (await sayForgotten(turn)) return true;
  await turn.say({
    text: turn.t('command.nothing_open'),
    choices: [turn.button('ask_more'), turn.button('call_me')],
  });
  return true;
}

async function deleteData(turn: ChatTurn, dialogs: DialogContext): Promise<void> {
  await dialogs.cancelAllDialogs();
  const withdrawn = await turn.scope.leads.withdraw();
  delete turn.memory.lead;
  Object.assign(turn.memory, { estimate: undefined, left: [], ...nothingTold });
  const key = withdrawn > 0 ? 'command.data_deleted' : 'command.nothing_to_delete';
  await turn.say({ text: turn.t(key, { hotline: turn.hotline }), choices: [turn.button('ask_more')] });
}

function switchLanguage(turn: ChatTurn, command: 'english' | 'vietnamese'): void {
  turn.memory.locale = command === 'english' ? 'en' : 'vi';
}

function greetingButtons(turn: ChatTurn) {
  return greetingOf(turn.words, turn.hotline).choices.map(({ title }) => ({ title }));
}
