import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { toLocale, type Translator } from '../../i18n/index.js';
import type { Adapter, Call, CallAnswer, DoorRequest, OutgoingReply, Verdict } from '../contract.js';
import { escapeHtml, offersPhone, renderMessage, type Button, type Capabilities } from '../render/index.js';
import { sameSecret } from '../sameSecret.js';
import { decodeViber } from './decode.js';
import type { ViberSettings } from './settings.js';

/**
 * https://developers.viber.com/docs/api/rest-bot-api/#send-message: text of 7,000 characters, 30 kB for a whole message, and
 * https://developers.viber.com/docs/tools/keyboards: 12 rows, of which one is kept for the button that shares the own number.
 */
export const viberCapabilities: Capabilities = {
  textLimit: 7_000,
  markup: 'plain',
  buttons: { most: 11, titleLimit: 100, opens: ['https:'] },
  windowMs: undefined,
  typingMs: undefined,
  perSecond: 25,
};

const address = z.object({ user: z.string() });
/** The oldest version of the app that shows every button we send. */
const oldestApp = 7;

/** The Viber REST Bot API: https://developers.viber.com/docs/api/rest-bot-api */
export function createViber(settings: ViberSettings, words: Translator): Adapter {
  return {
    name: 'viber',
    path: '/webhooks/viber',
    capabilities: viberCapabilities,
    verify: (request) => (isSigned(request, settings.authToken) ? 'genuine' : 'forged'),
    decode: decodeViber,
    encode: (reply) => encodeViber(reply, words),
    classify: classifyViber,
    wire: ({ path }, token) => ({
      url: `${settings.apiUrl}/pa/${path}`,
      headers: { 'X-Viber-Auth-Token': token },
    }),
  };
}

function isSigned({ headers, body }: DoorRequest, authToken: string): boolean {
  const given = headers['x-viber-content-signature'];
  if (typeof given !== 'string' || !/^[0-9a-f]{64}$/i.test(given)) return false;
  return sameSecret(given.toLowerCase(), createHmac('sha256', authToken).update(body).digest('hex'));
}

/** One call per part; the keyboard goes with the last. */
export function encodeViber(
  { seq, address: to, activity, bare }: OutgoingReply,
  words: Translator,
): readonly Call[] {
  const capabilities: Capabilities = bare ? { ...viberCapabilities, buttons: undefined } : viberCapabilities;
  const say = words(toLocale(activity.locale) ?? 'vi');
  const { parts, buttons } = renderMessage({ message: activity, seq, capabilities, words: say });
  const asksPhone = bare !== true && offersPhone(activity);
  const keys = [
    ...buttons.map(toKey),
    ...(asksPhone ? [keyOf('share-phone', 'phone', say('channel:share_phone'))] : []),
  ];
  return parts.map((text, index) => ({
    path: 'send_message',
    body: {
      receiver: address.parse(JSON.parse(to)).user,
      min_api_version: oldestApp,
      sender: { name: say('channel:sender') },
      type: 'text',
      text,
      ...(index === parts.length - 1 && keys.length > 0
        ? { keyboard: { Type: 'keyboard', DefaultHeight: false, Buttons: keys } }
        : {}),
    },
  }));
}

/** What a tapped choice sends back stands in the chat as the person's own words: its title, and the reference behind it. */
function toKey(button: Button) {
  return button.kind === 'choice'
    ? keyOf('reply', `${button.title} ${button.reference}`, button.label)
    : keyOf('open-url', button.href, button.label);
}

function keyOf(type: 'reply' | 'open-url' | 'share-phone', value: string, label: string) {
  const text = escapeHtml(label);
  return { Columns: 6, Rows: 1, ActionType: type, ActionBody: value, Text: text, TextSize: 'regular' };
}

// https://developers.viber.com/docs/api/rest-bot-api/#error-codes; what no list names is a bug of ours until looked at.
const unreachable: ReadonlySet<number> = new Set([5, 6, 11, 13, 21]);
const operator: ReadonlySet<number> = new Set([2, 7, 8, 9, 10, 15, 18, 22, 23, 24]);
const busy = 12;

const envelope = z.looseObject({ status: z.number() });

/** Viber answers 200 even for errors: only the status in the body counts. */
export function classifyViber(called: CallAnswer): Verdict {
  if (called.status === 'unreachable') return { status: 'retry', reason: 'unreachable', channelWide: true };
  if (called.status === 'unknown') return { status: 'unknown', reason: 'no_answer' };
  const parsed = envelope.safeParse(called.body);
  if (called.http === 429) return { status: 'retry', reason: 'http_429', channelWide: true };
  if (!parsed.success || called.http >= 500) return { status: 'retry', reason: `http_${called.http}` };
  const { status } = parsed.data;
  if (status === 0) return { status: 'sent' };
  const reason = `viber_${status}`;
  if (status === busy) return { status: 'retry', reason, channelWide: true };
  if (unreachable.has(status)) return { status: 'stop', reason };
  return operator.has(status) ? { status: 'operator', reason } : { status: 'refused', reason };
}
