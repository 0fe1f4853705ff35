import type { Records } from '../records/index.js';
import type { Cipher } from './cipher.js';

/**
 * Makes sure that this process has the key under which the records were sealed; the first start writes its fingerprint.
 * @throws when the keys differ: whatever was sealed couldn't be read, and two instances would seal under two keys.
 */
export async function guardMasterKey(records: Records, cipher: Cipher): Promise<void> {
  const name = 'master_key_fingerprint';
  await records.db
    .insertInto('meta')
    .values({ name, value: cipher.fingerprint })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const { value } = await records.db
    .selectFrom('meta')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  if (value !== cipher.fingerprint) {
    throw new Error(
      'DATA_KEY (or master.key in the data folder) is not the key under which this database was written. Use the same key on every instance, or restore it from the backup.',
    );
  }
}
