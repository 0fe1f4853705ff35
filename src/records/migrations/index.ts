import type { Migration } from 'kysely/migration';
import { firstTables } from './0001-first-tables.js';

/** In the order of their names; a name that has shipped is never changed. */
export const migrations: Record<string, Migration> = { '0001-first-tables': firstTables };
