import { setImmediate as nextLoop, setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { LoopWatch } from '../../src/http/LoopWatch.js';
import { Pressure, usualPressure } from '../../src/http/Pressure.js';

/** One job holds up everything else for so long. */
const jobMs = 700;

function work(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

describe('a process that comes late to its work', () => {
  let watch: LoopWatch;
  beforeEach(() => {
    watch = new LoopWatch();
  });
  afterEach(() => watch.close());

  const isTaken = (kind: 'writing' | 'reading'): boolean =>
    new Pressure(() => watch.lagMs).enter(kind).status === 'in';

  test('takes no new work after seconds of it, goes on reading, and takes work again when it is over', async () => {
    expect(isTaken('writing')).toBe(true);
    const until = performance.now() + 7_000;
    while (performance.now() < until) {
      work(jobMs);
      await nextLoop();
    }
    expect(watch.lagMs).toBeGreaterThan(usualPressure.writingLagMs);
    expect([isTaken('writing'), isTaken('reading')]).toEqual([false, true]);
    await sleep(2_500);
    expect(isTaken('writing')).toBe(true);
  }, 20_000);

  test('one long job is no overload', async () => {
    await sleep(4_500);
    work(1_500);
    await sleep(1_200);
    expect(isTaken('writing')).toBe(true);
  }, 20_000);
});
