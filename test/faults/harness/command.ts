import { parseArgs } from 'node:util';
import { z } from 'zod';
import { faultKinds } from './planFaults.js';
import { prepareGround } from './prepareGround.js';
import { runFaults, type RunResult } from './runFaults.js';

/*
 * `npm run faults`: real processes of the built service, real faults, and what the citizens know compared with what the tables hold.
 *   --store sqlite|postgres (both, one after the other)   --minutes 2   --messages 0 (go on until so many are acknowledged)
 *   --seed N (a random one, printed)   --only kill,pause,cut,hang,database,clock,disk   --citizens 50
 *   --repeats 0.1 (share of deliveries that come twice at once)   --every 500 (milliseconds between two kills)
 *   --life 2000 (milliseconds that an instance serves before it can be killed: starting takes seconds of a core)
 *   --only promotion --commit asynchronous|synchronous (a streaming replica takes over for good, once; by hand only)
 *   --pgbouncer (in transaction mode before PostgreSQL; by hand only)
 * Ends with 1 when anything was lost, doubled, invented, without consent, out of order or wrong.
 */
const given = parseArgs({
  options: {
    store: { type: 'string', default: 'sqlite,postgres' },
    minutes: { type: 'string', default: '2' },
    messages: { type: 'string', default: '0' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    only: { type: 'string', default: faultKinds.join(',') },
    commit: { type: 'string', default: 'synchronous' },
    pgbouncer: { type: 'boolean', default: false },
    citizens: { type: 'string', default: '50' },
    repeats: { type: 'string', default: '0.1' },
    every: { type: 'string', default: '500' },
    life: { type: 'string', default: '2000' },
  },
});
const list = <T extends string>(choices: readonly [T, ...T[]]) =>
  z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(choices)).min(1));
const options = z
  .object({
    store: list(['sqlite', 'postgres']),
    minutes: z.coerce.number().positive(),
    messages: z.coerce.number().int().min(0),
    seed: z.coerce.number().int().min(0),
    only: list(['kill', 'pause', 'cut', 'hang', 'database', 'clock', 'disk', 'promotion']),
    commit: z.enum(['synchronous', 'asynchronous']),
    pgbouncer: z.boolean(),
    citizens: z.coerce.number().int().min(1).max(500),
    repeats: z.coerce.number().min(0).max(1),
    every: z.coerce.number().int().min(50),
    life: z.coerce.number().int().min(0),
  })
  .parse(given.values);

let failed = false;
for (const store of options.store) {
  const { ground, skipped } = await prepareGround(store, options.only, {
    pgbouncer: options.pgbouncer,
    asynchronous: options.commit === 'asynchronous',
  });
  say(`${store}: seed ${options.seed}, ${ground.instances} instance(s), ${options.citizens} citizens`);
  for (const { kind, reason } of skipped) say(`SKIPPED ${kind} on ${store}: ${reason}`);
  try {
    const result = await runFaults(ground, {
      seed: options.seed,
      durationMs: options.minutes * 60_000,
      kinds: options.only.filter((kind) => !skipped.some((one) => one.kind === kind)),
      killEveryMs: options.every,
      citizens: options.citizens,
      repeatShare: options.repeats,
      leastLifeMs: options.life,
      messages: options.messages,
      say,
    });
    if (!show(store, result)) failed = true;
  } finally {
    await ground.drop();
  }
}
say(failed ? `FAILED. Again with the same plan: --seed ${options.seed}` : 'Nothing lost, nothing doubled.');
process.exit(failed ? 1 : 0);

/** Prints the table; false when anything is wrong. */
function show(store: string, result: RunResult): boolean {
  const { verdict } = result;
  const counted: readonly (readonly [string, readonly string[]])[] = [
    ['lost', verdict.lost],
    ['doubled', verdict.doubled],
    ['phantom', verdict.phantom],
    ['without consent', verdict.withoutConsent],
    ['out of order', verdict.outOfOrder],
    ['wrong', verdict.wrong],
    ['fell by itself', result.falls],
  ];
  const faults = Object.entries(result.hits).map(([kind, count]) => `${kind} ${count}`);
  const rows: readonly (readonly [string, string | number])[] = [
    ['store', store],
    ['seconds', result.seconds.toFixed(0)],
    ['faults', `${faults.join(', ')} (${result.missed} found nobody up)`],
    ['starts of an instance', `${result.starts} (${result.failedStarts.length} failed, without a database)`],
    ['acknowledged', `${result.messages}, ${result.underFaults} of them while faults happened`],
    ['tries', `${result.tries} (${result.repeats} beyond the first)`],
    ['leads', result.leads],
    ['settled after', `${result.settledMs} ms`],
    ...counted.map(([name, lines]): readonly [string, number] => [name, lines.length]),
  ];
  for (const [name, value] of rows) say(`  ${name.padEnd(22)} ${value}`);
  for (const [reason, lines] of Map.groupBy(result.failedStarts, (line) => line))
    say(`  start failed ${lines.length} times: ${reason}`);
  for (const [name, lines] of counted) {
    for (const line of lines.slice(0, 20)) say(`  ${name.toUpperCase()}: ${line}`);
  }
  return counted.every(([, lines]) => lines.length === 0);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
