import { z } from 'zod';
import { readChoiceReference, type InboundActivity } from '../../turn/index.js';
import type { InboundEvent } from '../contract.js';
import { readJsonBody } from '../readJsonBody.js';

// https://developers.viber.com/docs/api/rest-bot-api/#callbacks
const person = z.looseObject({ id: z.string(), language: z.string().optional() });
const place = z.looseObject({ lat: z.number(), lon: z.number() });
const message = z.looseObject({
  text: z.string().optional(),
  contact: z.looseObject({ phone_number: z.string() }).optional(),
  location: place.optional(),
});
const event = z.discriminatedUnion('event', [
  z.looseObject({ event: z.literal('message'), timestamp: z.number(), sender: person, message }),
  z.looseObject({
    event: z.literal('conversation_started'),
    timestamp: z.number(),
    user: person,
    context: z.string().optional(),
  }),
  z.looseObject({ event: z.literal('subscribed'), timestamp: z.number(), user: person }),
  z.looseObject({ event: z.literal('unsubscribed'), timestamp: z.number(), user_id: z.string() }),
]);
type Event = z.infer<typeof event>;

/** What a callback says to us. Receipts, the test of the webhook and everything unknown say nothing. */
export function decodeViber(body: Buffer): readonly InboundEvent[] {
  const parsed = event.safeParse(readJsonBody(body));
  const token = tokenOf(body);
  return parsed.success && token !== undefined ? [decodeEvent(parsed.data, token)] : [];
}

function decodeEvent(data: Event, token: string): InboundEvent {
  switch (data.event) {
    case 'message':
      return said(data, token, data.sender, messageActivity(data.message));
    case 'conversation_started':
      return said(data, token, data.user, {
        type: 'conversationUpdate',
        ...(data.context === undefined || data.context === '' ? {} : { channelData: { ref: data.context } }),
      });
    case 'subscribed':
      return said(data, token, data.user, { type: 'conversationUpdate' });
    case 'unsubscribed':
      return { ...placeOf(data.user_id, data.timestamp), kind: 'gone' };
  }
}

function said(
  { event: name, timestamp }: Event,
  token: string,
  { id, language }: z.infer<typeof person>,
  activity: Omit<InboundActivity, 'from'>,
): InboundEvent {
  return {
    ...placeOf(id, timestamp),
    kind: 'message',
    key: `vb:${token}:${name}:${id}`,
    address: JSON.stringify({ user: id }),
    activity: {
      ...activity,
      ...(language === undefined ? {} : { locale: language }),
      from: { id, role: 'user' },
    },
  };
}

/** A tapped button comes as the text that we gave it, its reference at the end; who types the same means the same. */
function messageActivity({
  text,
  contact,
  location,
}: z.infer<typeof message>): Omit<InboundActivity, 'from'> {
  const words = contact?.phone_number ?? text ?? '';
  const choice = readChoiceReference(words);
  return {
    type: 'message',
    text: choice?.before ?? words,
    textFormat: 'plain',
    ...(choice === undefined
      ? {}
      : { channelData: { choice: `#${choice.reference.seq}.${choice.reference.index + 1}` } }),
    ...(location === undefined
      ? {}
      : { entities: [{ type: 'GeoCoordinates', latitude: location.lat, longitude: location.lon }] }),
  };
}

/**
 * The token exceeds what a number can hold, so it is read from the text. Inside a citizen's words its name can't stand: there the
 * quotation mark behind it is escaped.
 */
function tokenOf(body: Buffer): string | undefined {
  return /"message_token"\s*:\s*(\d{1,20})/.exec(body.toString('utf8'))?.[1];
}

/** Ids are base64: without the signs that have a meaning in addresses. They are of one account each. */
function placeOf(user: string, at: number) {
  const plain = user.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  return { conversationId: `vb:${plain}`, userId: user, at };
}
