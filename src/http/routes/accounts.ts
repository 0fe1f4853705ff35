import { z } from 'zod';
import { changeAccount, createAccount, listAccounts, resetPassword } from '../../accounts/index.js';
import { recordAudit } from '../../records/index.js';
import { HttpProblem } from '../HttpProblem.js';
import { listReply } from '../listQuery.js';
import { readJson } from '../readJson.js';
import { json, type HttpRequest, type Route } from '../Route.js';
import { guard, type SessionOptions } from '../session.js';

const role = z.enum(['admin', 'officer']);
const name = z.string().trim().min(1).max(100);
const username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{2,39}$/);
const newAccount = z.strictObject({ username, name, role });
const accountChange = z.strictObject({ name, role, disabled: z.boolean() });

/** Accounts of officers and administrators, for administrators. */
export function accountRoutes(options: SessionOptions): readonly Route[] {
  const { records, now } = options;
  return [
    {
      method: 'GET',
      path: '/api/v1/accounts',
      handle: guard(options, 'admin', async () => {
        const accounts = await listAccounts(records);
        return listReply('accounts', accounts, { offset: 0, total: accounts.length });
      }),
    },
    {
      method: 'POST',
      path: '/api/v1/accounts',
      handle: guard(options, 'admin', async (request) => {
        const result = await createAccount(records, readJson(request, newAccount), now());
        if (result.status === 'username_taken') {
          const message = request.words('http:username_taken');
          throw new HttpProblem(409, 'conflict', message, [{ field: 'username', message }]);
        }
        const { account, oneTimePassword } = result;
        await recordAudit(records, now(), {
          actorId: request.account.id,
          action: 'accounts.create',
          subject: account.id,
        });
        return json(201, { ...account, oneTimePassword });
      }),
    },
    {
      method: 'GET',
      path: '/api/v1/accounts/:id',
      handle: guard(options, 'admin', async (request) => {
        const account = (await listAccounts(records)).find(({ id }) => id === request.params.id);
        if (account === undefined) throw notFound(request);
        return json(200, account);
      }),
    },
    {
      method: 'PUT',
      path: '/api/v1/accounts/:id',
      handle: guard(options, 'admin', async (request) => {
        const id = request.params.id ?? '';
        const change = readJson(request, accountChange);
        const result = await changeAccount(records, id, change);
        if (result.status === 'not_found') throw notFound(request);
        if (result.status === 'last_admin') {
          throw new HttpProblem(409, 'last_admin', request.words('http:last_admin'));
        }
        const detail = { role: change.role, disabled: change.disabled };
        await recordAudit(records, now(), {
          actorId: request.account.id,
          action: 'accounts.change',
          subject: id,
          detail,
        });
        return json(200, result.account);
      }),
    },
    {
      method: 'POST',
      path: '/api/v1/accounts/:id/reset-password',
      handle: guard(options, 'admin', async (request) => {
        const id = request.params.id ?? '';
        const oneTimePassword = await resetPassword(records, id);
        if (oneTimePassword === undefined) throw notFound(request);
        await recordAudit(records, now(), {
          actorId: request.account.id,
          action: 'accounts.reset',
          subject: id,
        });
        return json(200, { oneTimePassword });
      }),
    },
  ];
}

function notFound(request: HttpRequest): HttpProblem {
  return new HttpProblem(404, 'not_found', request.words('http:not_found'));
}
