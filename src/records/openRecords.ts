import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, PostgresDialect, sql, type LogEvent } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import { GroupCommit, type WriteJob } from './GroupCommit.js';
import { migrations } from './migrations/index.js';
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
  /** The last migration to run, for data of an earlier version; all of them by default. */
  upTo?: string;
  /** Told of every statement after it ran. For tests that stop the process in the middle. */
  onQuery?: (sql: string) => void;
}>;

const poolSize = 10;
const connectTimeoutMs = 3_000;
const statementTimeoutMs = 10_000;
const int8 = 20;

/**
 * Opens the records and brings their tables up to date.
 * @throws with the engine's message when the database can't be reached or a migration fails; nothing is half done then.
 */
export async function openRecords(options: RecordsOptions): Promise<Records> {
  const { onQuery } = options;
  const log = onQuery === undefined ? undefined : (event: LogEvent) => onQuery(event.query.sql);
  const engine = options.databaseUrl === undefined ? 'sqlite' : 'postgres';
  const dialect =
    options.databaseUrl === undefined ? sqliteDialect(options.dataDir) : postgresDialect(options.databaseUrl);
  const db = new Kysely<Schema>(log === undefined ? { dialect } : { dialect, log });
  try {
    await migrate(db, options.upTo);
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

function sqliteDialect(dataDir: string): NodeSqliteDialect {
  mkdirSync(dataDir, { recursive: true });
  return new NodeSqliteDialect(join(dataDir, 'an-sinh.sqlite'));
}

function postgresDialect(connectionString: string): PostgresDialect {
  const types = new pg.TypeOverrides();
  // Every bigint of ours (milliseconds, counters) is a safe integer.
  types.setTypeParser(int8, Number);
  const pool = new pg.Pool({
    connectionString,
    max: poolSize,
    connectionTimeoutMillis: connectTimeoutMs,
    statement_timeout: statementTimeoutMs,
    query_timeout: statementTimeoutMs + 2_000,
    keepAlive: true,
    types,
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  return new PostgresDialect({ pool });
}

async function migrate(db: Kysely<Schema>, upTo: string | undefined): Promise<void> {
  if (upTo !== undefined && migrations[upTo] === undefined)
    throw new Error(`The data are of a newer version (${upTo}). Use that version or a later one.`);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  if (upTo !== undefined) {
    const ran = (await migrator.getMigrations()).filter(({ executedAt }) => executedAt !== undefined);
    if (ran.some(({ name }) => name > upTo))
      throw new Error(
        'The store was made by a newer version than the data. Name another data folder or database.',
      );
  }
  const { error } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo));
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
