import type { Records } from '../records/index.js';
import type { Commune } from './Commune.js';

/** Name under which the records tell which state of the list they hold. */
export const communesVersionKey = 'communes';

/** Another value after every import that changed something; empty before the first. */
export async function communesVersion(records: Records): Promise<string> {
  const row = await records.db
    .selectFrom('meta')
    .select('value')
    .where('name', '=', communesVersionKey)
    .executeTakeFirst();
  return row?.value ?? '';
}

/** The communes in force, in the order of their codes. */
export async function readCommunes(records: Records): Promise<readonly Commune[]> {
  const rows = await records.db
    .selectFrom('communes')
    .select(['code', 'name', 'province_code'])
    .where('retired_at', 'is', null)
    .orderBy('code')
    .execute();
  return rows.map(({ code, name, province_code }) => ({ code, name, provinceCode: province_code }));
}
