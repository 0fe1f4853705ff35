import { join } from 'node:path';
import type { Config } from '../config.js';
import { importCommunes, parseLocalities, readProvinces } from '../localities/index.js';
import { projectRoot } from '../paths.js';
import { importFile } from './importFile.js';

const retiring = '--retire';

/**
 * Makes the official list of communes in a CSV file the one in force; a service that runs takes it up within seconds. A list that
 * would retire much of the present one needs `--retire`.
 */
export async function importLocalities(config: Config, args: readonly string[]): Promise<number> {
  const files = args.filter((arg) => arg !== retiring);
  return importFile(config, files, 'localities.import', async (text, records, now) => {
    const table = parseLocalities(text, readProvinces(join(projectRoot, 'content', 'provinces.json')));
    if (table.status === 'refused') return table;
    const imported = await importCommunes(records, table.rows, now, args.includes(retiring));
    if (imported !== undefined) return { ...imported };
    const problem = `more than a tenth of the communes in force are missing; ${retiring} imports it all the same`;
    return { status: 'refused', faults: [{ line: 1, field: '', problem }] };
  });
}
