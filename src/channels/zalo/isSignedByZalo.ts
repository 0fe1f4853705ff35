import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { DoorRequest } from '../contract.js';
import { readJsonBody } from '../readJsonBody.js';
import { sameSecret } from '../sameSecret.js';
import type { ZaloSettings } from './settings.js';

const stamped = z.looseObject({ timestamp: z.union([z.string(), z.number().transform(String)]) });

/**
 * `X-ZEvent-Signature: mac=<hex>` with mac = SHA-256(app id + raw body + timestamp + OA secret), a plain digest and no HMAC.
 * https://developers.zalo.me/docs/official-account/webhook/tong-quan
 */
export function isSignedByZalo(
  { headers, body }: DoorRequest,
  { appId, oaSecret }: Pick<ZaloSettings, 'appId' | 'oaSecret'>,
): boolean {
  const header = headers['x-zevent-signature'];
  const given =
    typeof header === 'string' ? /^(?:mac=)?([0-9a-f]{64})$/i.exec(header.trim())?.[1] : undefined;
  if (given === undefined) return false;
  // The field of the body itself; one inside the citizen's text doesn't count.
  const parsed = stamped.safeParse(readJsonBody(body));
  if (!parsed.success || !/^\d{10,17}$/.test(parsed.data.timestamp)) return false;
  const mac = createHash('sha256').update(appId).update(body).update(parsed.data.timestamp).update(oaSecret);
  return sameSecret(given.toLowerCase(), mac.digest('hex'));
}

const probe = z.looseObject({
  event_name: z.undefined().optional(),
  message: z.looseObject({
    text: z.literal('This is testing message'),
    msg_id: z.literal('This is message id'),
  }),
});

/** The console's test message: whether it is signed is documented nowhere, and nothing is done with it. */
export function isConsoleTest(body: Buffer): boolean {
  return probe.safeParse(readJsonBody(body)).success;
}
