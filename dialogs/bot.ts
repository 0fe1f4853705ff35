import type { Storage, TurnContext } from 'botbuilder';
import {
  DialogContext,
  DialogReason,
  DialogSet,
  type DialogStateManagerConfiguration,
} from 'botbuilder-dialogs';
import { toLocale } from '../src/i18n/index.js';
import { findPersonalIds, readPhone } from '../src/language/index.js';
import { ChatTurn } from './ChatTurn.js';
import { claimForm } from './claim/claimForm.js';
import { FormDialog } from './forms/FormDialog.js';
import { householdForm } from './forms/householdForm.js';
import { leadForm } from './forms/leadForm.js';
import { answerOffer, takeOffer } from './lead/offers.js';
import { withdrewPurpose } from './lead/withdraw.js';
import { beginCollectionAt } from './places/beginCollection.js';
import { collectionForm } from './places/collectionForm.js';
import { voluntaryForm } from './forms/voluntaryForm.js';
import { greetingOf } from './greeting.js';
import { beginWishedGuide } from './guides/beginGuide.js';
import { GuideDialog } from './guides/GuideDialog.js';
import { validityForm } from './household/validityForm.js';
import { keptSchema, type Memory } from './memory.js';
import { planForm } from './plan/planForm.js';
import { respond } from './respond.js';
import { runCommand } from './runCommand.js';
import type { TurnScope } from './TurnScope.js';

/** Runs one turn of a conversation: reads its memory from `storage`, answers through `context`, leaves the memory in `storage`. */
export type Bot = (context: TurnContext, storage: Storage, scope: TurnScope) => Promise<void>;

/** Event by which a conversation forgets a name or number for which no consent came. */
export const forgetEvent = 'an-sinh/forget-held';

/** Event by which what is open is dropped in silence, because a person answers from here on: a later yes must not answer it. */
export const interruptEvent = 'an-sinh/interrupted';

/** Longer messages get a request to write shorter instead of an answer. */
const longestMessage = 1_000;

/** The assistant. It holds no state of its own: everything it knows comes with the turn. */
export function createBot(): Bot {
  const dialogs = new DialogSet();
  dialogs
    .add(new FormDialog(voluntaryForm))
    .add(new FormDialog(planForm))
    .add(new FormDialog(householdForm))
    .add(new FormDialog(validityForm))
    .add(new FormDialog(claimForm))
    .add(new FormDialog(collectionForm))
    .add(new FormDialog(leadForm))
    .add(new GuideDialog());

  // The SDK gathers its scopes of memory anew for each turn where it doesn't find them here; they are the same for all.
  let scopes: DialogStateManagerConfiguration | undefined;

  return async (context, storage, scope) => {
    const key = keyOf(context);
    const kept = keptSchema.parse((await storage.read([key]))[key] ?? {});
    const { memory } = kept;
    followClientLanguage(memory, context.activity.locale);
    const turn = new ChatTurn(context, scope, memory).enter();
    if (scopes !== undefined) context.turnState.set('DialogStateManagerConfiguration', scopes);
    const open = new DialogContext(dialogs, context, kept.dialogs);
    scopes ??= open.state.configuration;
    await answer(turn, open, context);
    await storage.write({ [key]: kept });
  };
}

/** As the SDK's own state names it, by which earlier versions stored theirs. */
function keyOf({ activity }: TurnContext): string {
  return `${activity.channelId}/conversations/${activity.conversation.id}/`;
}

async function answer(turn: ChatTurn, dialogs: DialogContext, context: TurnContext): Promise<void> {
  const { activity } = context;
  if (activity.type === 'event') {
    if (activity.name === forgetEvent) await forget(turn, dialogs);
    if (activity.name === interruptEvent) {
      takeOffer(turn);
      await dialogs.cancelAllDialogs();
    }
    return;
  }
  if (activity.type === 'conversationUpdate') return greet(turn);
  if (activity.type !== 'message') return;
  turn.memory.lastAt = turn.scope.now.getTime();
  if (tellsWhoWrites(turn.text)) turn.scope.personal.hold();
  if (turn.location !== undefined && (await tookLocation(turn, dialogs))) return;
  if (turn.text === '') return sayUnread(dialogs, () => turn.say({ text: turn.t('only_text') }));
  if (turn.text.length > longestMessage)
    return sayUnread(dialogs, () => turn.say({ text: turn.t('too_long', { most: longestMessage }) }));

  const offer = takeOffer(turn);
  if (dialogs.activeDialog === undefined) {
    if (await answerOffer(turn, offer)) return;
    if (await withdrewPurpose(turn)) return;
  }
  // Before the commands: after an answer that has a guide, "hướng dẫn" asks for it and not for help.
  if (dialogs.activeDialog === undefined && (await beginWishedGuide(turn, dialogs))) return;
  if (await runCommand(turn, dialogs)) return;
  if (dialogs.activeDialog === undefined) return respond(turn, dialogs);
  const result = await dialogs.continueDialog();
  if (isRefusal(result.result))
    await turn.say({
      text: turn.t('lead.refused', { hotline: turn.hotline }),
      choices: [turn.button('ask_more'), turn.hotlineButton],
    });
}

/** A shared location says where the citizen lives when that is asked, and asks where to pay when nothing is. */
async function tookLocation(turn: ChatTurn, dialogs: DialogContext): Promise<boolean> {
  turn.scope.personal.hold();
  const { activeDialog } = dialogs;
  if (activeDialog === undefined) return beginCollectionAt(turn, dialogs);
  const form = dialogs.findDialog(activeDialog.id);
  if (!(form instanceof FormDialog) || form.expects(dialogs) !== 'locality') return false;
  await dialogs.continueDialog();
  return true;
}

/** What can't be read is said so, and what is open is asked again: a later yes must not answer a question out of sight. */
async function sayUnread(dialogs: DialogContext, say: () => Promise<void>): Promise<void> {
  await say();
  const { activeDialog } = dialogs;
  const open = activeDialog === undefined ? undefined : dialogs.findDialog(activeDialog.id);
  await open?.resumeDialog(dialogs, DialogReason.continueCalled);
}

/** A phone number or a personal number, wherever it is typed: without a consent it goes after a day. */
function tellsWhoWrites(text: string): boolean {
  return readPhone(text).status === 'value' || findPersonalIds(text).length > 0;
}

async function greet(turn: ChatTurn): Promise<void> {
  if (turn.memory.greeted) return;
  turn.memory.greeted = true;
  const { text, choices } = greetingOf(turn.words, turn.hotline);
  await turn.say({ text, choices, channelData: { kind: 'greeting' } });
}

/** Silent: the citizen left long ago. */
async function forget(turn: ChatTurn, dialogs: DialogContext): Promise<void> {
  if (dialogs.activeDialog?.id === leadForm.id) {
    await dialogs.cancelAllDialogs();
    turn.memory.forgotten = true;
  }
  turn.scope.personal.erase();
}

/** A client that changes its language changes ours; one that repeats it doesn't undo what the citizen asked for. */
function followClientLanguage(memory: Memory, tag: string | undefined): void {
  if (tag === undefined || tag === memory.clientLocale) return;
  memory.clientLocale = tag;
  memory.locale = toLocale(tag) ?? memory.locale;
}

function isRefusal(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'status' in result && result.status === 'refused';
}
