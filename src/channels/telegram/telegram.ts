import { z } from 'zod';
import type { Translate, Translator } from '../../i18n/index.js';
import { toLocale } from '../../i18n/index.js';
import type { Adapter, Call, CallAnswer, OutgoingReply, Verdict } from '../contract.js';
import { offersPhone, renderMessage, type Button, type Capabilities } from '../render/index.js';
import { sameSecret } from '../sameSecret.js';
import { decodeTelegram } from './decode.js';
import type { TelegramSettings } from './settings.js';

/** https://core.telegram.org/bots/api#sendmessage, #inlinekeyboardbutton, https://core.telegram.org/bots/faq (rates) */
export const telegramCapabilities: Capabilities = {
  textLimit: 4_096,
  markup: 'html',
  buttons: { most: 12, titleLimit: 64, opens: ['https:'] },
  windowMs: undefined,
  typingMs: 5_000,
  perSecond: 25,
};

const address = z.object({ chat: z.string() });

/** The Telegram Bot API: https://core.telegram.org/bots/api */
export function createTelegram(settings: TelegramSettings, words: Translator): Adapter {
  const botId = /^(\d+):/.exec(settings.botToken)?.[1] ?? 'bot';
  return {
    name: 'telegram',
    path: '/webhooks/telegram',
    capabilities: telegramCapabilities,
    verify: ({ headers }) => {
      const given = headers['x-telegram-bot-api-secret-token'];
      return typeof given === 'string' && sameSecret(given, settings.secretToken) ? 'genuine' : 'forged';
    },
    decode: (body) => decodeTelegram(body, botId),
    encode: (reply) => encodeTelegram(reply, words),
    typing: (to) => ({ path: 'sendChatAction', body: { chat_id: chatOf(to), action: 'typing' } }),
    classify: classifyTelegram,
    wire: ({ path }, token) => ({ url: `${settings.apiUrl}/bot${token}/${path}`, headers: {} }),
  };
}

/** One call per part; the buttons hang on the last. */
export function encodeTelegram(
  { seq, address: to, activity, bare }: OutgoingReply,
  words: Translator,
): readonly Call[] {
  const capabilities: Capabilities = bare
    ? { ...telegramCapabilities, markup: 'plain', buttons: undefined }
    : telegramCapabilities;
  const locale = toLocale(activity.locale) ?? 'vi';
  const say = words(locale);
  const { parts, buttons } = renderMessage({ message: activity, seq, capabilities, words: say });
  // A message has one keyboard: what may be chosen goes before sharing the own number.
  const sharesPhone = bare !== true && buttons.length === 0 && offersPhone(activity);
  return parts.map((text, index) => ({
    path: 'sendMessage',
    body: {
      chat_id: chatOf(to),
      text,
      ...(bare ? {} : { parse_mode: 'HTML' }),
      link_preview_options: { is_disabled: true },
      ...(index === parts.length - 1 && buttons.length > 0
        ? { reply_markup: { inline_keyboard: buttons.map((button) => [toKey(button)]) } }
        : {}),
      ...(index === parts.length - 1 && sharesPhone ? { reply_markup: contactKeyboard(say) } : {}),
    },
  }));
}

/** https://core.telegram.org/bots/api#keyboardbutton: in private chats a tap sends the own number. It folds away after that. */
function contactKeyboard(say: Translate) {
  return {
    keyboard: [[{ text: say('channel:share_phone'), request_contact: true }]],
    one_time_keyboard: true,
    resize_keyboard: true,
  };
}

/** `callback_data` holds 64 bytes at most: the reference of a choice, not its words. */
function toKey(button: Button) {
  return button.kind === 'choice'
    ? { text: button.label, callback_data: button.reference }
    : { text: button.label, url: button.href };
}

/** Ids have up to 52 significant bits: safe as the numbers that the platform writes. */
function chatOf(to: string): number {
  return Number(address.parse(JSON.parse(to)).chat);
}

const answer = z.looseObject({
  ok: z.boolean().optional(),
  error_code: z.number().optional(),
  description: z.string().default(''),
  parameters: z.looseObject({ retry_after: z.number().optional() }).optional(),
});

const harmless = /message is not modified|query is too old|query ID is invalid/i;
const nobodyThere = /chat not found|PEER_ID_INVALID/i;

/** https://core.telegram.org/bots/api#making-requests, #responseparameters */
export function classifyTelegram(called: CallAnswer): Verdict {
  if (called.status === 'unreachable') return { status: 'retry', reason: 'unreachable', channelWide: true };
  if (called.status === 'unknown') return { status: 'unknown', reason: 'no_answer' };
  const parsed = answer.safeParse(called.body);
  if (parsed.success && parsed.data.ok === true) return { status: 'sent' };
  if (called.http >= 500 || !parsed.success) return { status: 'retry', reason: `http_${called.http}` };
  const { error_code: code = called.http, description, parameters } = parsed.data;
  const reason = `telegram_${code}`;
  if (code === 429) {
    const seconds = parameters?.retry_after ?? 5;
    return { status: 'retry', reason, afterMs: seconds * 1000, channelWide: true };
  }
  if (code >= 500) return { status: 'retry', reason };
  if (code === 403) return { status: 'stop', reason };
  if (code === 400 && harmless.test(description)) return { status: 'sent' };
  if (code === 400 && nobodyThere.test(description)) return { status: 'stop', reason };
  if (code === 400) return { status: 'refused', reason };
  return { status: 'operator', reason };
}
