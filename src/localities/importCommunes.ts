import { uuidv7 } from 'uuidv7';
import type { Records } from '../records/index.js';
import type { Commune } from './Commune.js';
import { communesVersionKey } from './readCommunes.js';

/** What an import changed; codes that the list no longer has are `retired`, ones that came back are `returned`. */
export type ImportedCommunes = Readonly<{
  added: number;
  changed: number;
  unchanged: number;
  returned: number;
  retired: number;
}>;

/** A list that lacks more of the communes in force than this is rather a part of one. */
const mostRetired = 0.1;

/** Both engines take a limited number of values in one statement. */
const rowsPerStatement = 200;

/**
 * Makes the list the one in force, in one transaction: all of it or nothing. The same list again changes nothing. Undefined, and
 * nothing done, when it lacks more than a tenth of the communes in force, unless `partly` says that this is meant.
 */
export async function importCommunes(
  records: Records,
  communes: readonly Commune[],
  now: Date,
  partly = false,
): Promise<ImportedCommunes | undefined> {
  return records.db.transaction().execute(async (transaction) => {
    const at = now.getTime();
    const held = new Map(
      (await transaction.selectFrom('communes').selectAll().execute()).map((row) => [row.code, row]),
    );
    const wanted = new Set(communes.map(({ code }) => code));
    const added = communes.filter(({ code }) => !held.has(code));
    const kept = communes.flatMap((commune) => {
      const row = held.get(commune.code);
      return row === undefined ? [] : [{ commune, row }];
    });
    const returned = kept.filter(({ row }) => row.retired_at !== null);
    const changed = kept.filter(
      ({ commune, row }) =>
        row.retired_at === null && (row.name !== commune.name || row.province_code !== commune.provinceCode),
    );
    const inForce = [...held.values()].filter(({ retired_at }) => retired_at === null);
    const retired = inForce.filter(({ code }) => !wanted.has(code));
    if (!partly && retired.length > inForce.length * mostRetired) return undefined;

    for (let from = 0; from < added.length; from += rowsPerStatement) {
      const rows = added.slice(from, from + rowsPerStatement).map(({ code, name, provinceCode }) => ({
        code,
        name,
        province_code: provinceCode,
        retired_at: null,
        imported_at: at,
      }));
      await transaction.insertInto('communes').values(rows).execute();
    }
    for (const { commune } of [...changed, ...returned]) {
      await transaction
        .updateTable('communes')
        .set({ name: commune.name, province_code: commune.provinceCode, retired_at: null, imported_at: at })
        .where('code', '=', commune.code)
        .execute();
    }
    for (const { code } of retired)
      await transaction.updateTable('communes').set({ retired_at: at }).where('code', '=', code).execute();
    if (added.length + changed.length + returned.length + retired.length > 0) {
      const version = { name: communesVersionKey, value: uuidv7() };
      await transaction
        .insertInto('meta')
        .values(version)
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: version.value }))
        .execute();
    }
    return {
      added: added.length,
      changed: changed.length,
      unchanged: kept.length - changed.length - returned.length,
      returned: returned.length,
      retired: retired.length,
    };
  });
}
