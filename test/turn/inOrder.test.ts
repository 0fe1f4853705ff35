import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { InOrder } from '../../src/turn/InOrder.js';

describe('work on the same thing', () => {
  test('goes as it came, however long each takes, and beside work on others', async () => {
    const line = new InOrder();
    const ended: string[] = [];
    const work = (id: string, name: string, ms: number) =>
      line.run(id, async () => {
        await sleep(ms);
        ended.push(name);
        return name;
      });
    const all = await Promise.all([
      work('a', 'first', 40),
      work('a', 'second', 0),
      work('b', 'beside', 1),
      work('a', 'third', 0),
    ]);
    expect(all).toEqual(['first', 'second', 'beside', 'third']);
    expect(ended).toEqual(['beside', 'first', 'second', 'third']);
  });

  test('goes on after what failed, which fails alone', async () => {
    const line = new InOrder();
    const results = await Promise.allSettled([
      line.run('a', () => Promise.reject(new Error('full'))),
      line.run('a', () => Promise.resolve('stored')),
    ]);
    expect(results).toMatchObject([
      { status: 'rejected', reason: { message: 'full' } },
      { status: 'fulfilled', value: 'stored' },
    ]);
    expect(await line.run('a', () => Promise.resolve('later'))).toBe('later');
  });
});
