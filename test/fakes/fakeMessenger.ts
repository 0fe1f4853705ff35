import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { FakeApi, type Answer, type Received } from './FakeApi.js';
import type { Delivery, FakePlatform } from './FakePlatform.js';
import { Screens } from './Screens.js';

const page = '1234567890';
const appSecret = 'meta-app-secret-for-tests';
const verifyToken = 'verify-token-for-tests';
const pageToken = 'PAGE_TOKEN_FOR_TESTS';

const sending = z.object({
  recipient: z.strictObject({ id: z.string() }),
  messaging_type: z.enum(['RESPONSE', 'UPDATE']).optional(),
  sender_action: z.enum(['typing_on', 'typing_off', 'mark_seen']).optional(),
  message: z
    .strictObject({
      text: z.string().min(1),
      quick_replies: z
        .array(
          z.union([
            z.strictObject({
              content_type: z.literal('text'),
              title: z.string(),
              payload: z.string().max(1000),
            }),
            z.strictObject({ content_type: z.literal('user_phone_number') }),
          ]),
        )
        .max(13)
        .optional(),
    })
    .optional(),
});

export type FakeMessenger = FakePlatform &
  Readonly<{
    verifyToken: string;
    item: (fields: Readonly<Record<string, unknown>>) => Delivery;
    /** The kinds of messages that the page sends to the app. */
    subscribed: string[];
  }>;

/** The Send API and webhooks of a Page: https://developers.facebook.com/docs/messenger-platform */
export async function fakeMessenger(): Promise<FakeMessenger> {
  const screens = new Screens();
  const blocked = new Set<string>();
  let mids = 100;
  const subscribed = ['messages', 'messaging_postbacks', 'messaging_referrals', 'message_echoes'];

  const api = new FakeApi((call) => {
    if (!call.path.startsWith(`/v25.0/${page}`)) return failed(404, 100);
    if (call.headers.authorization !== `Bearer ${pageToken}`) return failed(401, 190);
    const proof = createHmac('sha256', appSecret).update(pageToken).digest('hex');
    if (call.query.get('appsecret_proof') !== proof) return failed(400, 100);
    if (call.method === 'GET' && call.path === `/v25.0/${page}`)
      return { body: { id: page, name: 'An Sinh' } };
    if (call.method === 'GET' && call.path === `/v25.0/${page}/subscribed_apps`)
      return { body: { data: [{ id: '1', subscribed_fields: subscribed }] } };
    return call.path === `/v25.0/${page}/messages` ? takeMessage(call) : failed(404, 100);
  });
  await api.start();

  function takeMessage(call: Received): Answer {
    const parsed = sending.safeParse(JSON.parse(call.raw));
    if (!parsed.success) return failed(400, 100);
    const { recipient, messaging_type: type, sender_action: action, message } = parsed.data;
    if (blocked.has(recipient.id)) return failed(400, 551, 1545041);
    if (screens.find(recipient.id) === undefined) return failed(400, 100, 2018001);
    if (action !== undefined) {
      return message === undefined && type === undefined
        ? { body: { recipient_id: recipient.id } }
        : failed(400, 100);
    }
    if (message === undefined || type === undefined || message.text.length > 2_000) return failed(400, 100);
    mids += 1;
    screens.find(recipient.id)?.push({
      text: message.text,
      buttons: (message.quick_replies ?? []).flatMap((reply) =>
        // The live system cuts longer titles.
        reply.content_type === 'text' ? [{ label: reply.title.slice(0, 20), press: reply.payload }] : [],
      ),
    });
    return { body: { recipient_id: recipient.id, message_id: `m_sent_${mids}` } };
  }

  const item = (fields: Readonly<Record<string, unknown>>): Delivery =>
    signed({ object: 'page', entry: [{ id: page, time: Date.now(), messaging: [fields] }] });
  const between = (citizen: string) => ({
    sender: { id: citizen },
    recipient: { id: page },
    timestamp: Date.now(),
  });

  return {
    name: 'messenger',
    api,
    tellsLanguage: false,
    door: '/webhooks/messenger',
    subscribed,
    verifyToken,
    item,
    env: () => ({
      MESSENGER_PAGE_ID: page,
      MESSENGER_APP_SECRET: appSecret,
      MESSENGER_VERIFY_TOKEN: verifyToken,
      MESSENGER_PAGE_TOKEN: pageToken,
      MESSENGER_API_URL: api.address,
    }),
    conversationOf: (citizen) => `fb:${page}:${citizen}`,
    shownTo: screens.open,
    write: (citizen, text) => {
      screens.open(citizen);
      mids += 1;
      return item({ ...between(citizen), message: { mid: `m_${mids}`, text } });
    },
    press: (citizen, { label, press }) => {
      mids += 1;
      return item({
        ...between(citizen),
        message: { mid: `m_${mids}`, text: label, quick_reply: { payload: press } },
      });
    },
    batch: (deliveries) => {
      const entries = deliveries.flatMap(({ raw }) => envelope.parse(JSON.parse(raw)).entry);
      return signed({ object: 'page', entry: entries });
    },
    block: (citizen) => {
      blocked.add(citizen);
      return undefined;
    },
    strange: () =>
      signed({ object: 'page', entry: [{ id: page, time: 1, standby: [{ odd: true }], changes: [] }] }),
    sign: (raw) => ({ raw, headers: signature(raw) }),
    secrets: [appSecret, verifyToken, pageToken],
    forge: ({ raw }) => [
      { raw, headers: {} },
      { raw: `${raw} `, headers: signature(raw) },
      { raw: raw.replace('\\u', '\\U'), headers: { 'X-Hub-Signature-256': `sha256=${'0'.repeat(64)}` } },
      {
        raw,
        headers: { 'X-Hub-Signature': `sha1=${createHmac('sha1', appSecret).update(raw).digest('hex')}` },
      },
      { raw, headers: { 'X-Hub-Signature-256': createHmac('sha256', appSecret).update(raw).digest('hex') } },
    ],
    stop: () => api.stop(),
  };
}

const envelope = z.object({ entry: z.array(z.unknown()) });

/** As Meta writes its bodies: what is not ASCII and every slash escaped. */
function signed(body: unknown): Delivery {
  const raw = JSON.stringify(body)
    .replace(/[\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/(?<!\\)\//g, '\\/');
  return { raw, headers: signature(raw) };
}

function signature(raw: string): Readonly<Record<string, string>> {
  return { 'X-Hub-Signature-256': `sha256=${createHmac('sha256', appSecret).update(raw).digest('hex')}` };
}

function failed(http: number, code: number, subcode?: number): Answer {
  return {
    http,
    body: {
      error: { message: 'refused', type: 'OAuthException', code, error_subcode: subcode, fbtrace_id: 'BLBz' },
    },
  };
}
