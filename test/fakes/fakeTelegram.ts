import { z } from 'zod';
import { FakeApi, type Answer, type Received } from './FakeApi.js';
import type { Delivery, FakePlatform } from './FakePlatform.js';
import { Screens } from './Screens.js';

const token = '777:telegram-token-for-tests';
const secret = 'tg-secret_TOKEN-123';

const sendMessage = z.object({
  chat_id: z.number(),
  text: z.string().min(1),
  parse_mode: z.literal('HTML').optional(),
  link_preview_options: z.object({ is_disabled: z.boolean() }).optional(),
  reply_markup: z
    .union([
      z.strictObject({
        keyboard: z.array(
          z.array(z.strictObject({ text: z.string().min(1), request_contact: z.literal(true) })),
        ),
        one_time_keyboard: z.boolean(),
        resize_keyboard: z.boolean(),
      }),
      z.strictObject({
        inline_keyboard: z.array(
          z.array(
            z.union([
              z.strictObject({ text: z.string().min(1), callback_data: z.string() }),
              z.strictObject({ text: z.string().min(1), url: z.url() }),
            ]),
          ),
        ),
      }),
    ])
    .optional(),
});

const setWebhook = z.strictObject({
  url: z.url().startsWith('https://'),
  secret_token: z.literal(secret),
  allowed_updates: z.array(z.string()),
});

export type FakeTelegram = FakePlatform &
  Readonly<{
    answeredTaps: readonly string[];
    /** The raw update, for what `write` has no word for. */
    update: (fields: Readonly<Record<string, unknown>>) => Delivery;
    /** A message of the citizen's with these fields: a contact, a place, a picture. */
    message: (citizen: string, fields: Readonly<Record<string, unknown>>) => Delivery;
  }>;

/** The Bot API: https://core.telegram.org/bots/api; limits and errors as the real server's source has them. */
export async function fakeTelegram(): Promise<FakeTelegram> {
  const screens = new Screens();
  const blocked = new Set<string>();
  const answeredTaps: string[] = [];
  let updates = 174_114_370;
  let messages = 40;

  const webhook: { url: string; allowed_updates?: unknown } = { url: '' };
  const api = new FakeApi((call) => {
    const method = new RegExp(`^/bot${token}/(\\w+)$`).exec(call.path)?.[1];
    if (method === undefined) return failed(404, 'Not Found');
    if (method === 'sendMessage') return takeMessage(call);
    if (method === 'answerCallbackQuery') {
      answeredTaps.push(
        z.object({ callback_query_id: z.string() }).parse(JSON.parse(call.raw)).callback_query_id,
      );
      return { body: { ok: true, result: true } };
    }
    if (method === 'getMe')
      return { body: { ok: true, result: { id: 777, is_bot: true, username: 'an_sinh_bot' } } };
    if (method === 'getWebhookInfo')
      return { body: { ok: true, result: { ...webhook, pending_update_count: 0 } } };
    if (method === 'setWebhook') {
      const asked = setWebhook.safeParse(JSON.parse(call.raw));
      if (!asked.success)
        return failed(400, 'Bad Request: bad webhook: An HTTPS URL must be provided for webhook');
      Object.assign(webhook, { url: asked.data.url, allowed_updates: asked.data.allowed_updates });
      return { body: { ok: true, result: true, description: 'Webhook was set' } };
    }
    return method === 'sendChatAction' ? { body: { ok: true, result: true } } : failed(404, 'Not Found');
  });
  await api.start();

  function takeMessage(call: Received): Answer {
    const parsed = sendMessage.safeParse(JSON.parse(call.raw));
    if (!parsed.success) return failed(400, 'Bad Request: message can not be read');
    const { chat_id: chat, text, parse_mode: mode, reply_markup: markup } = parsed.data;
    const citizen = String(chat);
    if (blocked.has(citizen)) return failed(403, 'Forbidden: bot was blocked by the user');
    if (screens.find(citizen) === undefined) return failed(400, 'Bad Request: chat not found');
    const plain = mode === 'HTML' ? readHtml(text) : text;
    if (plain === undefined) return failed(400, "Bad Request: can't parse entities");
    if (plain.length > 4_096) return failed(400, 'Bad Request: message is too long');
    const keys = markup !== undefined && 'inline_keyboard' in markup ? markup.inline_keyboard.flat() : [];
    const tooLong = keys.some((key) => 'callback_data' in key && Buffer.byteLength(key.callback_data) > 64);
    if (tooLong) return failed(400, 'Bad Request: BUTTON_DATA_INVALID');
    messages += 1;
    screens.find(citizen)?.push({
      text: plain,
      buttons: keys.map((key) =>
        'url' in key
          ? { label: key.text, press: undefined, href: key.url }
          : { label: key.text, press: key.callback_data },
      ),
    });
    return { body: { ok: true, result: { message_id: messages, chat: { id: chat }, date: 0, text: plain } } };
  }

  const update = (fields: Readonly<Record<string, unknown>>): Delivery => {
    updates += 1;
    return signed({ update_id: updates, ...fields });
  };
  const from = (citizen: string, locale = 'vi') => ({
    id: Number(citizen),
    is_bot: false,
    first_name: 'An',
    language_code: locale,
  });
  const chat = (citizen: string) => ({ id: Number(citizen), first_name: 'An', type: 'private' });
  const message = (citizen: string, fields: Readonly<Record<string, unknown>>): Delivery => {
    messages += 1;
    const date = Math.floor(Date.now() / 1000);
    return update({
      message: { message_id: messages, from: from(citizen), chat: chat(citizen), date, ...fields },
    });
  };

  return {
    name: 'telegram',
    api,
    tellsLanguage: true,
    door: '/webhooks/telegram',
    answeredTaps,
    update,
    message,
    env: () => ({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_SECRET_TOKEN: secret, TELEGRAM_API_URL: api.address }),
    conversationOf: (citizen) => `tg:777:${citizen}`,
    shownTo: screens.open,
    write: (citizen, text, { locale } = {}) => {
      screens.open(citizen);
      return message(citizen, { text, from: from(citizen, locale) });
    },
    press: (citizen, { press }, { locale } = {}) =>
      update({
        callback_query: {
          id: `tap-${updates}`,
          from: from(citizen, locale),
          message: {
            message_id: messages,
            chat: chat(citizen),
            date: Math.floor(Date.now() / 1000),
            text: '…',
          },
          chat_instance: '-369',
          data: press,
        },
      }),
    block: (citizen) => {
      blocked.add(citizen);
      const bot = { user: { id: 777, is_bot: true, first_name: 'Bot' } };
      return update({
        my_chat_member: {
          chat: chat(citizen),
          from: from(citizen),
          date: Math.ceil(Date.now() / 1000) + 1,
          old_chat_member: { ...bot, status: 'member' },
          new_chat_member: { ...bot, status: 'kicked', until_date: 0 },
        },
      });
    },
    strange: () => update({ business_connection: { id: 'x', can_reply: true } }),
    sign: (raw) => ({ raw, headers: { 'X-Telegram-Bot-Api-Secret-Token': secret } }),
    secrets: [token, secret],
    forge: ({ raw }) => [
      { raw, headers: {} },
      ...['tg-secret_TOKEN-124', 'tg-secret_TOKEN-12', `${secret}4`].map((wrong) => ({
        raw,
        headers: { 'X-Telegram-Bot-Api-Secret-Token': wrong },
      })),
    ],
    stop: () => api.stop(),
  };
}

function signed(body: unknown): Delivery {
  return { raw: JSON.stringify(body), headers: { 'X-Telegram-Bot-Api-Secret-Token': secret } };
}

function failed(code: number, description: string): Answer {
  return { http: code, body: { ok: false, error_code: code, description } };
}

/** The text without its tags; undefined when they aren't balanced or aren't known. */
function readHtml(html: string): string | undefined {
  const open: string[] = [];
  const text = html.replace(/<(\/?)(\w+)>/g, (tag, slash: string, name: string) => {
    if (slash === '') open.push(name);
    else if (open.pop() !== name) open.push('unbalanced');
    return name === 'b' ? '' : tag;
  });
  if (open.length > 0 || /[<>]/.test(text)) return undefined;
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
