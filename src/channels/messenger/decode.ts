import { createHash } from 'node:crypto';
import { z } from 'zod';
import { readChoiceReference, type InboundActivity } from '../../turn/index.js';
import type { InboundEvent } from '../contract.js';
import { readJsonBody } from '../readJsonBody.js';

// https://developers.facebook.com/docs/messenger-platform/reference/webhook-events
const id = z.union([z.string(), z.number().transform(String)]);
const referral = z.looseObject({ ref: z.string().optional() });
const item = z.looseObject({
  sender: z.looseObject({ id }).optional(),
  recipient: z.looseObject({ id }).optional(),
  timestamp: z.number().default(0),
  message: z
    .looseObject({
      mid: z.string().optional(),
      text: z.string().optional(),
      is_echo: z.boolean().optional(),
      is_deleted: z.boolean().optional(),
      app_id: id.optional(),
      quick_reply: z.looseObject({ payload: z.string() }).optional(),
      attachments: z.array(z.looseObject({ type: z.string(), payload: z.unknown() })).optional(),
    })
    .optional(),
  postback: z
    .looseObject({
      mid: z.string().optional(),
      title: z.string().default(''),
      payload: z.string().default(''),
      referral: referral.optional(),
    })
    .optional(),
  referral: referral.optional(),
});
type Item = z.infer<typeof item>;

// One entry that can't be read must not take the others of its batch with it.
const batch = z.looseObject({
  object: z.literal('page'),
  entry: z.array(z.looseObject({ messaging: z.array(z.unknown()).default([]) })),
});

export const getStarted = 'GET_STARTED';
const startCommand = '/start';
/** Business Suite's inbox, where people of the office write by hand. */
const inboxApp = '263902037430900';

/** What a delivery says to us: every entry and every item of it. Receipts, reactions and everything unknown say nothing. */
export function decodeMessenger(body: Buffer, pageId: string): readonly InboundEvent[] {
  const parsed = batch.safeParse(readJsonBody(body));
  if (!parsed.success) return [];
  return parsed.data.entry
    .flatMap(({ messaging }) => messaging)
    .flatMap((raw) => {
      const one = item.safeParse(raw);
      return one.success ? (decodeItem(one.data, pageId) ?? []) : [];
    });
}

function decodeItem(data: Item, pageId: string): InboundEvent | undefined {
  const { sender, recipient, message, postback, referral: came } = data;
  if (sender === undefined || recipient === undefined) return undefined;
  if (message?.is_echo === true) {
    if (sender.id !== pageId || message.app_id !== inboxApp) return undefined;
    return { ...placeOf(pageId, recipient.id, data.timestamp), kind: 'person_spoke' };
  }
  if (recipient.id !== pageId) return undefined;
  const place = placeOf(pageId, sender.id, data.timestamp);
  const address = JSON.stringify({ psid: sender.id });
  const said = (mid: string | undefined, activity: Omit<InboundActivity, 'from'>): InboundEvent => ({
    ...place,
    kind: 'message',
    key: `fb:${pageId}:${mid ?? digestOf(data)}`,
    address,
    activity: { ...activity, from: { id: sender.id, role: 'user' } },
  });
  if (message !== undefined) {
    return message.is_deleted === true ? undefined : said(message.mid, messageActivity(message));
  }
  if (postback !== undefined) return said(postback.mid, postbackActivity(postback));
  if (came !== undefined) {
    const key = `referral:${sender.id}:${data.timestamp}`;
    return said(key, { type: 'conversationUpdate', ...refOf(came.ref) });
  }
  return undefined;
}

function messageActivity({
  text = '',
  quick_reply: tapped,
  attachments = [],
}: NonNullable<Item['message']>): Omit<InboundActivity, 'from'> {
  // The payload tells which choice was tapped, the title only how it read; a shared number comes as a payload, too.
  const choice = tapped === undefined ? undefined : readChoiceReference(tapped.payload);
  const places = attachments.flatMap(({ type, payload }) => {
    const found = type === 'location' ? location.safeParse(payload) : undefined;
    return found?.success === true ? [found.data.coordinates] : [];
  });
  return {
    type: 'message',
    text: tapped !== undefined && choice === undefined && text === '' ? tapped.payload : text,
    textFormat: 'plain',
    ...(choice === undefined || tapped === undefined ? {} : { channelData: { choice: tapped.payload } }),
    ...(places.length === 0
      ? {}
      : {
          entities: places.map(({ lat, long }) => ({
            type: 'GeoCoordinates',
            latitude: lat,
            longitude: long,
          })),
        }),
  };
}

const location = z.looseObject({ coordinates: z.object({ lat: z.number(), long: z.number() }) });

function postbackActivity({
  payload,
  title,
  referral: came,
}: NonNullable<Item['postback']>): Omit<InboundActivity, 'from'> {
  if (payload === getStarted) {
    return { type: 'message', text: startCommand, textFormat: 'plain', ...refOf(came?.ref) };
  }
  const choice = readChoiceReference(payload);
  return {
    type: 'message',
    text: choice === undefined ? payload : title,
    textFormat: 'plain',
    ...(choice === undefined ? {} : { channelData: { choice: payload } }),
  };
}

function refOf(ref: string | undefined): Pick<InboundActivity, 'channelData'> {
  return ref === undefined ? {} : { channelData: { ref } };
}

function placeOf(pageId: string, psid: string, timestamp: number) {
  return { conversationId: `fb:${pageId}:${psid}`, userId: psid, at: inMilliseconds(timestamp) };
}

const leastMilliseconds = 1e12;

/** Some deliveries count seconds. */
function inMilliseconds(timestamp: number): number {
  return timestamp < leastMilliseconds ? timestamp * 1000 : timestamp;
}

function digestOf({ sender, timestamp, postback, message }: Item): string {
  return createHash('sha256')
    .update(JSON.stringify([sender?.id, timestamp, postback?.payload, message?.text]))
    .digest('hex');
}
