import type { DataProvider, FilterPayload, RaRecord, SortPayload } from 'react-admin';

const pageSize = 100;
const mostPages = 50;

/** All records of a filtered list, page by page; at most 5,000, `complete` tells whether these are all. */
export async function collectAll<T extends RaRecord>(
  dataProvider: DataProvider,
  resource: string,
  filter: FilterPayload,
  sort: SortPayload,
): Promise<{ readonly records: readonly T[]; readonly complete: boolean }> {
  const records = new Map<string | number, T>();
  for (let page = 1; page <= mostPages; page += 1) {
    const { data, total = 0 } = await dataProvider.getList<T>(resource, {
      filter,
      sort,
      pagination: { page, perPage: pageSize },
    });
    // A record that arrives meanwhile shifts the pages; it must not bring another one twice.
    for (const record of data) records.set(record.id, record);
    if (data.length === 0 || page * pageSize >= total)
      return { records: [...records.values()], complete: true };
  }
  return { records: [...records.values()], complete: false };
}
