import { z } from 'zod';
import { readChoiceReference, type InboundActivity } from '../../turn/index.js';
import type { InboundEvent } from '../contract.js';
import { readJsonBody } from '../readJsonBody.js';

// https://developers.zalo.me/docs/official-account/webhook. Ids have 18 or 19 digits: strings, or the delivery isn't read.
const person = z.looseObject({ id: z.string(), admin_id: z.string().optional() });
const text = z.union([z.string(), z.number().transform(String)]);
const event = z.looseObject({
  event_name: z.string(),
  timestamp: text,
  oa_id: z.string().optional(),
  sender: person.optional(),
  recipient: person.optional(),
  follower: person.optional(),
  user_id: z.string().optional(),
  message: z
    .looseObject({
      msg_id: z.string().optional(),
      text: z.string().optional(),
      data: z.string().optional(),
      conversation_id: z.string().optional(),
      attachments: z.array(z.looseObject({ type: z.string(), payload: z.unknown() })).optional(),
    })
    .optional(),
  info: z.looseObject({ name: z.string().optional(), phone: text.optional() }).optional(),
  data: z.looseObject({ user_id: z.string().optional(), url: z.string().optional() }).optional(),
});
type Event = z.infer<typeof event>;
type Said = Omit<InboundActivity, 'from'>;

const startCommand = '/start';
/** A code on a poster that the citizen sends as the first message. */
const posterCode = /^#([A-Za-z0-9-]{2,82})$/;

/** What a delivery says to us. Receipts, groups, tags, other accounts and everything unknown say nothing. */
export function decodeZalo(body: Buffer, oaId: string): readonly InboundEvent[] {
  const parsed = event.safeParse(readJsonBody(body));
  if (!parsed.success) return [];
  const decoded = decodeEvent(parsed.data, oaId);
  return decoded === undefined ? [] : [decoded];
}

function decodeEvent(data: Event, oaId: string): InboundEvent | undefined {
  const { event_name: name } = data;
  if (name.startsWith('user_send_')) return fromUser(data, oaId, messageActivity(data));
  if (name.startsWith('anonymous_send_')) return fromVisitor(data, oaId);
  if (name.startsWith('oa_send_')) return spokenByOffice(data, oaId);
  switch (name) {
    case 'user_submit_info':
      return fromUser(data, oaId, { type: 'message', text: sharedInfo(data), textFormat: 'plain' });
    case 'user_click_response_button':
      return fromUser(data, oaId, { type: 'message', text: data.message?.data ?? '', textFormat: 'plain' });
    case 'follow':
      return managed(data, oaId, data.follower?.id, { type: 'conversationUpdate' });
    case 'user_click_chatnow':
      return managed(data, oaId, data.user_id, { type: 'conversationUpdate' });
    case 'widget_interaction_accepted':
      return managed(data, oaId, data.data?.user_id, {
        type: 'conversationUpdate',
        ...refOf(data.data?.url),
      });
    case 'unfollow': {
      const user = data.follower?.id;
      if (user === undefined || !concerns(data, oaId)) return undefined;
      return { ...placeOf(oaId, user, data), kind: 'gone' };
    }
    case 'user_withdraw': {
      const user = data.user_id ?? data.sender?.id;
      if (user === undefined || !concerns(data, oaId)) return undefined;
      const key = `zalo:${oaId}:${name}:${user}:${data.timestamp}`;
      return { ...placeOf(oaId, user, data), kind: 'withdrawn', key, address: addressOf(user) };
    }
    default:
      return undefined;
  }
}

function fromUser(data: Event, oaId: string, activity: Said): InboundEvent | undefined {
  const { sender, recipient, message, event_name: name } = data;
  if (sender === undefined || (recipient?.id ?? data.oa_id) !== oaId) return undefined;
  return {
    ...placeOf(oaId, sender.id, data),
    kind: 'message',
    key: `zalo:${oaId}:${message?.msg_id ?? `${sender.id}:${data.timestamp}`}:${name}`,
    address: addressOf(sender.id),
    activity: { ...activity, from: { id: sender.id, role: 'user' } },
  };
}

/** Name and number as somebody would type them; the address is asked in its place, where the official one is looked for. */
function sharedInfo({ info }: Event): string {
  return [info?.name, info?.phone].filter((part) => part !== undefined && part !== '').join(', ');
}

/** Somebody without a Zalo account, in the account's widget on a page: answered in that conversation only. */
function fromVisitor(data: Event, oaId: string): InboundEvent | undefined {
  const { sender, message } = data;
  const conversation = message?.conversation_id;
  const said = fromUser(data, oaId, messageActivity(data));
  if (said?.kind !== 'message' || sender === undefined || conversation === undefined) return undefined;
  return {
    ...said,
    conversationId: visitorConversation(oaId, sender.id),
    address: JSON.stringify({ anonymous: sender.id, conversation }),
  };
}

/** An echo. Ours have no `admin_id`; with one, somebody of the office wrote by Zalo's own tool. */
function spokenByOffice(data: Event, oaId: string): InboundEvent | undefined {
  const { sender, recipient } = data;
  if (sender?.id !== oaId || sender.admin_id === undefined || recipient === undefined) return undefined;
  return { ...placeOf(oaId, recipient.id, data), kind: 'person_spoke' };
}

function managed(
  data: Event,
  oaId: string,
  user: string | undefined,
  activity: Said,
): InboundEvent | undefined {
  if (user === undefined || !concerns(data, oaId)) return undefined;
  return {
    ...placeOf(oaId, user, data),
    kind: 'message',
    key: `zalo:${oaId}:${data.event_name}:${user}:${data.timestamp}`,
    address: addressOf(user),
    activity: { ...activity, from: { id: user, role: 'user' } },
  };
}

function concerns({ oa_id: named, recipient }: Event, oaId: string): boolean {
  return (named ?? recipient?.id ?? oaId) === oaId;
}

/** A tapped button comes as the text that we gave it, its reference at the end; who types the same means the same. */
function messageActivity({ message }: Event): Said {
  const said = message?.text ?? '';
  const common = { type: 'message', textFormat: 'plain' } as const;
  const choice = readChoiceReference(said);
  if (choice !== undefined) {
    const { seq, index } = choice.reference;
    return { ...common, text: choice.before, channelData: { choice: `#${seq}.${index + 1}` } };
  }
  const ref = posterCode.exec(said.trim())?.[1];
  if (ref !== undefined) return { ...common, text: startCommand, channelData: { ref } };
  const places = (message?.attachments ?? []).flatMap(({ type, payload }) => {
    const found = type === 'location' ? location.safeParse(payload) : undefined;
    return found?.success === true ? [{ type: 'GeoCoordinates', ...found.data.coordinates }] : [];
  });
  return { ...common, text: said, ...(places.length === 0 ? {} : { entities: places }) };
}

const degrees = z.union([z.number(), z.string().transform(Number)]);
const location = z.looseObject({ coordinates: z.object({ latitude: degrees, longitude: degrees }) });

/** The page on which the widget stands tells where the person came from. */
function refOf(url: string | undefined): Pick<InboundActivity, 'channelData'> {
  const ref = url !== undefined && URL.canParse(url) ? new URL(url).searchParams.get('ref') : null;
  return ref === null ? {} : { channelData: { ref } };
}

function placeOf(oaId: string, user: string, { timestamp }: Event) {
  return { conversationId: `zalo:${oaId}:${user}`, userId: user, at: Number(timestamp) || 0 };
}

function visitorConversation(oaId: string, visitor: string): string {
  return `zalo:${oaId}:visitor-${visitor}`;
}

/** Whether a conversation is one of a visitor without an account. */
export function isVisitor(conversationId: string): boolean {
  return conversationId.includes(':visitor-');
}

function addressOf(user: string): string {
  return JSON.stringify({ user });
}
