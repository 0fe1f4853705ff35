import { Random } from './Random.js';

/** What can be done to the service while citizens talk; `instance` counts from 0. */
export type Fault = Readonly<
  /** kill -9, started again at once. */
  | { kind: 'kill'; instance: number }
  /** SIGSTOP, and SIGCONT after `forMs`. */
  | { kind: 'pause'; instance: number; forMs: number }
  /** Every connection of the instance to the database is reset. */
  | { kind: 'cut'; instance: number }
  /** Every connection to the database hangs for ever, as with a cable pulled; new ones hang too for `forMs`. */
  | { kind: 'hang'; instance: number; forMs: number }
  /** kill -9 of PostgreSQL, started again after `forMs`. */
  | { kind: 'database'; forMs: number }
  /** kill -9 of PostgreSQL for good; its streaming replica takes over. Once, and only when asked for. */
  | { kind: 'promotion' }
  /** The instance's clock jumps to `shiftS` seconds off the true time. */
  | { kind: 'clock'; instance: number; shiftS: number }
  /** The disk of the data folder is full for `forMs`. */
  | { kind: 'disk'; forMs: number }
>;
export type FaultKind = Fault['kind'];
export type PlannedFault = Readonly<{ atMs: number; fault: Fault }>;

/** What happens where nothing else is asked for. */
export const faultKinds: readonly FaultKind[] = ['kill', 'pause', 'cut', 'hang', 'database', 'clock', 'disk'];

export type PlanOptions = Readonly<{
  seed: number;
  durationMs: number;
  instances: number;
  kinds: readonly FaultKind[];
  killEveryMs: number;
}>;

/** Milliseconds between two faults of a kind, kills apart; each comes at a random moment of its span. */
const spanMs: Readonly<Record<Exclude<FaultKind, 'kill' | 'promotion'>, number>> = {
  pause: 15_000,
  cut: 12_000,
  hang: 25_000,
  database: 30_000,
  clock: 10_000,
  disk: 20_000,
};

/** When what happens until `untilMs`: the same for the same options, so that a seed tells a run. */
export function planFaults(options: PlanOptions, untilMs = options.durationMs): readonly PlannedFault[] {
  return options.kinds
    .flatMap((kind, index) => planKind(kind, new Random(options.seed * 31 + index), options, untilMs))
    .sort((one, other) => one.atMs - other.atMs);
}

function planKind(
  kind: FaultKind,
  random: Random,
  options: PlanOptions,
  untilMs: number,
): readonly PlannedFault[] {
  const span = spanOf(kind, options);
  const planned: PlannedFault[] = [];
  for (let from = span / 2; from < untilMs; from += span) {
    const instance = random.between(0, options.instances - 1);
    const atMs = kind === 'kill' || kind === 'promotion' ? from : from + random.next() * span * 0.5;
    planned.push({ atMs, fault: draw(kind, instance, random) });
  }
  return planned;
}

function spanOf(kind: FaultKind, { killEveryMs, durationMs }: PlanOptions): number {
  if (kind === 'kill') return killEveryMs;
  if (kind === 'promotion') return durationMs;
  // A short run meets every kind at least once.
  return Math.min(spanMs[kind], durationMs * 0.6);
}

function draw(kind: FaultKind, instance: number, random: Random): Fault {
  switch (kind) {
    case 'kill':
    case 'cut':
      return { kind, instance };
    case 'promotion':
      return { kind };
    case 'pause':
      return { kind, instance, forMs: random.between(2_000, 8_000) };
    case 'hang':
      return { kind, instance, forMs: random.chance(0.5) ? 0 : random.between(1_000, 6_000) };
    case 'database':
      return { kind, forMs: random.between(0, 3_000) };
    case 'clock':
      return { kind, instance, shiftS: random.between(-600, 600) };
    case 'disk':
      return { kind, forMs: random.between(2_000, 6_000) };
  }
}
