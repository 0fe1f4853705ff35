import { z } from 'zod';
import {
  fault,
  good,
  lackingFindings,
  notice,
  silenceOf,
  webhookFinding,
  type Finding,
  type Inspection,
  type InspectionContext,
} from '../inspect/Inspection.js';
import type { TelegramSettings } from './settings.js';

const path = '/webhooks/telegram';
const wantedUpdates = ['message', 'callback_query', 'my_chat_member'];
const manyWaiting = 100;

const me = z.looseObject({
  ok: z.literal(true),
  result: z.looseObject({ username: z.string().default('') }),
});
const info = z.looseObject({
  ok: z.literal(true),
  result: z.looseObject({
    url: z.string(),
    pending_update_count: z.number().default(0),
    last_error_date: z.number().optional(),
    last_error_message: z.string().optional(),
    allowed_updates: z.array(z.string()).optional(),
  }),
});

/** https://core.telegram.org/bots/api#getwebhookinfo, #setwebhook */
export const telegramInspection: Inspection = {
  forms: { TELEGRAM_BOT_TOKEN: /^\d+:[\w-]{20,}$/, TELEGRAM_SECRET_TOKEN: /^[\w-]{16,256}$/ },
  path,
  ports: ['', '80', '88', '8443'],
  ask,
  setWebhook: async (context) => {
    const { telegram } = context.settings;
    if (telegram === undefined) return fault('not_set_up');
    const wanted = `${context.publicUrl}${path}`;
    const answer = await context.call({
      url: method(telegram, 'setWebhook'),
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        url: wanted,
        secret_token: telegram.secretToken,
        allowed_updates: wantedUpdates,
      }),
    });
    const done = z.looseObject({ ok: z.literal(true) });
    const isDone = answer.status === 'answered' && done.safeParse(answer.body).success;
    return isDone
      ? good('webhook_set', { wanted })
      : fault('webhook_refused', { wanted, reason: reasonOf(answer) });
  },
};

async function ask({
  settings: { telegram },
  publicUrl,
  call,
}: InspectionContext): Promise<readonly Finding[]> {
  if (telegram === undefined) return [fault('not_set_up')];
  const who = await call({ url: method(telegram, 'getMe') });
  const silent = silenceOf(who, 'Telegram');
  if (silent !== undefined) return [silent];
  const known = me.safeParse(who.status === 'answered' ? who.body : undefined);
  if (!known.success) return [fault('token_refused', { name: 'TELEGRAM_BOT_TOKEN', reason: reasonOf(who) })];
  const hook = await call({ url: method(telegram, 'getWebhookInfo') });
  const told = info.safeParse(hook.status === 'answered' ? hook.body : undefined);
  const account = good('account', { account: `@${known.data.result.username}` });
  if (!told.success)
    return [
      account,
      silenceOf(hook, 'Telegram') ?? fault('platform_odd', { platform: 'Telegram', status: 200 }),
    ];
  const {
    url,
    pending_update_count: waiting,
    last_error_message: error,
    allowed_updates: updates,
  } = told.data.result;
  return [
    account,
    webhookFinding(url, `${publicUrl}${path}`, 'telegram'),
    ...(error === undefined ? [] : [notice('last_error', { error })]),
    ...(waiting < manyWaiting ? [] : [notice('deliveries_wait', { count: waiting })]),
    ...lackingFindings(wantedUpdates, updates, 'telegram'),
  ];
}

/** The token stands in the address: nobody may print it. */
function method({ apiUrl, botToken }: TelegramSettings, name: string): string {
  return `${apiUrl}/bot${botToken}/${name}`;
}

const refusal = z.looseObject({ error_code: z.number(), description: z.string().default('') });

function reasonOf(answer: Awaited<ReturnType<InspectionContext['call']>>): string {
  const parsed = refusal.safeParse(answer.status === 'answered' ? answer.body : undefined);
  return parsed.success ? `${parsed.data.error_code} ${parsed.data.description}` : answer.status;
}
