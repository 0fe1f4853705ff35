import { generateKeyPairSync, sign as signBytes } from 'node:crypto';
import { z } from 'zod';
import { FakeApi, type Answer, type Received } from './FakeApi.js';
import type { Delivery, FakePlatform } from './FakePlatform.js';
import { Screens } from './Screens.js';
import { routeHttps } from './routeHttps.js';

const ourAppId = '7d1c4f0a-52be-4c3d-9a61-1f2e3d4c5b6a';
const appPassword = 'azure-app-password-for-tests';
const channelIssuer = 'https://api.botframework.com';
const emulatorIssuer = 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/';

// One pair for the process: the SDK keeps the keys of an address for a day.
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2_048 }).privateKey;

const action = z.strictObject({
  type: z.enum(['imBack', 'openUrl']),
  title: z.string().min(1),
  value: z.string().min(1),
});
const sending = z.looseObject({
  type: z.literal('message'),
  text: z.string().min(1),
  conversation: z.looseObject({ id: z.string() }),
  recipient: z.looseObject({ id: z.string() }),
  suggestedActions: z.strictObject({ to: z.array(z.string()), actions: z.array(action) }).optional(),
  attachments: z.array(z.looseObject({ contentUrl: z.url(), name: z.string() })).optional(),
});

export type FakeAzure = FakePlatform &
  Readonly<{
    /** A delivery with these fields in its activity, with a token for it. */
    activity: (fields: Readonly<Record<string, unknown>>) => Delivery;
    /** As the Emulator sends it, with the token that it gets from Microsoft's login. */
    emulated: (fields: Readonly<Record<string, unknown>>) => Delivery;
    /** An activity, signed, that wants its replies at another address. */
    signFor: (serviceUrl: string, fields: Readonly<Record<string, unknown>>) => Delivery;
    /** The login doesn't answer, nor gives out its keys. */
    breakLogin: (isBroken: boolean) => void;
    /** The password isn't right any more. */
    refuseLogin: (isRefused: boolean) => void;
  }>;

/**
 * Azure Bot Service: its login and its keys at the addresses that the SDK knows, and its Connector.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
 */
export async function fakeAzure(appId = ourAppId): Promise<FakeAzure> {
  const screens = new Screens();
  const blocked = new Set<string>();
  const key = { ...publicKey.export({ format: 'jwk' }), kid: 'key-1', use: 'sig', kty: 'RSA' };
  let ids = 0;
  let isBroken = false;
  let isRefused = false;
  /** Each is good until its time is over, whatever was given out after it. */
  const given = new Set<string>();

  const login = new FakeApi((call) => {
    if (isBroken) return { http: 503, body: 'down' };
    if (call.path.endsWith('/oauth2/v2.0/token')) return grant(call);
    if (call.path.endsWith('/keys')) return { body: { keys: [key] } };
    const base = `https://login.microsoftonline.com${call.path.split('/v2.0')[0]}`;
    return {
      body: {
        issuer: `${base}/v2.0`,
        jwks_uri: 'https://login.botframework.com/v1/.well-known/keys',
        authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
        token_endpoint: `${base}/oauth2/v2.0/token`,
        end_session_endpoint: `${base}/oauth2/v2.0/logout`,
      },
    };
  });
  const api = new FakeApi((call) => {
    if (!given.has(String(call.headers.authorization))) return failed(401, 'Unauthorized');
    return /^\/vn\/v3\/conversations\/[^/]+\/activities(?:\/[^/]+)?$/.test(call.path)
      ? takeMessage(call)
      : failed(404, 'NotFound');
  });
  await Promise.all([login.start(), api.start()]);
  const serviceUrl = `${api.address}/vn/`;
  const hosts = {
    'login.botframework.com': portOf(login),
    'login.microsoftonline.com': portOf(login),
  };
  const unroute = Object.entries(hosts).map(([host, port]) => routeHttps(host, port));

  function grant({ raw }: Received): Answer {
    const form = new URLSearchParams(raw);
    const isRight = form.get('client_id') === appId && form.get('client_secret') === appPassword;
    if (!isRight || isRefused)
      return {
        http: 401,
        body: { error: 'invalid_client', error_codes: [7_000_215], error_description: 'x' },
      };
    ids += 1;
    const token = `azure-access-token-${ids}`;
    given.add(`Bearer ${token}`);
    return { body: { token_type: 'Bearer', expires_in: 3_600, ext_expires_in: 3_600, access_token: token } };
  }

  function takeMessage({ raw }: Received): Answer {
    const parsed = sending.safeParse(JSON.parse(raw));
    if (!parsed.success) return failed(400, 'BadSyntax');
    const { text, recipient, suggestedActions, attachments = [] } = parsed.data;
    if (blocked.has(recipient.id)) return failed(403, 'BotNotInConversationRoster');
    const messages = screens.find(recipient.id);
    if (messages === undefined) return failed(404, 'ConversationNotFound');
    ids += 1;
    const pictures = attachments.map(({ name, contentUrl }) => `${name}: ${contentUrl}`);
    messages.push({
      text: [text.replaceAll('**', ''), ...pictures].join('\n'),
      buttons: (suggestedActions?.actions ?? []).map(({ type, title, value }) =>
        type === 'imBack' ? { label: title, press: value } : { label: title, press: undefined, href: value },
      ),
    });
    return { http: 201, body: { id: `sent-${ids}` } };
  }

  const token = (claims: object, by = privateKey, alg = 'RS256'): string => {
    const now = Math.floor(Date.now() / 1_000);
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signed = `${part({ alg, typ: 'JWT', kid: 'key-1' })}.${part({ nbf: now - 60, exp: now + 3_600, ...claims })}`;
    const signature =
      alg === 'none' ? '' : signBytes('RSA-SHA256', Buffer.from(signed), by).toString('base64url');
    return `${signed}.${signature}`;
  };
  const genuine = { iss: channelIssuer, aud: appId, serviceurl: serviceUrl };
  const good = token(genuine);
  const under = (raw: string, bearer: string): Delivery => ({
    raw,
    headers: { Authorization: `Bearer ${bearer}` },
  });
  const fieldsOf = (citizen: string) => {
    ids += 1;
    return {
      id: `1762330000${ids}`,
      // Clients tell both times; neither is a field that is needed.
      timestamp: new Date().toISOString(),
      localTimestamp: '2026-11-21T12:00:00+07:00',
      serviceUrl,
      channelId: 'msteams',
      from: { id: citizen, name: null, aadObjectId: 'aad-1' },
      recipient: { id: `28:${appId}`, name: 'An Sinh' },
      conversation: { id: `a:${citizen}`, conversationType: 'personal', tenantId: 'tenant' },
    };
  };
  const activity = (fields: Readonly<Record<string, unknown>>): Delivery =>
    under(JSON.stringify({ ...fieldsOf('29:nobody'), ...fields }), good);
  const write = (citizen: string, text: string, locale = 'vi-VN'): Delivery =>
    under(JSON.stringify({ ...fieldsOf(citizen), type: 'message', text, textFormat: 'plain', locale }), good);

  return {
    name: 'botframework',
    api,
    hosts,
    tellsLanguage: true,
    door: '/api/messages',
    activity,
    emulated: (fields) => {
      const bearer = token({ iss: emulatorIssuer, aud: appId, ver: '1.0', appid: appId });
      return under(JSON.stringify({ ...fieldsOf('user-1'), channelId: 'emulator', ...fields }), bearer);
    },
    signFor: (elsewhere, fields) =>
      under(
        JSON.stringify({ ...fieldsOf('29:nobody'), ...fields, serviceUrl: elsewhere }),
        token({ ...genuine, serviceurl: elsewhere }),
      ),
    breakLogin: (broken) => {
      isBroken = broken;
    },
    refuseLogin: (refused) => {
      isRefused = refused;
    },
    env: () => ({
      MICROSOFT_APP_ID: appId,
      MICROSOFT_APP_PASSWORD: appPassword,
      SERVICE_URL_ALLOW: '127.0.0.1',
    }),
    conversationOf: (citizen) => `abs:msteams:a:${citizen}`,
    shownTo: screens.open,
    write: (citizen, text, { locale } = {}) => {
      screens.open(citizen);
      return write(citizen, text, locale);
    },
    // A tap says what the button says.
    press: (citizen, { press = '' }, { locale } = {}) => write(citizen, press, locale),
    block: (citizen) => {
      blocked.add(citizen);
      return undefined;
    },
    strange: () => activity({ type: 'installationUpdate', action: 'add' }),
    sign: (raw) => under(raw, good),
    secrets: [appPassword, good.split('.')[2] ?? '', 'azure-access-token-'],
    forge: ({ raw }) => [
      { raw, headers: {} },
      { raw, headers: { Authorization: 'Bearer ' } },
      { raw, headers: { Authorization: `Basic ${good}` } },
      under(raw, token(genuine, stranger)),
      under(raw, token(genuine, privateKey, 'none')),
      under(raw, token({ ...genuine, exp: Math.floor(Date.now() / 1_000) - 3_600 })),
      under(raw, token({ ...genuine, aud: '00000000-0000-0000-0000-000000000000' })),
      under(raw, token({ ...genuine, iss: 'https://attacker.example' })),
      under(raw, token({ ...genuine, serviceurl: 'https://attacker.example/' })),
    ],
    stop: async () => {
      for (const undo of unroute) undo();
      await Promise.all([login.stop(), api.stop()]);
    },
  };
}

function portOf(api: FakeApi): number {
  return Number(new URL(api.address).port);
}

function failed(http: number, code: string): Answer {
  return { http, body: { error: { code, message: 'refused' } } };
}
