import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { FakeApi, type Answer, type Received } from './FakeApi.js';
import type { Delivery, FakePlatform } from './FakePlatform.js';
import { Screens } from './Screens.js';

const token = '445da6az1s345z78-dazcczb2542zv51a-e0vc5fva17480im9';

const key = z.strictObject({
  Columns: z.number().int().min(1).max(6),
  Rows: z.number().int().min(1).max(2),
  ActionType: z.enum(['reply', 'open-url', 'share-phone']),
  ActionBody: z.string().min(1).max(250),
  // Read as HTML: what would be taken for a tag must be escaped.
  Text: z
    .string()
    .min(1)
    .max(700)
    .regex(/^[^<>]*$/),
  TextSize: z.literal('regular'),
});
const sending = z.strictObject({
  receiver: z.string(),
  min_api_version: z.number().int().min(1).max(10),
  sender: z.strictObject({ name: z.string().min(1).max(28) }),
  type: z.literal('text'),
  text: z.string().min(1).max(7_000),
  keyboard: z
    .strictObject({
      Type: z.literal('keyboard'),
      DefaultHeight: z.boolean(),
      Buttons: z.array(key).min(1).max(12),
    })
    .optional(),
});
const setWebhook = z.strictObject({
  url: z.url().startsWith('https://'),
  event_types: z.array(z.string()),
  send_name: z.boolean(),
  send_photo: z.boolean(),
});
const longestMessage = 30 * 1024;

export type FakeViber = FakePlatform &
  Readonly<{
    event: (fields: Readonly<Record<string, unknown>>) => Delivery;
    idOf: (citizen: string) => string;
  }>;

/** The REST Bot API: https://developers.viber.com/docs/api/rest-bot-api; errors come with HTTP 200. */
export async function fakeViber(): Promise<FakeViber> {
  const screens = new Screens();
  const gone = new Set<string>();
  let tokens = 4_912_661_846_655_238_145n;

  const webhook: { webhook: string; event_types?: unknown } = { webhook: '' };
  const api = new FakeApi((call) => {
    if (!call.path.startsWith('/pa/')) return { http: 404, body: 'no page' };
    if (call.headers['x-viber-auth-token'] !== token) return refused(2);
    if (call.path === '/pa/get_account_info')
      return { body: { status: 0, status_message: 'ok', id: 'pa:1', name: 'An Sinh', ...webhook } };
    if (call.path === '/pa/set_webhook') {
      const asked = setWebhook.safeParse(JSON.parse(call.raw));
      if (!asked.success) return refused(1);
      Object.assign(webhook, { webhook: asked.data.url, event_types: asked.data.event_types });
      return { body: { status: 0, status_message: 'ok', event_types: asked.data.event_types } };
    }
    if (call.path !== '/pa/send_message') return { http: 404, body: 'no page' };
    return takeMessage(call);
  });
  await api.start();

  function takeMessage({ raw }: Received): Answer {
    const parsed = sending.safeParse(JSON.parse(raw));
    if (!parsed.success || Buffer.byteLength(raw) > longestMessage) return refused(3);
    const { receiver, text, keyboard } = parsed.data;
    const citizen = citizenOf(receiver);
    if (gone.has(citizen)) return refused(6);
    const messages = screens.find(citizen);
    if (messages === undefined) return refused(5);
    messages.push({
      text,
      buttons: (keyboard?.Buttons ?? [])
        .filter(({ ActionType: type }) => type !== 'share-phone')
        .map(({ ActionType: type, ActionBody: body, Text: label }) => ({
          label: label.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
          ...(type === 'reply' ? { press: body } : { press: undefined, href: body }),
        })),
    });
    return { body: `{"status":0,"status_message":"ok","message_token":${nextToken()}}` };
  }

  function nextToken(): bigint {
    tokens += 1n;
    return tokens;
  }

  // The platform writes its tokens as numbers, which a JSON library would round.
  const event = (fields: Readonly<Record<string, unknown>>): Delivery =>
    signed(
      JSON.stringify({ timestamp: Date.now(), message_token: 0, ...fields }).replace(
        '"message_token":0',
        `"message_token":${nextToken()}`,
      ),
    );
  const person = (citizen: string, locale = 'vi') => ({
    id: idOf(citizen),
    name: 'An',
    language: locale,
    country: 'VN',
    api_version: 10,
  });
  const write = (citizen: string, text: string, locale?: string): Delivery =>
    event({
      event: 'message',
      sender: person(citizen, locale),
      message: { type: 'text', text, tracking_data: '' },
      silent: false,
    });

  return {
    name: 'viber',
    api,
    tellsLanguage: true,
    door: '/webhooks/viber',
    event,
    idOf,
    env: () => ({ VIBER_AUTH_TOKEN: token, VIBER_API_URL: api.address }),
    conversationOf: (citizen) =>
      `vb:${idOf(citizen).replaceAll('/', '_').replaceAll('+', '-').replace(/=+$/, '')}`,
    shownTo: screens.open,
    write: (citizen, text, { locale } = {}) => {
      screens.open(citizen);
      return write(citizen, text, locale);
    },
    // There is no event for a tap: the button's body comes as a text.
    press: (citizen, { press = '' }, { locale } = {}) => write(citizen, press, locale),
    block: (citizen) => {
      gone.add(citizen);
      return event({ event: 'unsubscribed', timestamp: Date.now() + 1_000, user_id: idOf(citizen) });
    },
    strange: () => event({ event: 'client_status', user_id: 'x', odd: { deep: [1] } }),
    sign: signed,
    secrets: [token],
    forge: ({ raw, headers }) => [
      { raw, headers: {} },
      { raw: `${raw} `, headers },
      { raw, headers: { 'X-Viber-Content-Signature': '0'.repeat(64) } },
      { raw, headers: { 'X-Viber-Content-Signature': '' } },
    ],
    stop: () => api.stop(),
  };
}

/** Ids are base64 and hold signs that mean something in an address. */
function idOf(citizen: string): string {
  return Buffer.from(`>>>???${citizen}`).toString('base64');
}

function citizenOf(id: string): string {
  return Buffer.from(id, 'base64').toString('utf8').slice('>>>???'.length);
}

function signed(raw: string): Delivery {
  const signature = createHmac('sha256', token).update(raw).digest('hex');
  return { raw, headers: { 'X-Viber-Content-Signature': signature } };
}

function refused(status: number): Answer {
  return { body: { status, status_message: 'refused' } };
}
