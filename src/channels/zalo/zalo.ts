import { z } from 'zod';
import { toLocale, type Translate, type Translator } from '../../i18n/index.js';
import type { Adapter, Call, OutgoingReply } from '../contract.js';
import { offersPhone, renderMessage, type Button, type Capabilities } from '../render/index.js';
import { classifyZalo } from './classify.js';
import { decodeZalo, isVisitor } from './decode.js';
import { isConsoleTest, isSignedByZalo } from './isSignedByZalo.js';
import type { ZaloSettings } from './settings.js';

const hourMs = 60 * 60 * 1000;

/**
 * https://developers.zalo.me/docs/official-account/tin-nhan/tin-tu-van: text, five buttons of 100 characters; free for 48 hours
 * after the person's last sign, refused after seven days. 4,000 calls a minute and app.
 */
export const zaloCapabilities: Capabilities = {
  textLimit: 2_000,
  markup: 'plain',
  buttons: { most: 5, titleLimit: 100, opens: ['https:', 'tel:'] },
  windowMs: 7 * 24 * hourMs,
  freeMs: 48 * hourMs,
  typingMs: undefined,
  perSecond: 50,
};

/** Visitors of the widget without an account are answered by the older call, which knows no buttons. */
const visitorCapabilities: Capabilities = { ...zaloCapabilities, buttons: undefined };

const address = z.union([
  z.object({ user: z.string() }),
  z.object({ anonymous: z.string(), conversation: z.string() }),
]);

/** A Zalo Official Account: https://developers.zalo.me/docs/official-account */
export function createZalo(
  settings: ZaloSettings & Readonly<{ publicUrl: string }>,
  words: Translator,
): Adapter {
  return {
    name: 'zalo',
    path: '/webhooks/zalo',
    capabilities: zaloCapabilities,
    capabilitiesOf: (conversationId) => (isVisitor(conversationId) ? visitorCapabilities : zaloCapabilities),
    verify: (request) => {
      if (isSignedByZalo(request, settings)) return isConsoleTest(request.body) ? 'probe' : 'genuine';
      return isConsoleTest(request.body) ? 'probe' : 'forged';
    },
    decode: (body) => decodeZalo(body, settings.oaId),
    encode: (reply) => encodeZalo(reply, words, settings.publicUrl),
    classify: classifyZalo,
    // Not `Authorization: Bearer`: the platform looks for the token in a header of its own.
    wire: ({ path }, token) => ({ url: `${settings.apiUrl}/${path}`, headers: { access_token: token } }),
  };
}

/** One call per part; the buttons hang on the last. */
export function encodeZalo(
  { seq, address: to, activity, bare }: OutgoingReply,
  words: Translator,
  publicUrl: string,
): readonly Call[] {
  const place = address.parse(JSON.parse(to));
  const isAccount = 'user' in place;
  const capabilities = isAccount && bare !== true ? zaloCapabilities : visitorCapabilities;
  const locale = toLocale(activity.locale) ?? 'vi';
  const say = words(locale);
  const { parts, buttons } = renderMessage({ message: activity, seq, capabilities, words: say });
  const recipient = isAccount
    ? { user_id: place.user }
    : { anonymous_id: place.anonymous, conversation_id: place.conversation };
  const messages = parts.map((text, index): Call => ({
    path: isAccount ? 'v3.0/oa/message/cs' : 'v2.0/oa/message',
    body: {
      recipient,
      message: {
        text,
        ...(index === parts.length - 1 && buttons.length > 0
          ? { attachment: { type: 'template', payload: { buttons: buttons.map(toZaloButton) } } }
          : {}),
      },
    },
  }));
  const asks = isAccount && bare !== true && offersPhone(activity);
  return asks ? [...messages, requestInfo(place.user, say, publicUrl)] : messages;
}

/**
 * The card by which a person shares name and number with a tap; the answer is `user_submit_info`.
 * https://developers.zalo.me/docs/official-account/tin-nhan/tin-tu-van/gui-tin-yeu-cau-thong-tin-nguoi-dung
 */
function requestInfo(user: string, say: Translate, publicUrl: string): Call {
  const element = {
    title: say('channel:share_title'),
    subtitle: say('channel:share_why'),
    image_url: `${publicUrl}/icons/icon-512.png`,
  };
  const payload = { template_type: 'request_user_info', elements: [element] };
  return {
    path: 'v3.0/oa/message/cs',
    body: { recipient: { user_id: user }, message: { attachment: { type: 'template', payload } } },
    isExtra: true,
  };
}

/** What a tapped choice sends back stands in the chat as the person's own words: its title, and the reference behind it. */
function toZaloButton(button: Button) {
  if (button.kind === 'choice') {
    return {
      title: button.label,
      type: 'oa.query.show',
      payload: `${button.title} ${button.reference}`,
    };
  }
  return button.href.startsWith('tel:')
    ? {
        title: button.label,
        type: 'oa.open.phone',
        payload: { phone_code: button.href.slice('tel:'.length) },
      }
    : { title: button.label, type: 'oa.open.url', payload: { url: button.href } };
}
