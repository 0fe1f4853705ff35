import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { toLocale, type Translator } from '../../i18n/index.js';
import type {
  Adapter,
  Call,
  CallAnswer,
  DoorReply,
  DoorRequest,
  OutgoingReply,
  Verdict,
} from '../contract.js';
import { offersPhone, renderMessage, type Capabilities } from '../render/index.js';
import { sameSecret } from '../sameSecret.js';
import { decodeMessenger } from './decode.js';
import type { MessengerSettings } from './settings.js';

const hourMs = 60 * 60 * 1000;

/**
 * https://developers.facebook.com/docs/messenger-platform/send-messages (text, window) and /quick-replies (13 of 20 characters).
 * Quick replies open no addresses: those stand in the text, where telephones make them links.
 */
export const messengerCapabilities: Capabilities = {
  textLimit: 2_000,
  markup: 'plain',
  buttons: { most: 13, titleLimit: 20, opens: [] },
  windowMs: 24 * hourMs,
  typingMs: 20_000,
  perSecond: 100,
};

const version = 'v25.0';
const address = z.object({ psid: z.string() });

/** Facebook Messenger: https://developers.facebook.com/docs/messenger-platform */
export function createMessenger(settings: MessengerSettings, words: Translator): Adapter {
  return {
    name: 'messenger',
    path: '/webhooks/messenger',
    capabilities: messengerCapabilities,
    handshake: (query) => answerHandshake(query, settings.verifyToken),
    verify: (request) => (isSigned(request, settings.appSecret) ? 'genuine' : 'forged'),
    decode: (body) => decodeMessenger(body, settings.pageId),
    encode: (reply) => encodeMessenger(reply, words),
    typing: (to) => ({
      path: 'messages',
      body: { recipient: { id: psidOf(to) }, sender_action: 'typing_on' },
    }),
    classify: classifyMessenger,
    wire: ({ path }, token) => ({
      url: `${settings.apiUrl}/${version}/${encodeURIComponent(settings.pageId)}/${path}?${proofOf(token, settings)}`,
      headers: { Authorization: `Bearer ${token}` },
    }),
  };
}

/** https://developers.facebook.com/docs/graph-api/webhooks/getting-started#verification-requests */
function answerHandshake(query: URLSearchParams, verifyToken: string): DoorReply {
  const asked = query.get('hub.mode') === 'subscribe';
  if (!asked || !sameSecret(query.get('hub.verify_token') ?? '', verifyToken)) return { status: 403 };
  return { status: 200, contentType: 'text/plain', body: query.get('hub.challenge') ?? '' };
}

/** The signature is over the raw bytes: Meta escapes what is not ASCII, and so nothing that is written anew agrees. */
function isSigned({ headers, body }: DoorRequest, appSecret: string): boolean {
  const given = headers['x-hub-signature-256'];
  if (typeof given !== 'string' || !/^sha256=[0-9a-f]{64}$/i.test(given)) return false;
  const expected = createHmac('sha256', appSecret).update(body).digest('hex');
  return sameSecret(given.slice('sha256='.length).toLowerCase(), expected);
}

/** Proves to the Graph API that the caller knows the app's secret; it is no secret itself. */
function proofOf(token: string, { appSecret }: MessengerSettings): string {
  const proof = createHmac('sha256', appSecret).update(token).digest('hex');
  return new URLSearchParams({ appsecret_proof: proof }).toString();
}

/** One call per part; the quick replies go with the last. */
export function encodeMessenger(
  { seq, address: to, activity, bare }: OutgoingReply,
  words: Translator,
): readonly Call[] {
  const capabilities: Capabilities = bare
    ? { ...messengerCapabilities, buttons: undefined }
    : messengerCapabilities;
  const locale = toLocale(activity.locale) ?? 'vi';
  const { parts, buttons } = renderMessage({ message: activity, seq, capabilities, words: words(locale) });
  const replies = buttons.flatMap((button) =>
    button.kind === 'choice'
      ? [{ content_type: 'text', title: button.label, payload: button.reference }]
      : [],
  );
  // Shown only where the person's profile has a number; a tap sends it.
  const offers = bare !== true && offersPhone(activity) && replies.length < 13;
  const quickReplies = offers ? [...replies, { content_type: 'user_phone_number' }] : replies;
  return parts.map((text, index) => ({
    path: 'messages',
    body: {
      recipient: { id: psidOf(to) },
      messaging_type: 'RESPONSE',
      message: {
        text,
        ...(index === parts.length - 1 && quickReplies.length > 0 ? { quick_replies: quickReplies } : {}),
      },
    },
  }));
}

function psidOf(to: string): string {
  return address.parse(JSON.parse(to)).psid;
}

const failure = z.looseObject({
  error: z.looseObject({ code: z.number(), error_subcode: z.number().optional() }),
});

const busy: ReadonlySet<number> = new Set([4, 17, 32, 613, 80004]);
const temporary: ReadonlySet<number> = new Set([-1, 1, 2, 1200]);

/** https://developers.facebook.com/docs/messenger-platform/error-codes */
export function classifyMessenger(called: CallAnswer): Verdict {
  if (called.status === 'unreachable') return { status: 'retry', reason: 'unreachable', channelWide: true };
  if (called.status === 'unknown') return { status: 'unknown', reason: 'no_answer' };
  const parsed = failure.safeParse(called.body);
  if (!parsed.success) {
    if (called.http >= 200 && called.http < 300 && called.body !== undefined) return { status: 'sent' };
    if (called.http === 429) return { status: 'retry', reason: 'http_429', channelWide: true };
    return { status: 'retry', reason: `http_${called.http}` };
  }
  const { code, error_subcode: subcode } = parsed.data.error;
  const reason = `messenger_${code}${subcode === undefined ? '' : `_${subcode}`}`;
  if (busy.has(code) || called.http === 429) return { status: 'retry', reason, channelWide: true };
  if (temporary.has(code)) return { status: 'retry', reason };
  if (code === 551) return { status: 'stop', reason };
  if (code === 10 && (subcode === 2018278 || subcode === 2534022)) return { status: 'stop', reason };
  if (code === 100 && subcode === 2018001) return { status: 'stop', reason };
  if (code === 100 && subcode === 2018108) return { status: 'operator', reason };
  if (code === 10 && subcode === 1893063) return { status: 'refused', reason };
  if (code === 100) return { status: 'refused', reason };
  if (code === 190) return { status: 'renew', reason };
  return called.http >= 500 ? { status: 'retry', reason } : { status: 'operator', reason };
}
