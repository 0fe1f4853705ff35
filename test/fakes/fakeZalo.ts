import { createHash } from 'node:crypto';
import { z } from 'zod';
import { FakeApi, type Answer, type Received } from './FakeApi.js';
import type { Delivery, FakePlatform } from './FakePlatform.js';
import { Screens } from './Screens.js';

const appId = '1234567890123456789';
const appSecret = 'zalo-app-secret-for-tests';
const oa = '388613280878808645';
const oaSecret = 'zalo-oa-secret-for-tests';
const firstRefreshToken = 'refresh-token-0';

const button = z.discriminatedUnion('type', [
  z.strictObject({ title: title(), type: z.literal('oa.query.show'), payload: z.string().max(1_000) }),
  z.strictObject({
    title: title(),
    type: z.literal('oa.open.url'),
    payload: z.strictObject({ url: z.url() }),
  }),
  z.strictObject({
    title: title(),
    type: z.literal('oa.open.phone'),
    payload: z.strictObject({ phone_code: z.string().regex(/^\d+$/) }),
  }),
]);
const sending = z.strictObject({
  recipient: z.union([
    z.strictObject({ user_id: z.string() }),
    z.strictObject({ anonymous_id: z.string(), conversation_id: z.string() }),
  ]),
  message: z.union([
    z.strictObject({
      text: z.string().min(1),
      attachment: z
        .strictObject({
          type: z.literal('template'),
          payload: z.strictObject({ buttons: z.array(button).min(1).max(5) }),
        })
        .optional(),
    }),
    z.strictObject({
      attachment: z.strictObject({
        type: z.literal('template'),
        payload: z.strictObject({
          template_type: z.literal('request_user_info'),
          elements: z
            .array(
              z.strictObject({ title: title(), subtitle: z.string().min(1).max(500), image_url: z.url() }),
            )
            .length(1),
        }),
      }),
    }),
  ]),
});

function title() {
  return z.string().min(1).max(100);
}

export type FakeZalo = FakePlatform &
  Readonly<{
    /** How often a refresh token was taken. */
    renewals: () => number;
    /** The access token of now stops being valid. */
    expireToken: () => void;
    /** The platform forgets the refresh token: only a person can give a new one. */
    revoke: () => void;
    event: (fields: Readonly<Record<string, unknown>>) => Delivery;
    /** Who was asked to share name and number, each time. */
    infoAsked: readonly string[];
  }>;

/** The OA API and its OAuth host: https://developers.zalo.me/docs/official-account; errors come with HTTP 200. */
export async function fakeZalo(): Promise<FakeZalo> {
  const screens = new Screens();
  const blocked = new Set<string>();
  const consumed = new Set<string>();
  let refreshToken = firstRefreshToken;
  let accessToken = '';
  let expired = false;
  let renewals = 0;
  let ids = 0;
  const infoAsked: string[] = [];

  const api = new FakeApi((call) => {
    if (call.path === '/v4/oa/access_token') return renew(call);
    const known = ['/v3.0/oa/message/cs', '/v2.0/oa/message', '/v2.0/oa/getoa'];
    if (!known.includes(call.path)) return { http: 404, body: 'no page' };
    if (call.headers.access_token !== accessToken || accessToken === '') return refused(-216);
    if (expired) return refused(-220);
    if (call.path === '/v2.0/oa/getoa')
      return {
        body: { error: 0, message: 'Success', data: { oa_id: oa, name: 'An Sinh', is_verified: true } },
      };
    return takeMessage(call);
  });
  await api.start();

  function renew({ raw, headers }: Received): Answer {
    const form = new URLSearchParams(raw);
    if (headers.secret_key !== appSecret || form.get('app_id') !== appId) {
      return { body: { error: '-14002', error_name: 'Invalid app id.' } };
    }
    const given = form.get('refresh_token') ?? '';
    if (consumed.has(given)) return { body: '' };
    if (given !== refreshToken) return { body: { error: -14014, error_name: 'Invalid refresh token.' } };
    consumed.add(given);
    renewals += 1;
    expired = false;
    accessToken = `access-token-${renewals}`;
    refreshToken = `refresh-token-${renewals}`;
    return { body: { access_token: accessToken, refresh_token: refreshToken, expires_in: '90000' } };
  }

  function takeMessage(call: Received): Answer {
    const parsed = sending.safeParse(JSON.parse(call.raw));
    if (!parsed.success) return refused(-201);
    const { recipient, message } = parsed.data;
    const citizen = 'user_id' in recipient ? recipient.user_id : recipient.anonymous_id;
    if (blocked.has(citizen)) return refused(-244);
    if (screens.find(citizen) === undefined) return refused(-213);
    if (!('text' in message)) {
      infoAsked.push(citizen);
      return accepted(citizen);
    }
    if (message.text.length > 2_000) return refused(-210);
    ids += 1;
    screens.find(citizen)?.push({
      text: message.text,
      buttons: (message.attachment?.payload.buttons ?? []).map((one) =>
        one.type === 'oa.query.show'
          ? { label: one.title, press: one.payload }
          : {
              label: one.title,
              press: undefined,
              href: one.type === 'oa.open.url' ? one.payload.url : `tel:${one.payload.phone_code}`,
            },
      ),
    });
    return accepted(citizen);
  }

  function accepted(citizen: string): Answer {
    return {
      body: {
        data: { message_id: `sent-${ids}`, user_id: citizen, sent_time: String(Date.now()) },
        error: 0,
        message: 'Success',
      },
    };
  }

  const event = (fields: Readonly<Record<string, unknown>>): Delivery =>
    signed({ app_id: appId, timestamp: String(Date.now()), ...fields });
  const text = (citizen: string, said: string): Delivery => {
    ids += 1;
    return event({
      user_id_by_app: '552177279717587730',
      event_name: 'user_send_text',
      sender: { id: citizen },
      recipient: { id: oa },
      message: { msg_id: `96d3cdf3af${ids}`, text: said },
    });
  };

  return {
    name: 'zalo',
    api,
    tellsLanguage: false,
    door: '/webhooks/zalo',
    infoAsked,
    renewals: () => renewals,
    expireToken: () => {
      expired = true;
    },
    revoke: () => {
      expired = true;
      refreshToken = 'nobody knows';
    },
    event,
    env: () => ({
      ZALO_APP_ID: appId,
      ZALO_APP_SECRET: appSecret,
      ZALO_OA_ID: oa,
      ZALO_OA_SECRET: oaSecret,
      ZALO_REFRESH_TOKEN: firstRefreshToken,
      ZALO_API_URL: api.address,
      ZALO_OAUTH_URL: api.address,
    }),
    conversationOf: (citizen) => `zalo:${oa}:${citizen}`,
    shownTo: screens.open,
    write: (citizen, said) => {
      screens.open(citizen);
      return text(citizen, said);
    },
    // There is no event for a tap: the button's payload comes as a text.
    press: (citizen, { press = '' }) => text(citizen, press),
    block: (citizen) => {
      blocked.add(citizen);
      return event({
        oa_id: oa,
        follower: { id: citizen },
        event_name: 'unfollow',
        timestamp: String(Date.now() + 1_000),
      });
    },
    strange: () => event({ oa_id: oa, event_name: 'event_journey_done', odd: { deep: [1] } }),
    sign: (raw) => {
      const timestamp = /"timestamp":"?(\d+)/.exec(raw)?.[1] ?? '';
      return { raw, headers: signature(raw, timestamp) };
    },
    secrets: [appSecret, oaSecret, 'refresh-token-', 'access-token-'],
    forge: ({ raw, headers }) => [
      { raw, headers: {} },
      { raw: `${raw} `, headers },
      { raw, headers: { 'X-ZEvent-Signature': `mac=${'0'.repeat(64)}` } },
      { raw, headers: { 'X-ZEvent-Signature': 'mac=' } },
    ],
    stop: () => api.stop(),
  };
}

function signed(body: Readonly<Record<string, unknown>>): Delivery {
  const raw = JSON.stringify(body);
  return { raw, headers: signature(raw, String(body.timestamp)) };
}

function signature(raw: string, timestamp: string): Readonly<Record<string, string>> {
  const mac = createHash('sha256').update(`${appId}${raw}${timestamp}${oaSecret}`).digest('hex');
  return { 'X-ZEvent-Signature': `mac=${mac}` };
}

function refused(error: number): Answer {
  return { body: { error, message: 'refused' } };
}
