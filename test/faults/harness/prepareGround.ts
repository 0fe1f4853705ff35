import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createStore, type TestStore } from '../../support/stores.js';
import { FakeClock, whyNoClock } from './FakeClock.js';
import { FaultProxy } from './FaultProxy.js';
import type { Ground, GroundOptions, PreparedGround, Skipped } from './Ground.js';
import { OwnCluster, whyNoCluster } from './OwnCluster.js';
import type { FaultKind } from './planFaults.js';
import { PgBouncer, whyNoBouncer } from './PgBouncer.js';
import { SmallDisk, whyNoDisk } from './SmallDisk.js';

const instancesOnPostgres = 2;

/** Makes an empty store of this engine on which faults of these kinds can happen, and tells which can't here and why. */
export async function prepareGround(
  name: TestStore['name'],
  kinds: readonly FaultKind[],
  options: GroundOptions = { pgbouncer: false, asynchronous: false },
): Promise<PreparedGround> {
  return name === 'sqlite' ? onSqlite(kinds) : onPostgres(kinds, options);
}

/** One instance on a file: SQLite has one writer. */
async function onSqlite(kinds: readonly FaultKind[]): Promise<PreparedGround> {
  const skipped = kinds.flatMap((kind): Skipped[] =>
    kind === 'cut' || kind === 'hang' || kind === 'database' || kind === 'promotion'
      ? [{ kind, reason: 'SQLite has no connection and no server' }]
      : [],
  );
  const wantsDisk = kinds.includes('disk');
  const noDisk = wantsDisk ? whyNoDisk() : undefined;
  if (noDisk !== undefined) skipped.push({ kind: 'disk', reason: noDisk });
  const disk = wantsDisk && noDisk === undefined ? SmallDisk.mount() : undefined;
  const dataDir = disk?.folder ?? mkdtempSync(join(tmpdir(), 'an-sinh-faults-'));
  const { clock, ...common } = surroundings(kinds, 1, skipped);
  const ground: Ground = {
    ...common,
    store: { name: 'sqlite', dataDir, databaseUrl: undefined },
    proxies: [],
    killDatabase: async () => false,
    promoteReplica: async () => false,
    fillDisk: async (forMs) => (await disk?.fill(forMs)) ?? false,
    heal: async () => disk?.free(),
    drop: async () => {
      clock?.drop();
      if (disk === undefined) rmSync(dataDir, { recursive: true, force: true });
      else disk.unmount();
    },
  };
  return { ground, skipped };
}

/** Two instances, each with a proxy of its own before the database; one more proxy for whoever judges. */
async function onPostgres(
  kinds: readonly FaultKind[],
  { pgbouncer, asynchronous }: GroundOptions,
): Promise<PreparedGround> {
  const skipped = kinds.flatMap((kind): Skipped[] =>
    kind === 'disk' ? [{ kind, reason: 'the disk is filled on SQLite' }] : [],
  );
  const wantsCluster = pgbouncer || kinds.includes('database') || kinds.includes('promotion');
  const noCluster = wantsCluster ? (whyNoCluster() ?? (pgbouncer ? whyNoBouncer() : undefined)) : undefined;
  if (noCluster !== undefined) {
    skipped.push({ kind: 'database', reason: noCluster }, { kind: 'promotion', reason: noCluster });
  }
  const cluster = wantsCluster && noCluster === undefined ? await OwnCluster.create() : undefined;
  const store = cluster === undefined ? await createStore('postgres') : await storeOn(cluster);
  const line =
    cluster === undefined || !kinds.includes('promotion') ? undefined : await FaultProxy.open(cluster.port);
  const replica =
    cluster === undefined || line === undefined ? undefined : await replicaOf(cluster, line, asynchronous);
  const bouncer =
    cluster === undefined || !pgbouncer ? undefined : await PgBouncer.start(cluster.port, database);
  const url = new URL(store.databaseUrl ?? '');
  const port = Number(url.port || 5432);
  const proxies = await Promise.all(
    Array.from({ length: instancesOnPostgres }, () => FaultProxy.open(bouncer?.port ?? port)),
  );
  const front = await FaultProxy.open(port);
  url.hostname = '127.0.0.1';
  url.port = String(front.port);
  const { clock, ...common } = surroundings(kinds, instancesOnPostgres, skipped);
  let current = cluster;
  const ground: Ground = {
    ...common,
    store: { name: store.name, dataDir: store.dataDir, databaseUrl: url.toString() },
    proxies,
    killDatabase: async (forMs) => {
      const server = current;
      if (server === undefined) return false;
      await server.kill();
      await sleep(forMs);
      // Meanwhile its replica may have taken over; then it stays down.
      if (server === current) await server.start();
      return true;
    },
    promoteReplica: async () => {
      if (cluster === undefined || replica === undefined || current === replica) return false;
      current = replica;
      // The worst moment: the replica has heard nothing for a while. What a commit that waits for it could not acknowledge, nobody misses.
      line?.hang(cutOffMs * 10);
      await sleep(cutOffMs);
      await cluster.kill();
      replica.promote();
      for (const proxy of [...proxies, front]) proxy.redirect(replica.port);
      return true;
    },
    fillDisk: async () => false,
    heal: async () => current?.start(),
    drop: async () => {
      clock?.drop();
      await Promise.all([...proxies, front].map((proxy) => proxy.close()));
      await bouncer?.drop();
      await store.drop();
      await line?.close();
      await replica?.drop();
      await cluster?.drop();
    },
  };
  return { ground, skipped };
}

const standby = 'standby';
/** For so long the replica is cut off before the primary dies. */
const cutOffMs = 1_500;
const database = 'an_sinh';

/** A replica that has caught up; from then on a commit waits for it, unless `asynchronous`. */
async function replicaOf(cluster: OwnCluster, line: FaultProxy, asynchronous: boolean): Promise<OwnCluster> {
  const replica = await cluster.replicate(standby, line.port);
  if (!asynchronous) {
    await cluster.query(`alter system set synchronous_standby_names = '${standby}'`);
    await cluster.query('select pg_reload_conf()');
  }
  while ((await cluster.query("select 1 from pg_stat_replication where state = 'streaming'")).length === 0)
    await sleep(100);
  return replica;
}

/** A key, clocks and what else is the same on both engines. */
function surroundings(kinds: readonly FaultKind[], instances: number, skipped: Skipped[]) {
  const wantsClock = kinds.includes('clock');
  const noClock = wantsClock ? whyNoClock() : undefined;
  if (noClock !== undefined) skipped.push({ kind: 'clock', reason: noClock });
  const clock = wantsClock && noClock === undefined ? new FakeClock() : undefined;
  const dataKey = randomBytes(32).toString('base64');
  return {
    clock,
    dataKey,
    instances,
    environment: (instance: number) => ({ DATA_KEY: dataKey, ...clock?.environment(instance) }),
    moveClock: async (instance: number, shiftS: number) => {
      clock?.move(instance, shiftS);
      return clock !== undefined;
    },
  };
}

async function storeOn(cluster: OwnCluster): Promise<TestStore> {
  await cluster.query(`create database ${database}`);
  // What PgBouncer can't take from each client; without it the same comes twice.
  await cluster.query("alter role postgres set statement_timeout = '4s'");
  await cluster.query("alter role postgres set idle_in_transaction_session_timeout = '3s'");
  const dataDir = mkdtempSync(join(tmpdir(), 'an-sinh-faults-'));
  return {
    name: 'postgres',
    dataDir,
    databaseUrl: cluster.url(database),
    drop: async () => rmSync(dataDir, { recursive: true, force: true }),
  };
}
