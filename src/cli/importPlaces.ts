import { join } from 'node:path';
import type { Config } from '../config.js';
import { LocalityStore, parsePlaces, readProvinces } from '../localities/index.js';
import { projectRoot } from '../paths.js';
import { importFile } from './importFile.js';

/** Adds the offices and collection points of a CSV file; a service that runs takes them up within seconds. */
export async function importPlaces(config: Config, args: readonly string[]): Promise<number> {
  return importFile(config, args, 'places.import', async (text, records, now) => {
    const provinces = readProvinces(join(projectRoot, 'content', 'provinces.json'));
    const store = await LocalityStore.open({
      records,
      provinces,
      failed: (error) => process.stderr.write(`${String(error)}\n`),
    });
    try {
      const table = parsePlaces(text, store.snapshot().gazetteer);
      if (table.status === 'refused') return table;
      return { ...(await store.importPlaces(table.rows, 'CSV', now)) };
    } finally {
      await store.close();
    }
  });
}
