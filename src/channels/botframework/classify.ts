import { z } from 'zod';
import type { SendResult } from '../../turn/index.js';
import type { CallAnswer } from '../contract.js';
import { ConnectorFault } from './ConnectorFault.js';

/** What Microsoft's login says to a wrong password or an unknown application. */
const loginRefusal = z.looseObject({
  errorCode: z.enum(['invalid_client', 'unauthorized_client', 'invalid_grant', 'invalid_request']),
});
const retryAfterS = z.coerce.number().int().nonnegative().max(3_600);

/**
 * Who has to act on what the Connector answered.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference#error-response
 */
export function classify(answer: CallAnswer): SendResult {
  if (answer.status === 'unreachable') return { status: 'retry', reason: 'unreachable' };
  if (answer.status === 'unknown') return { status: 'unknown', reason: 'no_answer' };
  const { http, headers } = answer;
  const reason = `connector_${http}`;
  if (http >= 200 && http < 300) return { status: 'sent' };
  if (http === 429) {
    const seconds = retryAfterS.safeParse(headers.get('retry-after') ?? undefined);
    const after = seconds.success ? { afterMs: seconds.data * 1_000 } : {};
    return { status: 'retry', reason, channelWide: true, ...after };
  }
  // 412: another sending was under way there at the same time.
  if (http >= 500 || http === 408 || http === 412) return { status: 'retry', reason };
  if (http === 401) return { status: 'operator', reason };
  if (http === 403 || http === 404) return { status: 'stop', reason };
  return { status: 'refused', reason };
}

/** The same for a sending that threw: where the login didn't give a token nothing was sent. */
export function classifyError(error: unknown): SendResult {
  if (error instanceof ConnectorFault) return classify(error.answer);
  return loginRefusal.safeParse(error).success
    ? { status: 'operator', reason: 'login_refused' }
    : { status: 'retry', reason: 'no_login' };
}
