import { z } from 'zod';
import {
  fault,
  good,
  notice,
  silenceOf,
  type Finding,
  type Inspection,
  type InspectionContext,
} from '../inspect/Inspection.js';

const path = '/webhooks/zalo';
const secret = /^\S{8,}$/;
const code = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+$/)
    .transform(Number),
]);
const text = z.union([z.string(), z.number().transform(String)]);
const account = z.looseObject({
  error: code,
  message: z.string().default(''),
  data: z
    .looseObject({
      oa_id: text.optional(),
      oaid: text.optional(),
      name: z.string().default(''),
      is_verified: z.boolean().optional(),
    })
    .optional(),
});
const expired: readonly number[] = [-216, -220, -124];

/** https://developers.zalo.me/docs/official-account/quan-ly/quan-ly-thong-tin-oa: `getoa`; webhook and domain: see `/webhook`. */
export const zaloInspection: Inspection = {
  forms: {
    ZALO_APP_ID: /^\d{10,20}$/,
    ZALO_APP_SECRET: secret,
    ZALO_OA_ID: /^\d{10,20}$/,
    ZALO_OA_SECRET: secret,
    ZALO_REFRESH_TOKEN: secret,
  },
  path,
  ask,
};

async function ask(context: InspectionContext): Promise<readonly Finding[]> {
  return [
    ...(await askAccount(context)),
    await askDomain(context),
    notice('webhook_not_told', { wanted: `${context.publicUrl}${path}` }),
    notice('zalo_filter'),
  ];
}

async function askAccount({
  settings: { zalo },
  zaloCredentials,
  call,
}: InspectionContext): Promise<readonly Finding[]> {
  if (zalo === undefined || zaloCredentials === undefined) return [fault('not_set_up')];
  // By the service's own way: a refresh token that is used beside it would be lost.
  let token = await zaloCredentials.token();
  for (let tries = 1; ; tries += 1) {
    if (token.status !== 'token') return [renewalFinding(token)];
    const answer = await call({
      url: `${zalo.apiUrl}/v2.0/oa/getoa`,
      headers: { access_token: token.token },
    });
    const silent = silenceOf(answer, 'Zalo');
    if (silent !== undefined) return [silent];
    const told = account.safeParse(answer.status === 'answered' ? answer.body : undefined);
    if (!told.success) return [fault('platform_odd', { platform: 'Zalo', status: 200 })];
    const { error, message, data } = told.data;
    if (expired.includes(error) && tries === 1) {
      token = await zaloCredentials.token(token.token);
      continue;
    }
    if (error !== 0) return [fault('account_refused', { reason: `${error} ${message}` })];
    const id = data?.oa_id ?? data?.oaid;
    if (id !== undefined && id !== zalo.oaId) return [fault('other_account', { name: 'ZALO_OA_ID' })];
    return [
      good('account', { account: data?.name ?? '' }),
      ...(data?.is_verified === false ? [notice('account_unverified')] : []),
    ];
  }
}

function renewalFinding(result: Readonly<{ status: string; reason?: string }>): Finding {
  const reason = result.reason ?? result.status;
  return result.status === 'operator'
    ? fault('grant_lost', { reason })
    : notice('platform_silent', { platform: 'Zalo' });
}

/** The page that Zalo's console looks for; it must be there before the webhook can be entered. */
async function askDomain({ settings, publicUrl, call }: InspectionContext): Promise<Finding> {
  const site = settings.zaloSiteVerification;
  if (site === undefined) return notice('domain_code_missing', { name: 'ZALO_SITE_VERIFICATION' });
  const address = `${publicUrl}/zalo_verifier${encodeURIComponent(site)}.html`;
  const answer = await call({ url: address });
  if (answer.status !== 'answered') return notice('door_unreachable', { address });
  return answer.http === 200
    ? good('domain_page', { address })
    : fault('domain_page_missing', { address, status: answer.http });
}
