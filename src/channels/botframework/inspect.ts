import { z } from 'zod';
import {
  fault,
  good,
  silenceOf,
  type Finding,
  type Inspection,
  type InspectionContext,
} from '../inspect/Inspection.js';

const granted = z.looseObject({ access_token: z.string().min(1) });
const refusal = z.looseObject({ error: z.string(), error_codes: z.array(z.number()).default([]) });
/** Bots that belong to no organisation of their own ask here. */
const sharedTenant = 'botframework.com';
const unknownApp = 700016;
const unknownTenant = 90002;

/** https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication */
export const azureInspection: Inspection = {
  forms: {
    MICROSOFT_APP_ID: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
    MICROSOFT_APP_PASSWORD: /^\S{16,}$/,
  },
  path: '/api/messages',
  ask,
};

async function ask({ settings, call }: InspectionContext): Promise<readonly Finding[]> {
  const { botframework } = settings;
  if (botframework === undefined) return [fault('not_set_up')];
  const { appId, appPassword, tenantId, loginUrl, serviceUrlAllow } = botframework;
  const answer = await call({
    url: `${loginUrl}/${encodeURIComponent(tenantId ?? sharedTenant)}/oauth2/v2.0/token`,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: appId,
      client_secret: appPassword,
      scope: 'https://api.botframework.com/.default',
    }).toString(),
  });
  const silent = silenceOf(answer, 'Azure');
  if (silent !== undefined) return [silent];
  const hosts = good('service_hosts', { hosts: serviceUrlAllow.join(', ') });
  const body = answer.status === 'answered' ? answer.body : undefined;
  if (granted.safeParse(body).success) return [good('account', { account: appId }), hosts];
  const told = refusal.safeParse(body);
  const codes = told.success ? told.data.error_codes : [];
  if (codes.includes(unknownApp)) return [fault('other_account', { name: 'MICROSOFT_APP_ID' }), hosts];
  if (codes.includes(unknownTenant))
    return [fault('other_account', { name: 'MICROSOFT_APP_TENANT_ID' }), hosts];
  const reason = told.success ? told.data.error : '?';
  return [fault('token_refused', { name: 'MICROSOFT_APP_PASSWORD', reason }), hosts];
}
