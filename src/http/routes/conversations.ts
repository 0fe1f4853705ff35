import { z } from 'zod';
import { readLead } from '../../leads/index.js';
import type { Cipher } from '../../privacy/index.js';
import { recordAudit } from '../../records/index.js';
import { markAtWork, type HandlingRequest, type TurnService } from '../../turn/index.js';
import { HttpProblem } from '../HttpProblem.js';
import { listReply } from '../listQuery.js';
import { readJson } from '../readJson.js';
import { json, type HttpRequest, type Route } from '../Route.js';
import { guard, type SessionOptions, type SignedInRequest } from '../session.js';

/** A platform cuts nothing below this; longer things belong into a letter. */
const longestMessage = 1_500;

const message = z.strictObject({
  text: z.string().trim().min(1).max(longestMessage),
  /** Made by the client, the same for every attempt: over a bad line a message is sent once. */
  key: z.uuid(),
});

type Options = SessionOptions & Readonly<{ cipher: Cipher; turns: TurnService }>;

/** Conversations that an officer answers: who waits, what was said, taking over, answering, handing back. */
export function conversationRoutes(options: Options): readonly Route[] {
  const { records, cipher, now, turns } = options;
  const audit = (request: SignedInRequest, action: string, subject: string): Promise<void> =>
    recordAudit(records, now(), { actorId: request.account.id, action, subject });
  const act = (
    path: string,
    action: string,
    toRequest: (request: SignedInRequest) => HandlingRequest,
  ): Route => ({
    method: 'POST',
    path: `/api/v1/conversations/:id/${path}`,
    handle: guard(options, 'officer', async (request) => {
      const id = request.params.id ?? '';
      const result = await turns.handleForConsole(id, toRequest(request));
      if (result.status !== 'done') throw problemOf(request, result);
      await audit(request, action, id);
      return json(200, await opened(options, request));
    }),
  });
  return [
    {
      method: 'GET',
      path: '/api/v1/conversations',
      handle: guard(options, 'officer', async (request) => {
        const handled = await turns.listHandled(request.account.id);
        // The list looks again every few seconds; it was opened once.
        if (!request.query.has('again')) await audit(request, 'conversations.list', 'conversations');
        return listReply('conversations', handled, { offset: 0, total: handled.length });
      }),
    },
    {
      method: 'GET',
      path: '/api/v1/waiting',
      handle: guard(options, 'officer', async (request) => {
        // Asked by every page of the console that is in sight: who asks would see that somebody waits, and so is at work.
        await markAtWork(records, request.account.id, now());
        return json(200, { waiting: await turns.countWaiting() });
      }),
    },
    {
      method: 'GET',
      path: '/api/v1/conversations/:id',
      handle: guard(options, 'officer', async (request) => {
        const reply = json(200, await opened(options, request));
        // An open page looks again every few seconds; it was opened once.
        if (!request.query.has('again')) await audit(request, 'conversations.view', request.params.id ?? '');
        return reply;
      }),
    },
    {
      method: 'POST',
      path: '/api/v1/leads/:id/conversation',
      handle: guard(options, 'officer', async (request) => {
        const lead = await readLead(records, cipher, request.params.id ?? '');
        const id = lead === undefined ? undefined : await turns.consoleIdOf(lead.conversationId);
        if (id === undefined) throw notFound(request);
        await audit(request, 'leads.conversation', lead?.id ?? '');
        return json(200, { id });
      }),
    },
    act('take-over', 'conversations.take_over', ({ account }) => ({
      event: 'officer_took_over',
      officer: { id: account.id, name: account.name },
    })),
    act('messages', 'conversations.write', (request) => {
      const { text, key } = readJson(request, message);
      const { id, name } = request.account;
      return { event: 'officer_wrote', officer: { id, name }, text, key: `${id}:${key}` };
    }),
    act('hand-back', 'conversations.hand_back', ({ account }) => ({
      event: 'officer_handed_back',
      officer: { id: account.id, name: account.name },
    })),
  ];
}

async function opened({ turns }: Options, request: SignedInRequest): Promise<object> {
  const conversation = await turns.openHandled(request.params.id ?? '', request.account.id);
  if (conversation === undefined) throw notFound(request);
  return conversation;
}

function problemOf(
  request: HttpRequest,
  result: Exclude<Awaited<ReturnType<TurnService['handleForConsole']>>, { status: 'done' }>,
): HttpProblem {
  switch (result.status) {
    case 'unknown':
      return notFound(request);
    case 'not_held':
      return new HttpProblem(409, 'not_held', request.words('handling:refused.not_held'));
    case 'closed':
      return new HttpProblem(409, result.reason, request.words(`handling:refused.${result.reason}`));
  }
}

function notFound(request: HttpRequest): HttpProblem {
  return new HttpProblem(404, 'not_found', request.words('http:not_found'));
}
