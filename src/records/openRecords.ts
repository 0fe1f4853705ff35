import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, sql, type LogEvent, type PostgresDialect } from 'kysely';
import { Migrator, type MigrationResultSet } from 'kysely/migration';
import { GroupCommit, type WriteJob } from './GroupCommit.js';
import { migrations } from './migrations/index.js';
import { prepareMonths } from './migrations/prepareMonths.js';
import { withNamedStatements } from './namedStatements.js';
import { lockMigrations, PooledPostgresDialect } from './PooledPostgresDialect.js';
import { openPool } from './postgresPool.js';
import { NodeSqliteDialect } from './sqliteDialect.js';
import type { Schema } from './schema.js';

/** The records and what their engine can do. */
export type Records = Readonly<{
  db: Kysely<Schema>;
  engine: 'sqlite' | 'postgres';
  /**
   * Runs a job in a transaction; done means committed and on the disk. What must not wait for others, or reads much, takes
   * `db` itself. On SQLite jobs that come together share a commit.
   */
  write: <Result>(job: WriteJob<Result>) => Promise<Result>;
  close: () => Promise<void>;
}>;

export type RecordsOptions = Readonly<{
  /** Folder of the SQLite file; not used with `databaseUrl`. */
  dataDir: string;
  databaseUrl: string | undefined;
  /** A direct way to the same database; where it is the one above, statements that come often are kept ready there. */
  databaseListenUrl?: string | undefined;
  /** The last migration to run, for data of an earlier version; all of them by default. */
  upTo?: string;
  /** For copies of a whole office: on PostgreSQL statements may take as long as they need. */
  patient?: boolean;
  /** Told of every statement after it ran. For tests that stop the process in the middle. */
  onQuery?: (sql: string) => void;
}>;

/**
 * Opens the records and brings their tables up to date.
 * @throws with the engine's message when the database can't be reached or a migration fails; nothing is half done then.
 */
export async function openRecords(options: RecordsOptions): Promise<Records> {
  const log = logOf(options);
  const engine = options.databaseUrl === undefined ? 'sqlite' : 'postgres';
  const dialect =
    options.databaseUrl === undefined
      ? sqliteDialect(options.dataDir)
      : postgresDialect(options.databaseUrl, {
          isPatient: options.patient === true,
          isDirect: options.databaseListenUrl === options.databaseUrl,
        });
  const db = new Kysely<Schema>(log === undefined ? { dialect } : { dialect, log });
  try {
    await bringUpToDate(db, options);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  const group = new GroupCommit(db);
  return {
    db,
    engine,
    write: (job) => (engine === 'sqlite' ? group.write(job) : db.transaction().execute(job)),
    close: () => db.destroy(),
  };
}

function logOf({ onQuery }: RecordsOptions): ((event: LogEvent) => void) | undefined {
  return onQuery === undefined ? undefined : (event) => onQuery(event.query.sql);
}

function sqliteDialect(dataDir: string): NodeSqliteDialect {
  mkdirSync(dataDir, { recursive: true });
  return new NodeSqliteDialect(join(dataDir, 'an-sinh.sqlite'));
}

function postgresDialect(
  connectionString: string,
  { isPatient, isDirect }: Readonly<{ isPatient: boolean; isDirect: boolean }>,
): PostgresDialect {
  const pool = openPool(connectionString, isPatient);
  return new PooledPostgresDialect({ pool: isDirect ? withNamedStatements(pool) : pool });
}

/** Brings the tables up to date. On PostgreSQL what may take long with millions of rows has a connection that may take long. */
async function bringUpToDate(db: Kysely<Schema>, options: RecordsOptions): Promise<void> {
  const { databaseUrl, upTo } = options;
  const pending = await namesOfPending(db);
  if (databaseUrl === undefined) return migrate(db, upTo);
  if (pending.length === 0) return migrateWhileLocked(db, upTo);
  if (options.patient === true) return migrateInSteps(db, pending, upTo);
  const log = logOf(options);
  const dialect = postgresDialect(databaseUrl, { isPatient: true, isDirect: false });
  const patient = new Kysely<Schema>(log === undefined ? { dialect } : { dialect, log });
  try {
    await migrateInSteps(patient, pending, upTo);
  } finally {
    await patient.destroy();
  }
}

/** What takes long before the tables are kept in months is done outside the transaction of the migrations. */
async function migrateInSteps(
  db: Kysely<Schema>,
  pending: readonly string[],
  upTo: string | undefined,
): Promise<void> {
  const months = '0010-monthly-partitions';
  if (!pending.includes(months) || (upTo !== undefined && upTo < months)) return migrateWhileLocked(db, upTo);
  refuseUnknown(upTo);
  // Where another instance was faster there is nothing to do, and no migration goes back.
  await whileLocked(db, (held) => run(migratorOf(held).migrateTo('0009-conversation-of-lead-events')));
  await prepareMonths(db, () => migrateWhileLocked(db, upTo));
}

async function namesOfPending(db: Kysely<Schema>): Promise<readonly string[]> {
  const known = await migratorOf(db).getMigrations();
  return known.flatMap(({ name, executedAt }) => (executedAt === undefined ? [name] : []));
}

function migratorOf(db: Kysely<Schema>): Migrator {
  return new Migrator({ db, provider: { getMigrations: async () => migrations } });
}

/** Runs migrations while no other instance does, in one transaction: what a pooler is led to one session by. */
async function whileLocked(db: Kysely<Schema>, work: (held: Kysely<Schema>) => Promise<void>): Promise<void> {
  await db.transaction().execute(async (held) => {
    await lockMigrations(held);
    await work(held);
  });
}

async function migrateWhileLocked(db: Kysely<Schema>, upTo: string | undefined): Promise<void> {
  return whileLocked(db, (held) => migrate(held, upTo));
}

async function migrate(db: Kysely<Schema>, upTo: string | undefined): Promise<void> {
  refuseUnknown(upTo);
  const migrator = migratorOf(db);
  if (upTo !== undefined) {
    const ran = (await migrator.getMigrations()).filter(({ executedAt }) => executedAt !== undefined);
    if (ran.some(({ name }) => name > upTo))
      throw new Error(
        'The store was made by a newer version than the data. Name another data folder or database.',
      );
  }
  await run(upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo));
}

function refuseUnknown(upTo: string | undefined): void {
  if (upTo !== undefined && migrations[upTo] === undefined)
    throw new Error(`The data are of a newer version (${upTo}). Use that version or a later one.`);
}

async function run(migrating: Promise<MigrationResultSet>): Promise<void> {
  const { error } = await migrating;
  if (error instanceof Error) throw error;
  if (error !== undefined) throw new Error('A migration failed.', { cause: error });
}

/** The name of the last migration that ran. @throws when none did: openRecords runs them. */
export async function lastMigration(db: Kysely<Schema>): Promise<string> {
  const { rows } = await sql<{
    name: string;
  }>`select name from kysely_migration order by name desc limit 1`.execute(db);
  const [last] = rows;
  if (last === undefined) throw new Error('The tables were never made.');
  return last.name;
}
