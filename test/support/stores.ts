import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** A fresh, empty place for records; `drop` removes it. */
export type TestStore = Readonly<{
  name: 'sqlite' | 'postgres';
  dataDir: string;
  databaseUrl: string | undefined;
  /** The same, where there is one: these stores are reached directly. */
  databaseListenUrl?: string;
  drop: () => Promise<void>;
}>;

export async function createStore(name: TestStore['name']): Promise<TestStore> {
  const dataDir = mkdtempSync(join(tmpdir(), 'an-sinh-'));
  const removeFolder = () => rmSync(dataDir, { recursive: true, force: true });
  if (name === 'sqlite') {
    return { name, dataDir, databaseUrl: undefined, drop: async () => removeFolder() };
  }
  const server = process.env.TEST_DATABASE_URL;
  if (server === undefined) throw new Error('TEST_DATABASE_URL is not set.');
  const database = `an_sinh_test_${randomBytes(6).toString('hex')}`;
  await administer(server, `create database ${database}`);
  const url = new URL(server);
  url.pathname = `/${database}`;
  return {
    name,
    dataDir,
    databaseUrl: url.toString(),
    databaseListenUrl: url.toString(),
    drop: async () => {
      await administer(server, `drop database if exists ${database} with (force)`);
      removeFolder();
    },
  };
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
