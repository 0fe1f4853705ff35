import { afterEach, expect, test } from '@jest/globals';
import { storeNames } from '../support/storeNames.js';
import type { Ground } from './harness/Ground.js';
import { nothingWrong } from './harness/judge.js';
import { prepareGround } from './harness/prepareGround.js';
import type { FaultKind } from './harness/planFaults.js';
import { runFaults } from './harness/runFaults.js';

/** What each engine goes through here; `npm run faults` does all of it for longer. */
const kinds: Readonly<Record<(typeof storeNames)[number], readonly FaultKind[]>> = {
  sqlite: ['kill'],
  postgres: ['kill', 'pause', 'cut', 'hang'],
};
const leftOut =
  'the database killed (needs a server of its own), the disk full (needs root), clocks moved (needs libfaketime)';
const seed = 1;

let ground: Ground | undefined;
afterEach(async () => {
  await ground?.drop();
  ground = undefined;
});

test.each(storeNames)(
  'twenty citizens talk on %s while faults happen: nothing lost, nothing doubled',
  async (name) => {
    const prepared = await prepareGround(name, kinds[name]);
    ground = prepared.ground;
    expect(prepared.skipped).toEqual([]);
    const { verdict, falls, ...figures } = await runFaults(ground, {
      seed,
      durationMs: 12_000,
      kinds: kinds[name],
      citizens: 20,
      repeatShare: 0.1,
      messages: 200,
      killEveryMs: 500,
      leastLifeMs: 2_000,
      say: () => undefined,
    });
    process.stdout.write(
      `${name}, seed ${seed}: ${figures.messages} acknowledged (${figures.tries} tries), ${figures.leads} leads, faults ${JSON.stringify(figures.hits)}. SKIPPED here: ${leftOut}; see npm run faults\n`,
    );
    expect({ ...verdict, falls }).toEqual({ ...nothingWrong(), falls: [] });
    expect(figures.hits.kill).toBeGreaterThan(0);
    expect(figures.repeats).toBeGreaterThan(0);
  },
);
