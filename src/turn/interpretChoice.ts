import { readChoice } from '../language/index.js';
import { toLocale, type Translator } from '../i18n/index.js';
import type { Cipher } from '../privacy/index.js';
import type { Records } from '../records/index.js';
import { choicesOf, type InboundActivity, type OutboundActivity } from './activities.js';
import { beginOf } from './conversationLife.js';
import { readChoiceReference, type ChoiceReference } from './choiceReference.js';
import { lastBefore } from './lastBefore.js';
import { openInbound, openOutbound } from './sealedPayload.js';

/** How the choices of a message were marked on a channel: with what is typed to choose, or not at all. */
export type ChoiceMarks = 'digits' | 'letters' | 'none';

/** What a message means beside the question it answers. `settled`: the dialogs aren't asked, `replies` is the whole turn. */
export type Interpreted =
  | Readonly<{ status: 'said'; inbound: InboundActivity }>
  | Readonly<{ status: 'settled'; replies: readonly OutboundActivity[] }>;

type Dependencies = Readonly<{
  records: Records;
  cipher: Cipher;
  words: Translator;
  marksOf: MarksOf;
}>;

/** How a channel marks the choices of a message in a conversation; undefined for channels on which nothing is interpreted. */
export type MarksOf = (
  channel: string,
) => ((message: OutboundActivity, conversationId: string) => ChoiceMarks) | undefined;

type Waiting = Readonly<{ conversationId: string; seq: number; since: number }>;
type Latest = Readonly<{ seq: number; activity: OutboundActivity }>;

/** Where a yes counts: only the very button of the open question may give it. */
const binding: ReadonlySet<unknown> = new Set(['consent', 'confirm']);

/**
 * Puts a tapped or numbered choice into its words. Numbers and buttons mean the choices of the newest message that the person
 * had when writing; a late tap on a former question's button never answers the one that is open now.
 */
export async function interpretChoice(
  dependencies: Dependencies,
  { channel, created_at }: Readonly<{ channel: string; created_at: number }>,
  { conversationId, seq }: Readonly<{ conversationId: string; seq: number }>,
  inbound: InboundActivity,
): Promise<Interpreted> {
  const waiting = { conversationId, seq, since: beginOf({ created_at }) };
  const marksOf = dependencies.marksOf(channel);
  if (marksOf === undefined || inbound.type !== 'message') return { status: 'said', inbound };
  const latest = await findLatest(dependencies, waiting);
  const tapped = tappedChoice(inbound);
  if (tapped !== undefined) return interpretTap(dependencies, waiting, inbound, tapped, latest);
  if (latest === undefined) return { status: 'said', inbound };
  const marks = marksOf(latest.activity, waiting.conversationId);
  const title = titleOfMark(inbound.text ?? '', latest.activity, marks);
  return { status: 'said', inbound: title === undefined ? inbound : { ...inbound, text: title } };
}

function tappedChoice({ channelData }: InboundActivity): ChoiceReference | undefined {
  const choice = channelData?.choice;
  return typeof choice === 'string' ? readChoiceReference(choice)?.reference : undefined;
}

async function interpretTap(
  dependencies: Dependencies,
  waiting: Waiting,
  inbound: InboundActivity,
  reference: ChoiceReference,
  latest: Latest | undefined,
): Promise<Interpreted> {
  const offered =
    latest?.seq === reference.seq ? latest : await findReply(dependencies, waiting, reference.seq);
  const title =
    offered === undefined ? undefined : choicesOf(offered.activity).choices[reference.index]?.title;
  // The button's message is gone: what the platform gave as its text is what was said.
  if (title === undefined) return { status: 'said', inbound };
  const said: Interpreted = { status: 'said', inbound: { ...inbound, text: title } };
  if (latest === undefined || latest.seq === reference.seq) return said;
  if (await wasTappedJustBefore(dependencies, waiting, reference)) return { status: 'settled', replies: [] };
  const asks = latest.activity.channelData?.expects;
  if (asks === undefined) return said;
  const offeredAgain = choicesOf(latest.activity).choices.some((choice) => choice.title === title);
  if (offeredAgain && !binding.has(asks)) return said;
  return { status: 'settled', replies: askAgain(dependencies.words, latest.activity) };
}

function askAgain(words: Translator, latest: OutboundActivity): readonly OutboundActivity[] {
  const locale = toLocale(latest.locale) ?? 'vi';
  return [{ type: 'message', text: words(locale)('channel:outdated'), locale }, latest];
}

function titleOfMark(text: string, latest: OutboundActivity, marks: ChoiceMarks): string | undefined {
  const { choices } = choicesOf(latest);
  if (choices.length === 0) return undefined;
  switch (marks) {
    case 'none':
      return undefined;
    case 'letters': {
      const letter = /^(?:(?:c[aâ]u|ý|y|mục|muc|chọn|chon|choice)\s+)?([a-z])\s*[.)]?$/iu.exec(
        text.trim(),
      )?.[1];
      return letter === undefined
        ? undefined
        : choices[letter.toUpperCase().charCodeAt(0) - 'A'.charCodeAt(0)]?.title;
    }
    case 'digits': {
      // Only the place counts here: titles are understood by the dialogs themselves.
      const places = choices.map((_, index) => ({ value: `place_${index}`, label: '' }));
      const chosen = readChoice(text.replace(/[.)]\s*$/, ''), places);
      if (chosen.status !== 'value') return undefined;
      return choices[places.findIndex(({ value }) => value === chosen.value)]?.title;
    }
  }
}

/** The newest reply that the person had when writing. */
async function findLatest(dependencies: Dependencies, waiting: Waiting): Promise<Latest | undefined> {
  const { conversationId, seq, since } = waiting;
  const row = await lastBefore(dependencies.records, 'outbox', { conversationId, seq, since });
  return row === undefined ? undefined : openReply(dependencies, conversationId, row);
}

async function findReply(
  dependencies: Dependencies,
  { conversationId, since }: Waiting,
  seq: number,
): Promise<Latest | undefined> {
  const row = await dependencies.records.db
    .selectFrom('outbox')
    .select(['seq', 'payload'])
    .where('conversation_id', '=', conversationId)
    .where('created_at', '>=', since)
    .where('seq', '=', seq)
    .executeTakeFirst();
  return row === undefined ? undefined : openReply(dependencies, conversationId, row);
}

function openReply(
  { cipher }: Dependencies,
  conversationId: string,
  { seq, payload }: Readonly<{ seq: number; payload: string }>,
): Latest {
  return { seq, activity: openOutbound(cipher, { conversationId, seq }, payload) };
}

/** A finger that taps twice means it once. */
async function wasTappedJustBefore(
  { records, cipher }: Dependencies,
  { conversationId, seq, since }: Waiting,
  reference: ChoiceReference,
): Promise<boolean> {
  const row = await lastBefore(records, 'inbox', { conversationId, seq, since });
  if (row === undefined) return false;
  const before = openInbound(cipher, { conversationId, seq: row.seq }, row.payload);
  const tapped = tappedChoice(before);
  return tapped?.seq === reference.seq && tapped.index === reference.index;
}
