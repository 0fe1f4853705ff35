import { z } from 'zod';
import {
  readParameterChange,
  reviewOf,
  rowOn,
  type StoredRecord,
  type StoredTable,
} from '../../content/index.js';
import { foldText } from '../../language/index.js';
import { nextChange, type Parameter, type ParameterTable } from '../../policy/index.js';
import { HttpProblem } from '../HttpProblem.js';
import { ifMatchVersion } from '../ifMatch.js';
import { listReply, readListQuery } from '../listQuery.js';
import { json, type HttpReply, type HttpRequest, type Route } from '../Route.js';
import { guard } from '../session.js';
import { acceptRead, publishChange, readEdit, type TableRouteOptions } from './parametersPublish.js';

const parameterFilter = z.strictObject({
  id: z.array(z.string()).optional(),
  q: z.string().max(200).optional(),
  unit: z.string().max(20).optional(),
  state: z.enum(['current', 'due', 'overdue']).optional(),
});

/** The dated parameters of the law, for administrators: list, one with its rows, a change with a check, its versions. */
export function parameterRoutes(options: TableRouteOptions): readonly Route[] {
  const { content } = options;
  return [
    {
      method: 'GET',
      path: '/api/v1/parameters',
      handle: guard(options, 'admin', async (request) => listParameters(options, request)),
    },
    {
      method: 'GET',
      path: '/api/v1/parameters/:id',
      handle: guard(options, 'admin', async (request) => {
        const stored = content.stored();
        return detail(options, stored, find(stored, request));
      }),
    },
    {
      method: 'PUT',
      path: '/api/v1/parameters/:id',
      handle: guard(options, 'admin', async (request) => {
        const { record } = find(content.stored(), request);
        const ifVersion = ifMatchVersion(request);
        const { reason, body } = readEdit(request);
        const change = acceptRead(request, readParameterChange(record, body));
        const saved = (): HttpReply => {
          const stored = content.stored();
          return detail(options, stored, find(stored, request));
        };
        return publishChange(options, request, {
          change,
          reason,
          ifVersion,
          action: 'parameters.change',
          saved,
        });
      }),
    },
    {
      method: 'GET',
      path: '/api/v1/parameters/:id/versions',
      handle: guard(options, 'admin', async (request) => {
        const stored = content.stored();
        const { record } = find(stored, request);
        return json(200, stored.parameterVersions(record.id));
      }),
    },
  ];
}

function listParameters({ content, today }: TableRouteOptions, request: HttpRequest): HttpReply {
  const { sort, offset, limit, filter } = readListQuery(request, parameterFilter);
  const { table } = content.table();
  const wanted = foldText(filter.q ?? '');
  const items = content
    .stored()
    .parameters()
    .map((stored) => summarise(table, stored, today()))
    .filter((item) => filter.id === undefined || filter.id.includes(item.id))
    .filter((item) => filter.unit === undefined || item.unit === filter.unit)
    .filter((item) => filter.state === undefined || item.state === filter.state)
    .filter((item) => foldText(`${item.id} ${item.label.vi} ${item.label.en}`).includes(wanted));
  const keys = {
    id: (item: ParameterSummary) => item.id,
    label: (item: ParameterSummary) => foldText(item.label[request.locale]),
    unit: (item: ParameterSummary) => item.unit,
    from: (item: ParameterSummary) => item.from ?? '',
    next: (item: ParameterSummary) => item.next?.from ?? '9',
    updatedAt: (item: ParameterSummary) => item.updatedAt ?? '',
    // What needs looking at stands first, the most urgent on top; the rest by name.
    review: (item: ParameterSummary) =>
      item.state === 'current' ? `9 ${foldText(item.label[request.locale])}` : `1 ${item.dueOn ?? ''}`,
  } as const;
  const isKey = (field: string): field is keyof typeof keys => field in keys;
  const key = keys[isKey(sort.field) ? sort.field : 'review'];
  const ordered = items.toSorted(
    (one, other) => key(one).localeCompare(key(other)) || one.id.localeCompare(other.id),
  );
  const page = (sort.descending ? ordered.toReversed() : ordered).slice(offset, offset + limit);
  return listReply('parameters', page, { offset, total: items.length });
}

type ParameterSummary = ReturnType<typeof summarise>;

function summarise(
  table: ParameterTable,
  { record, version, updatedAt, updatedBy, edited }: StoredRecord<Parameter>,
  today: string,
) {
  const { id, label, unit, values } = record;
  const row = rowOn(values, today);
  const next = nextChange(table, id, today);
  return {
    id,
    label,
    unit,
    value: row?.value ?? null,
    from: row?.from ?? null,
    to: row?.to ?? null,
    document: row?.basis.document ?? null,
    next: next === null ? null : { from: next.from, value: next.value },
    ...reviewOf(record, today),
    version,
    updatedAt,
    updatedBy,
    edited,
  };
}

function find(stored: StoredTable, request: HttpRequest): StoredRecord<Parameter> {
  const found = stored.parameter(request.params.id ?? '');
  if (found === undefined) throw new HttpProblem(404, 'not_found', request.words('http:not_found'));
  return found;
}

function detail(
  { today }: TableRouteOptions,
  table: StoredTable,
  stored: StoredRecord<Parameter>,
): HttpReply {
  const { record, version, updatedAt, updatedBy, edited } = stored;
  const release = table.releasedParameter(stored);
  const body = { ...record, version, updatedAt, updatedBy, edited, release, today: today() };
  return json(200, body, { ETag: `"${version}"` });
}
