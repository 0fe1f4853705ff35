import { z } from 'zod';
import {
  changeLead,
  formatPhone,
  leadSortColumns,
  leadStatuses,
  listLeads,
  readLead,
  readPhone,
  recordPhoneView,
} from '../../leads/index.js';
import type { Cipher } from '../../privacy/index.js';
import { readConversation } from '../../turn/index.js';
import { recordAudit } from '../../records/index.js';
import { HttpProblem } from '../HttpProblem.js';
import { ifMatchVersion } from '../ifMatch.js';
import { listReply, readListQuery } from '../listQuery.js';
import { createRateLimit } from '../rateLimit.js';
import { readJson } from '../readJson.js';
import { json, type HttpRequest, type Route } from '../Route.js';
import { guard, type SessionOptions } from '../session.js';
import { startOfDay } from '../startOfDay.js';

const dayMs = 24 * 60 * 60 * 1000;
const phoneViewsAnHour = 60;
const hourS = 60 * 60;

const date = z.iso.date();
const leadFilter = z.strictObject({
  id: z.array(z.string()).optional(),
  status: z.enum(leadStatuses).optional(),
  product: z.enum(['vsi', 'hhi', 'both']).optional(),
  campaign: z.string().max(40).toUpperCase().optional(),
  event: z.string().max(40).toUpperCase().optional(),
  q: z.string().max(200).optional(),
  from: date.optional(),
  to: date.optional(),
});
const leadChange = z.strictObject({ status: z.enum(leadStatuses), note: z.string().max(2_000).default('') });

/** The officers' leads: list, one lead, its number, its conversation, and what became of it. */
export function leadRoutes(options: SessionOptions & Readonly<{ cipher: Cipher }>): readonly Route[] {
  const { records, cipher, now } = options;
  const limitPhoneViews = createRateLimit('phone-views', phoneViewsAnHour, hourS);
  return [
    {
      method: 'GET',
      path: '/api/v1/leads',
      handle: guard(options, 'officer', async (request) => {
        const { sort, offset, limit, filter } = readListQuery(request, leadFilter);
        const { leads, total } = await listLeads(records, cipher, {
          ...(filter.id === undefined ? {} : { ids: filter.id }),
          ...(filter.status === undefined ? {} : { status: filter.status }),
          ...(filter.product === undefined ? {} : { product: filter.product }),
          ...(filter.campaign === undefined ? {} : { campaign: filter.campaign }),
          ...(filter.event === undefined ? {} : { event: filter.event }),
          ...(filter.q === undefined ? {} : { q: filter.q }),
          ...(filter.from === undefined ? {} : { from: startOfDay(filter.from) }),
          ...(filter.to === undefined ? {} : { before: startOfDay(filter.to) + dayMs }),
          sort: isSortable(sort.field) ? sort.field : 'createdAt',
          descending: sort.descending,
          offset,
          limit,
        });
        await recordAudit(records, now(), {
          actorId: request.account.id,
          action: 'leads.list',
          subject: 'leads',
        });
        return listReply('leads', leads, { offset, total });
      }),
    },
    {
      method: 'GET',
      path: '/api/v1/leads/:id',
      handle: guard(options, 'officer', async (request) => {
        const lead = await findLead(options, request);
        await recordAudit(records, now(), {
          actorId: request.account.id,
          action: 'leads.view',
          subject: lead.id,
        });
        return json(200, lead);
      }),
    },
    {
      method: 'POST',
      path: '/api/v1/leads/:id/phone',
      handle: guard(options, 'officer', async (request) => {
        await limitPhoneViews(request, request.account.id);
        const id = request.params.id ?? '';
        const phone = await readPhone(records, cipher, id);
        if (phone === undefined) throw new HttpProblem(404, 'not_found', request.words('http:no_phone'));
        await recordPhoneView(records, id, request.account.id, now());
        return json(200, { phone: formatPhone(phone) });
      }),
    },
    {
      method: 'GET',
      path: '/api/v1/leads/:id/conversation',
      handle: guard(options, 'officer', async (request) => {
        const { id, conversationId } = await findLead(options, request);
        const logged = await readConversation(options, conversationId, 0);
        await recordAudit(records, now(), {
          actorId: request.account.id,
          action: 'leads.conversation',
          subject: id,
        });
        return json(200, {
          messages: logged.map((entry) => ({
            id: entry.id,
            role: entry.direction === 'in' ? 'user' : 'bot',
            at: entry.at.toISOString(),
            text: entry.activity.text ?? '',
          })),
        });
      }),
    },
    {
      method: 'PUT',
      path: '/api/v1/leads/:id',
      handle: guard(options, 'officer', async (request) => {
        const { status, note } = readJson(request, leadChange);
        const id = request.params.id ?? '';
        const change = { id, ifVersion: ifMatchVersion(request), status, note, actorId: request.account.id };
        const result = await changeLead(records, cipher, change, now());
        if (result === 'not_found') throw notFound(request);
        if (result === 'stale') throw new HttpProblem(412, 'stale', request.words('http:stale'));
        if (result === 'status_not_allowed') {
          throw new HttpProblem(409, 'status_not_allowed', request.words('http:status_not_allowed'));
        }
        if (result === 'another_open') {
          throw new HttpProblem(409, 'another_open', request.words('http:another_open'));
        }
        if (result === 'note_missing') {
          const message = request.words('http:note_missing');
          throw new HttpProblem(400, 'bad_request', message, [{ field: 'note', message }]);
        }
        return json(200, await findLead(options, request));
      }),
    },
  ];
}

async function findLead(
  { records, cipher }: SessionOptions & Readonly<{ cipher: Cipher }>,
  request: HttpRequest,
) {
  const lead = await readLead(records, cipher, request.params.id ?? '');
  if (lead === undefined) throw notFound(request);
  return lead;
}

function notFound(request: HttpRequest): HttpProblem {
  return new HttpProblem(404, 'not_found', request.words('http:not_found'));
}

function isSortable(field: string): field is keyof typeof leadSortColumns {
  return field in leadSortColumns;
}
