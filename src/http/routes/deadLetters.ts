import { z } from 'zod';
import type { Cipher } from '../../privacy/index.js';
import { recordAudit } from '../../records/index.js';
import { listDeadLetters, settleDeadLetter, type DeadLetter } from '../../turn/index.js';
import { maskQuestion } from '../../unanswered/index.js';
import { HttpProblem } from '../HttpProblem.js';
import { listReply, readListQuery } from '../listQuery.js';
import { json, type HttpReply, type Route } from '../Route.js';
import { guard, type SessionOptions, type SignedInRequest } from '../session.js';

const letterFilter = z.strictObject({ channel: z.string().max(40).optional() });

export type DeadLetterOptions = SessionOptions & Readonly<{ cipher: Cipher }>;

/** Replies that were given up, for administrators: why, and whether to try again or let be. */
export function deadLetterRoutes(options: DeadLetterOptions): readonly Route[] {
  const settle = (decision: 'retry' | 'drop') => ({
    method: 'POST' as const,
    path: `/api/v1/dead-letters/:id/${decision}`,
    handle: guard(options, 'admin', async (request) => settleOne(options, request, decision)),
  });
  return [
    {
      method: 'GET',
      path: '/api/v1/dead-letters',
      handle: guard(options, 'admin', async (request) => {
        const { offset, limit, filter } = readListQuery(request, letterFilter);
        const page = { offset, limit, ...(filter.channel === undefined ? {} : { channel: filter.channel }) };
        const { letters, total } = await listDeadLetters(options, page);
        await audit(options, request, 'dead_letters.list', 'dead-letters', { count: letters.length });
        return listReply('dead-letters', letters.map(shown), { offset, total });
      }),
    },
    settle('retry'),
    settle('drop'),
  ];
}

function shown({ text, failedAt, createdAt, ...letter }: DeadLetter) {
  return {
    ...letter,
    text: text === undefined ? null : maskQuestion(text),
    failedAt: failedAt.toISOString(),
    createdAt: createdAt.toISOString(),
  };
}

async function settleOne(
  options: DeadLetterOptions,
  request: SignedInRequest,
  decision: 'retry' | 'drop',
): Promise<HttpReply> {
  const id = request.params.id ?? '';
  const settled = await settleDeadLetter(options, id, decision, options.now());
  if (settled === undefined) throw new HttpProblem(404, 'not_found', request.words('http:not_found'));
  await audit(options, request, `dead_letters.${decision}`, id, settled);
  return json(200, { id });
}

async function audit(
  { records, now }: DeadLetterOptions,
  request: SignedInRequest,
  action: string,
  subject: string,
  detail: Readonly<Record<string, string | number>>,
): Promise<void> {
  await recordAudit(records, now(), { actorId: request.account.id, action, subject, detail });
}
