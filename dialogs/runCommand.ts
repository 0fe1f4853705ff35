import type { DialogContext } from 'botbuilder-dialogs';
import { readCommand, readYesNo, type Command } from '../src/language/index.js';
import type { ChatTurn } from './ChatTurn.js';
import { FormDialog, type FormCommand } from './forms/FormDialog.js';
import { greetingOf } from './greeting.js';
import { GuideDialog } from './guides/GuideDialog.js';
import { answerBasis, answerMore } from './questions.js';
import { explainEstimate } from './sayEstimate.js';

/** What was told of people, and for whom, forgotten. */
const nothingTold = { told: {}, family: [], person: 'self', unsaid: [], warned: [] } as const;

/**
 * Does what the citizen asks of the conversation itself: stop, back, start again, a person, help, another language, delete my
 * data, more, why. True when the message was such a request.
 */
export async function runCommand(turn: ChatTurn, dialogs: DialogContext): Promise<boolean> {
  const reading = readCommand(turn.text);
  if (reading.status === 'none') return false;
  const active = dialogs.activeDialog;
  const form = active === undefined ? undefined : dialogs.findDialog(active.id);
  if (form instanceof GuideDialog) return inGuide(turn, dialogs, form, reading.value);
  if (!(form instanceof FormDialog)) return outsideForms(turn, dialogs, reading.value);
  // "dừng" with its accents is a no and stops; only the bare "dung" can be an answer.
  const yesNo = readYesNo(turn.text);
  const isDung = reading.value === 'cancel' && yesNo.status === 'value' && yesNo.value;
  if (isDung && form.takesDung(dialogs)) return false;
  return inForm(turn, dialogs, (command) => form.handle(dialogs, command), reading.value);
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
        choices: [turn.button('ask_more'), turn.button('call_me')],
      });
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
    case 'more':
      return answerMore(turn);
    case 'why':
      if (turn.memory.lastWas === 'estimate') return explainEstimate(turn);
      return answerBasis(turn);
    case 'skip':
      return false;
  }
}

async function deleteData(turn: ChatTurn, dialogs: DialogContext): Promise<void> {
  await dialogs.cancelAllDialogs();
  const withdrawn = await turn.scope.leads.withdraw();
  delete turn.memory.lead;
  Object.assign(turn.memory, { estimate: undefined, ...nothingTold });
  const key = withdrawn > 0 ? 'command.data_deleted' : 'command.nothing_to_delete';
  await turn.say({ text: turn.t(key, { hotline: turn.hotline }), choices: [turn.button('ask_more')] });
}

function switchLanguage(turn: ChatTurn, command: 'english' | 'vietnamese'): void {
  turn.memory.locale = command === 'english' ? 'en' : 'vi';
}

function greetingButtons(turn: ChatTurn) {
  return greetingOf(turn.words, turn.hotline).choices.map(({ title }) => ({ title }));
}
