import { setTimeout as sleep } from 'node:timers/promises';
import { createCipher, loadMasterKey } from '../../../src/privacy/index.js';
import { openRecords, type Records } from '../../../src/records/index.js';
import { CitizenLoad } from './CitizenLoad.js';
import { Fleet } from './Fleet.js';
import { judge, type Findings } from './judge.js';
import type { Ground } from './Ground.js';
import { planFaults, type Fault, type FaultKind, type PlanOptions } from './planFaults.js';

export type RunOptions = Omit<PlanOptions, 'instances'> &
  Readonly<{
    citizens: number;
    repeatShare: number;
    /** An instance serves so long before it can be killed: starting takes longer than the pause between two kills. */
    leastLifeMs: number;
    /** The run goes on, faults and all, until so many messages are acknowledged; but not for ever. */
    messages: number;
    say: (line: string) => void;
  }>;

export type RunResult = Findings &
  Readonly<{
    /** Messages acknowledged before the last fault was over. */
    underFaults: number;
    /** How often each fault hit something, and how often it found nobody. */
    hits: Readonly<Partial<Record<FaultKind, number>>>;
    missed: number;
    starts: number;
    failedStarts: readonly string[];
    /** Instances that ended without being killed, and instances that did not stop cleanly when asked to. */
    falls: readonly string[];
    tries: number;
    seconds: number;
    /** How long after the last fault everything acknowledged was processed, in milliseconds. */
    settledMs: number;
  }>;

/** How many times longer than asked for a run may take until enough is acknowledged. */
const patience = 10;
const settleWithinMs = 90_000;
const reportEveryMs = 10_000;

/** Lets citizens talk on this ground while the plan's faults happen, then compares what they know with what the store holds. */
export async function runFaults(ground: Ground, options: RunOptions): Promise<RunResult> {
  const { instances } = ground;
  const longestMs = options.messages === 0 ? options.durationMs : options.durationMs * patience;
  const plan = planFaults({ ...options, instances }, longestMs);
  const fleet = await Fleet.start(ground);
  const records = await openRecords({ ...ground.store, databaseUrl: ground.store.databaseUrl });
  try {
    const started = Date.now();
    const load = new CitizenLoad({ ...options, bases: () => fleet.bases() });
    const reporting = setInterval(() => report(options, load, started), reportEveryMs);
    const hits: Partial<Record<FaultKind, number>> = {};
    let missed = 0;
    const pending: Promise<void>[] = [];
    const isEnough = (): boolean =>
      Date.now() >= started + options.durationMs && load.acknowledged >= options.messages;
    for (const { atMs, fault } of plan) {
      while (Date.now() < started + atMs && !isEnough()) await sleep(10);
      if (isEnough()) break;
      pending.push(
        inflict(fault, fleet, ground, options.leastLifeMs).then((hit) => {
          if (hit) hits[fault.kind] = (hits[fault.kind] ?? 0) + 1;
          else missed += 1;
        }),
      );
    }
    while (Date.now() < started + longestMs && !isEnough()) await sleep(10);
    const underFaults = load.acknowledged;
    await Promise.all(pending);
    await ground.heal();
    await fleet.recovered();
    const healed = Date.now();
    await load.end();
    clearInterval(reporting);
    const settledMs = await untilSettled(records, healed);
    const seconds = (Date.now() - started) / 1_000;
    const endings = await fleet.stop();
    const findings = await judge(
      records,
      createCipher(loadMasterKey(ground.store.dataDir, ground.dataKey)),
      load.talks,
    );
    return {
      ...findings,
      underFaults,
      hits,
      missed,
      starts: fleet.starts,
      failedStarts: fleet.failedStarts,
      falls: [
        ...fleet.falls,
        ...endings.flatMap((ending, index) =>
          ending === '0' ? [] : [`instance ${index} ended with ${ending} when it was asked to stop`],
        ),
      ],
      tries: load.talks.reduce((total, { citizen }) => total + citizen.attempts.length, 0),
      seconds,
      settledMs,
    };
  } finally {
    await fleet.abandon();
    await records.close();
  }
}

/** Whether the fault hit something. */
async function inflict(fault: Fault, fleet: Fleet, ground: Ground, leastLifeMs: number): Promise<boolean> {
  switch (fault.kind) {
    case 'kill':
      return fleet.kill(fault.instance, leastLifeMs);
    case 'pause':
      return fleet.pause(fault.instance, fault.forMs);
    case 'cut':
      ground.proxies[fault.instance]?.cut();
      return true;
    case 'hang':
      ground.proxies[fault.instance]?.hang(fault.forMs);
      return true;
    case 'database':
      return ground.killDatabase(fault.forMs);
    case 'promotion':
      return ground.promoteReplica();
    case 'clock':
      return ground.moveClock(fault.instance, fault.shiftS);
    case 'disk':
      return ground.fillDisk(fault.forMs);
  }
}

/** Waits until nothing waits any more; gives how long that took. What waits still then is lost. */
async function untilSettled(records: Records, since: number): Promise<number> {
  while (Date.now() < since + settleWithinMs) {
    const waiting = await records.db
      .selectFrom('inbox')
      .select('seq')
      .where('processed_at', 'is', null)
      .limit(1)
      .executeTakeFirst();
    if (waiting === undefined) break;
    await sleep(100);
  }
  return Date.now() - since;
}

function report({ say }: RunOptions, load: CitizenLoad, started: number): void {
  say(`${Math.round((Date.now() - started) / 1_000)} s: ${load.acknowledged} acknowledged`);
}
