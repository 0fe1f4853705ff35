import { createHmac } from 'node:crypto';
import { z } from 'zod';
import {
  fault,
  good,
  lackingFindings,
  notice,
  silenceOf,
  type Finding,
  type Inspection,
  type InspectionContext,
} from '../inspect/Inspection.js';
import type { MessengerSettings } from './settings.js';

const path = '/webhooks/messenger';
const wantedFields = ['messages', 'messaging_postbacks', 'messaging_referrals', 'message_echoes'];
const secret = /^[0-9a-z_-]{16,}$/i;

const page = z.looseObject({ id: z.string(), name: z.string().default('') });
const apps = z.looseObject({
  data: z.array(z.looseObject({ subscribed_fields: z.array(z.string()).default([]) })),
});
const refusal = z.looseObject({
  error: z.looseObject({ code: z.number(), message: z.string().default('') }),
});

/** https://developers.facebook.com/docs/messenger-platform/webhooks, /graph-api/reference/page/subscribed_apps */
export const messengerInspection: Inspection = {
  forms: {
    MESSENGER_PAGE_ID: /^\d+$/,
    MESSENGER_APP_SECRET: secret,
    MESSENGER_VERIFY_TOKEN: /^\S+$/,
    MESSENGER_PAGE_TOKEN: secret,
  },
  path,
  ask,
};

async function ask(context: InspectionContext): Promise<readonly Finding[]> {
  const { messenger } = context.settings;
  if (messenger === undefined) return [fault('not_set_up')];
  const who = await get(context, messenger, '?fields=id,name');
  const silent = silenceOf(who, 'Messenger');
  if (silent !== undefined) return [silent];
  const body = who.status === 'answered' ? who.body : undefined;
  const known = page.safeParse(body);
  if (!known.success) {
    const told = refusal.safeParse(body);
    const reason = told.success ? `${told.data.error.code} ${told.data.error.message}` : '?';
    return [fault('token_refused', { name: 'MESSENGER_PAGE_TOKEN', reason })];
  }
  if (known.data.id !== messenger.pageId) return [fault('other_account', { name: 'MESSENGER_PAGE_ID' })];
  const subscribed = await get(context, messenger, '/subscribed_apps');
  const list = apps.safeParse(subscribed.status === 'answered' ? subscribed.body : undefined);
  return [
    good('account', { account: known.data.name }),
    ...(list.success
      ? [fieldsFinding(list.data.data.flatMap((app) => app.subscribed_fields))]
      : [notice('fields_unknown')]),
    await handshakeFinding(context, messenger),
    notice('webhook_not_told', { wanted: `${context.publicUrl}${path}` }),
  ];
}

function fieldsFinding(fields: readonly string[]): Finding {
  if (fields.length === 0) return fault('page_not_subscribed');
  const [lacking] = lackingFindings(wantedFields, fields, 'messenger');
  return lacking ?? good('events_there');
}

/** Asks our own address as the platform will: the verify token has to be the one of the settings here. */
async function handshakeFinding(
  { publicUrl, call }: InspectionContext,
  { verifyToken }: MessengerSettings,
): Promise<Finding> {
  const query = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.verify_token': verifyToken,
    'hub.challenge': '1',
  });
  const answer = await call({ url: `${publicUrl}${path}?${query.toString()}` });
  if (answer.status !== 'answered') return notice('door_unreachable', { address: `${publicUrl}${path}` });
  return answer.http === 200 ? good('handshake') : fault('handshake_refused', { status: answer.http });
}

function get(
  { call }: InspectionContext,
  { apiUrl, pageId, pageToken, appSecret }: MessengerSettings,
  rest: string,
) {
  const proof = createHmac('sha256', appSecret).update(pageToken).digest('hex');
  const [sub, query = ''] = rest.split('?');
  const parameters = new URLSearchParams(query);
  parameters.set('appsecret_proof', proof);
  return call({
    url: `${apiUrl}/v25.0/${encodeURIComponent(pageId)}${sub}?${parameters.toString()}`,
    headers: { Authorization: `Bearer ${pageToken}` },
  });
}
