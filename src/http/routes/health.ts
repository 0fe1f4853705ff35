import { statfs } from 'node:fs/promises';
import { pendingMigrations, type Records } from '../../records/index.js';
import { json, type Route } from '../Route.js';

/** A message that has waited longer means that turns are not being run. */
const oldestWaitingMs = 60_000;
const freeBytesNeeded = 100 * 1024 * 1024;
const databaseWaitMs = 2_000;

export type HealthOptions = Readonly<{
  records: Records;
  dataDir: string;
  contentLoaded: () => boolean;
  /** False from the moment the service begins to stop. */
  accepting: () => boolean;
  now: () => Date;
}>;

/** `live`: the process answers. `ready`: it can do its work; each check is told by name. */
export function healthRoutes(options: HealthOptions): readonly Route[] {
  return [
    { method: 'GET', path: '/health/live', work: 'vital', handle: () => json(200, { status: 'live' }) },
    {
      method: 'GET',
      path: '/health/ready',
      work: 'vital',
      handle: async () => {
        const [database, disk] = await Promise.all([checkDatabase(options), checkDisk(options.dataDir)]);
        const checks = {
          ...database,
          disk,
          content: options.contentLoaded(),
          accepting: options.accepting(),
        };
        const ready = Object.values(checks).every((passed) => passed);
        return json(ready ? 200 : 503, { status: ready ? 'ready' : 'not_ready', checks });
      },
    },
  ];
}

type StoreChecks = Readonly<{ database: boolean; migrations: boolean; queue: boolean }>;

async function checkDatabase({ records, now }: HealthOptions): Promise<StoreChecks> {
  try {
    return await withPatience(askDatabase(records, now()));
  } catch {
    return { database: false, migrations: false, queue: false };
  }
}

async function askDatabase(records: Records, now: Date): Promise<StoreChecks> {
  const pending = await pendingMigrations(records.db);
  const { oldest } = await records.db
    .selectFrom('inbox')
    .select((column) => column.fn.min('received_at').as('oldest'))
    .where('processed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return {
    database: true,
    migrations: pending.length === 0,
    queue: oldest === null || now.getTime() - oldest < oldestWaitingMs,
  };
}

async function withPatience<Result>(answer: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The database did not answer.')), databaseWaitMs);
  });
  // What comes after the patience is over concerns nobody any more.
  answer.catch(() => undefined);
  try {
    return await Promise.race([answer, patience]);
  } finally {
    clearTimeout(timer);
  }
}

async function checkDisk(folder: string): Promise<boolean> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize > freeBytesNeeded;
  } catch {
    return false;
  }
}
