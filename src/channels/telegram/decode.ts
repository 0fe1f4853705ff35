import { z } from 'zod';
import { readChoiceReference, type InboundActivity } from '../../turn/index.js';
import type { InboundEvent } from '../contract.js';
import { readJsonBody } from '../readJsonBody.js';

// https://core.telegram.org/bots/api#update. Ids have up to 52 significant bits: they are safe as numbers, and kept as strings.
const id = z.number().transform(String);
const sender = z.object({ id, is_bot: z.boolean().default(false), language_code: z.string().optional() });
const chat = z.object({ id, type: z.string() });
const message = z.object({
  from: sender.optional(),
  chat,
  date: z.number(),
  text: z.string().optional(),
  caption: z.string().optional(),
  contact: z.object({ phone_number: z.string(), user_id: id.optional() }).optional(),
  location: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
});
const update = z.object({
  update_id: id,
  message: message.optional(),
  callback_query: z
    .object({
      id: z.string(),
      from: sender,
      message: z.object({ chat, date: z.number() }).optional(),
      data: z.string().default(''),
    })
    .optional(),
  my_chat_member: z
    .object({ chat, from: sender, date: z.number(), new_chat_member: z.object({ status: z.string() }) })
    .optional(),
});
type Update = z.infer<typeof update>;

const startCommand = '/start';
const start = /^\/start(?:@\w+)?(?:\s+([\w-]{1,64}))?$/;

/** What an update says to us. Groups, other bots and everything unknown say nothing. */
export function decodeTelegram(body: Buffer, botId: string): readonly InboundEvent[] {
  const parsed = update.safeParse(readJsonBody(body));
  if (!parsed.success) return [];
  const { data } = parsed;
  return [decodeMessage(data, botId), decodeTap(data, botId), decodeMembership(data, botId)].flatMap(
    (event) => event ?? [],
  );
}

function decodeMessage(
  { update_id: updateId, message: sent }: Update,
  botId: string,
): InboundEvent | undefined {
  if (sent?.from === undefined || sent.from.is_bot || sent.chat.type !== 'private') return undefined;
  return {
    ...placeOf(botId, sent.chat.id, sent.from.id, sent.date),
    kind: 'message',
    key: `tg:${botId}:${updateId}`,
    address: JSON.stringify({ chat: sent.chat.id }),
    activity: activityOf(sent, sent.from),
  };
}

function activityOf(sent: z.infer<typeof message>, from: z.infer<typeof sender>): InboundActivity {
  const common = {
    from: { id: from.id, role: 'user' },
    ...(from.language_code === undefined ? {} : { locale: from.language_code }),
  };
  // The first and every later start greets: the rest of it tells where the person came from.
  const begun = start.exec(sent.text ?? '');
  const ref = begun?.[1];
  return {
    ...common,
    type: 'message',
    text: begun === null ? textOf(sent, from.id) : startCommand,
    textFormat: 'plain',
    ...(ref === undefined ? {} : { channelData: { ref } }),
    ...(sent.location === undefined ? {} : { entities: [{ type: 'GeoCoordinates', ...sent.location }] }),
  };
}

/** A shared contact is the person's own number only if Telegram says that it is theirs: anybody's contact can be sent on. */
function textOf({ text, caption, contact }: z.infer<typeof message>, userId: string): string {
  if (contact?.user_id === userId) return contact.phone_number;
  return text ?? caption ?? '';
}

function decodeTap(
  { update_id: updateId, callback_query: tap }: Update,
  botId: string,
): InboundEvent | undefined {
  if (tap?.message === undefined || tap.message.chat.type !== 'private') return undefined;
  const reference = readChoiceReference(tap.data);
  return {
    ...placeOf(botId, tap.message.chat.id, tap.from.id, tap.message.date),
    kind: 'message',
    key: `tg:${botId}:${updateId}`,
    address: JSON.stringify({ chat: tap.message.chat.id }),
    activity: {
      type: 'message',
      text: reference?.before ?? tap.data,
      textFormat: 'plain',
      from: { id: tap.from.id, role: 'user' },
      ...(tap.from.language_code === undefined ? {} : { locale: tap.from.language_code }),
      ...(reference === undefined ? {} : { channelData: { choice: tap.data } }),
    },
    acknowledge: { path: 'answerCallbackQuery', body: { callback_query_id: tap.id } },
  };
}

/** In a private chat this comes when the person blocks the bot, or lets it write again. */
function decodeMembership({ my_chat_member: change }: Update, botId: string): InboundEvent | undefined {
  if (change === undefined || change.chat.type !== 'private') return undefined;
  if (change.new_chat_member.status !== 'kicked') return undefined;
  return { ...placeOf(botId, change.chat.id, change.from.id, change.date), kind: 'gone' };
}

function placeOf(botId: string, chatId: string, userId: string, date: number) {
  return { conversationId: `tg:${botId}:${chatId}`, userId, at: date * 1000 };
}
