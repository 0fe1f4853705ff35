import { z } from 'zod';
import {
  fault,
  good,
  lackingFindings,
  silenceOf,
  webhookFinding,
  type Finding,
  type Inspection,
  type InspectionContext,
} from '../inspect/Inspection.js';
import type { ViberSettings } from './settings.js';

const path = '/webhooks/viber';
const wantedEvents = ['subscribed', 'unsubscribed', 'conversation_started', 'message', 'failed'];

const account = z.looseObject({
  status: z.literal(0),
  name: z.string().default(''),
  webhook: z.string().default(''),
  event_types: z.array(z.string()).optional(),
});
const refusal = z
  .looseObject({ status: z.number(), status_message: z.string().default('') })
  .transform(({ status, status_message: message }) => ({ status, reason: `${status} ${message}` }));

/** https://developers.viber.com/docs/api/rest-bot-api/#get-account-info, #setting-a-webhook */
export const viberInspection: Inspection = {
  forms: { VIBER_AUTH_TOKEN: /^[0-9a-z]+-[0-9a-z]+-[0-9a-z]+$/i },
  path,
  ask,
  setWebhook: async (context) => {
    const { viber } = context.settings;
    if (viber === undefined) return fault('not_set_up');
    const wanted = `${context.publicUrl}${path}`;
    // While it answers, the platform calls the address: the service has to run already.
    const answer = await post(context, viber, 'set_webhook', {
      url: wanted,
      event_types: wantedEvents,
      send_name: true,
      send_photo: false,
    });
    const told = refusal.safeParse(answer.status === 'answered' ? answer.body : undefined);
    if (told.success && told.data.status === 0) return good('webhook_set', { wanted });
    return fault('webhook_refused', { wanted, reason: told.success ? told.data.reason : answer.status });
  },
};

async function ask(context: InspectionContext): Promise<readonly Finding[]> {
  const { viber } = context.settings;
  if (viber === undefined) return [fault('not_set_up')];
  const answer = await post(context, viber, 'get_account_info', {});
  const silent = silenceOf(answer, 'Viber');
  if (silent !== undefined) return [silent];
  const body = answer.status === 'answered' ? answer.body : undefined;
  const known = account.safeParse(body);
  if (!known.success) {
    const told = refusal.safeParse(body);
    const reason = told.success ? told.data.reason : '?';
    return [fault('token_refused', { name: 'VIBER_AUTH_TOKEN', reason })];
  }
  const { name, webhook, event_types: events } = known.data;
  return [
    good('account', { account: name }),
    webhookFinding(webhook, `${context.publicUrl}${path}`, 'viber'),
    ...lackingFindings(wantedEvents, events, 'viber'),
  ];
}

function post(
  { call }: InspectionContext,
  { apiUrl, authToken }: ViberSettings,
  method: string,
  body: object,
) {
  return call({
    url: `${apiUrl}/pa/${method}`,
    headers: { 'Content-Type': 'application/json', 'X-Viber-Auth-Token': authToken },
    body: JSON.stringify(body),
  });
}
