import type { DataProvider, GetListParams, RaRecord, UpdateParams } from 'react-admin';
import { toHttpError } from './ApiFailure.js';
import { isRecord } from '../common/isRecord.js';
import { request, type Answer } from './request.js';
import { isRecordOf } from './shapes.js';

/**
 * Lists, reads and writes records of the API: `sort`, `range` and `filter` as JSON in the query, the total in
 * Content-Range, the version of the record in If-Match. `meta.version` overrides the version that was read.
 * Records aren't deleted and not changed in bulk here, so those methods throw.
 */
export const dataProvider: DataProvider = {
  supportAbortSignal: true,

  getList: async <T extends RaRecord>(
    resource: string,
    { pagination, sort, filter, signal }: GetListParams,
  ) => {
    const { page, perPage } = pagination ?? { page: 1, perPage: 25 };
    const first = (page - 1) * perPage;
    const answer = await request(`/${resource}`, {
      query: {
        ...(sort === undefined ? {} : { sort: [sort.field, sort.order] }),
        range: [first, first + perPage - 1],
        filter: withoutEmpty(filter),
      },
      signal,
    });
    const data = readRecords<T>(answer);
    return { data, total: readTotal(answer.headers) ?? first + data.length };
  },

  getOne: async (resource, { id, signal }) => {
    const answer = await request(pathOf(resource, id), { signal });
    return { data: readRecord(answer) };
  },

  getMany: async (resource, { ids, signal }) => {
    const answer = await request(`/${resource}`, { query: { filter: { id: ids } }, signal });
    return { data: readRecords(answer) };
  },

  update: async (resource: string, { id, data, previousData, meta }: UpdateParams<RaRecord>) => {
    const answer = await request(pathOf(resource, id), {
      method: 'PUT',
      body: data,
      version: readVersion(meta) ?? readVersion(previousData),
    });
    return { data: readRecord(answer) };
  },

  create: async (resource, { data }) => {
    const answer = await request(`/${resource}`, { method: 'POST', body: data });
    return { data: readRecord(answer) };
  },

  getManyReference: () => unsupported('getManyReference'),
  updateMany: () => unsupported('updateMany'),
  delete: () => unsupported('delete'),
  deleteMany: () => unsupported('deleteMany'),
};

/** The path of one record; ids are data and may hold anything. */
export function pathOf(resource: string, id: string | number): string {
  return `/${resource}/${encodeURIComponent(String(id))}`;
}

function withoutEmpty(filter: unknown): Record<string, unknown> {
  if (!isRecord(filter)) return {};
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== '' && value !== undefined),
  );
}

function readRecord<T extends RaRecord>({ body }: Answer): T {
  if (!isRecordOf<T>(body)) throw wrongForm();
  return body;
}

function readRecords<T extends RaRecord>({ body }: Answer): T[] {
  if (!Array.isArray(body)) throw wrongForm();
  return body.map((item: unknown) => {
    if (!isRecordOf<T>(item)) throw wrongForm();
    return item;
  });
}

/** `leads 0-24/319` → 319; undefined where the header is missing. */
function readTotal(headers: Headers): number | undefined {
  const total = Number.parseInt(headers.get('Content-Range')?.split('/').pop() ?? '', 10);
  return Number.isNaN(total) ? undefined : total;
}

function readVersion(source: unknown): number | undefined {
  return isRecord(source) && typeof source['version'] === 'number' ? source['version'] : undefined;
}

function wrongForm(): Error {
  return toHttpError({
    status: 200,
    code: 'format',
    message: 'console.errors.format',
    retryAfter: undefined,
    fields: [],
  });
}

function unsupported(method: string): Promise<never> {
  return Promise.reject(new Error(`The console has no use for ${method}.`));
}
