import { z } from 'zod';
import { readLocalSupportChange, type StoredRecord, type StoredTable } from '../../content/index.js';
import { foldText } from '../../language/index.js';
import type { LocalSupportRow } from '../../policy/index.js';
import { HttpProblem } from '../HttpProblem.js';
import { ifMatchVersion } from '../ifMatch.js';
import { listReply, readListQuery } from '../listQuery.js';
import { json, noContent, type HttpReply, type HttpRequest, type Route } from '../Route.js';
import { guard, type SignedInRequest } from '../session.js';
import { acceptRead, publishChange, readEdit, type TableRouteOptions } from './parametersPublish.js';

const rowFilter = z.strictObject({
  id: z.array(z.string()).optional(),
  q: z.string().max(200).optional(),
  scheme: z.enum(['vsi', 'hhi']).optional(),
  province: z.string().max(60).optional(),
  state: z.enum(['current', 'coming', 'ended']).optional(),
});

/** What provinces add, for administrators: list, one row, new, changed and removed rows, each with a check. */
export function localSupportRoutes(options: TableRouteOptions): readonly Route[] {
  const { content } = options;
  return [
    {
      method: 'GET',
      path: '/api/v1/local-support',
      handle: guard(options, 'admin', async (request) => listRows(options, request)),
    },
    {
      method: 'POST',
      path: '/api/v1/local-support',
      handle: guard(options, 'admin', async (request) => createRow(options, request)),
    },
    {
      method: 'GET',
      path: '/api/v1/local-support-groups',
      handle: guard(options, 'admin', async () => json(200, content.stored().groups())),
    },
    {
      method: 'GET',
      path: '/api/v1/local-support/:id',
      handle: guard(options, 'admin', async (request) => {
        const stored = content.stored();
        return detail(stored, find(stored, request));
      }),
    },
    {
      method: 'PUT',
      path: '/api/v1/local-support/:id',
      handle: guard(options, 'admin', async (request) => {
        const { id } = find(content.stored(), request).record;
        const ifVersion = ifMatchVersion(request);
        const { reason, body } = readEdit(request);
        const change = acceptRead(request, readLocalSupportChange(id, body));
        return publishChange(options, request, {
          change,
          reason,
          ifVersion,
          action: 'local-support.change',
          saved: () => told(options, request, id),
        });
      }),
    },
    {
      method: 'DELETE',
      path: '/api/v1/local-support/:id',
      handle: guard(options, 'admin', async (request) => {
        const { id } = find(content.stored(), request).record;
        return publishChange(options, request, {
          change: { kind: 'localSupport', id, record: null },
          reason: readEdit(request).reason,
          ifVersion: ifMatchVersion(request),
          action: 'local-support.remove',
          saved: () => noContent,
        });
      }),
    },
    {
      method: 'GET',
      path: '/api/v1/local-support/:id/versions',
      handle: guard(options, 'admin', async (request) => {
        const stored = content.stored();
        const { record } = find(stored, request);
        return json(200, stored.localSupportVersions(record.id));
      }),
    },
  ];
}

/** The id of a new row is made here, from what it says. */
async function createRow(options: TableRouteOptions, request: SignedInRequest): Promise<HttpReply> {
  const { content } = options;
  const { reason, body } = readEdit(request);
  const { id: _, ...row } = body;
  const { record } = acceptRead(request, readLocalSupportChange('', row));
  const id = content.stored().newRowId(record);
  return publishChange(options, request, {
    change: { kind: 'localSupport', id, record: { ...record, id } },
    reason,
    ifVersion: null,
    action: 'local-support.create',
    saved: () => told(options, request, id, 201),
  });
}

function listRows({ content, today }: TableRouteOptions, request: HttpRequest): HttpReply {
  const { sort, offset, limit, filter } = readListQuery(request, rowFilter);
  const wanted = foldText(filter.q ?? '');
  const items = content
    .stored()
    .localSupport()
    .map((stored) => summarise(stored, today()))
    .filter((item) => filter.id === undefined || filter.id.includes(item.id))
    .filter((item) => filter.scheme === undefined || item.scheme === filter.scheme)
    .filter((item) => filter.province === undefined || item.province === filter.province)
    .filter((item) => filter.state === undefined || item.state === filter.state)
    .filter((item) =>
      foldText(`${item.id} ${item.province.replaceAll('-', ' ')} ${item.basis.document}`).includes(wanted),
    );
  const keys = {
    id: (item: RowSummary) => item.id,
    province: (item: RowSummary) => item.province,
    scheme: (item: RowSummary) => item.scheme,
    percent: (item: RowSummary) => String(item.percent ?? '').padStart(7, '0'),
    from: (item: RowSummary) => item.from,
    to: (item: RowSummary) => item.to ?? '9',
  } as const;
  const isKey = (field: string): field is keyof typeof keys => field in keys;
  const key = keys[isKey(sort.field) ? sort.field : 'province'];
  const ordered = items.toSorted(
    (one, other) => key(one).localeCompare(key(other)) || one.id.localeCompare(other.id),
  );
  const page = (sort.descending ? ordered.toReversed() : ordered).slice(offset, offset + limit);
  return listReply('local-support', page, { offset, total: items.length });
}

type RowSummary = ReturnType<typeof summarise>;

function summarise(
  { record, version, updatedAt, updatedBy, edited }: StoredRecord<LocalSupportRow>,
  today: string,
) {
  const ended = record.to !== undefined && record.to < today;
  const state = ended ? 'ended' : record.from > today ? 'coming' : 'current';
  return { ...record, state, version, updatedAt, updatedBy, edited };
}

function find(stored: StoredTable, request: HttpRequest): StoredRecord<LocalSupportRow> {
  const found = stored.localSupportRow(request.params.id ?? '');
  if (found === undefined) throw new HttpProblem(404, 'not_found', request.words('http:not_found'));
  return found;
}

function told({ content }: TableRouteOptions, request: HttpRequest, id: string, status = 200): HttpReply {
  const stored = content.stored();
  const found = stored.localSupportRow(id);
  if (found === undefined) throw new HttpProblem(404, 'not_found', request.words('http:not_found'));
  return detail(stored, found, status);
}

function detail(table: StoredTable, stored: StoredRecord<LocalSupportRow>, status = 200): HttpReply {
  const { record, version, updatedAt, updatedBy, edited } = stored;
  const release = table.releasedRow(stored);
  const body = { ...record, version, updatedAt, updatedBy, edited, release };
  return json(status, body, { ETag: `"${version}"` });
}
