import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { Gathering } from '../../src/records/index.js';

type Item = Readonly<{ id: string; value: number }>;

function add(gathering: Gathering<Item, number>, id: string, value = 0): Promise<number | undefined> {
  return gathering.add(id, () => ({ id, value }));
}

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}

describe('work that shares a statement', () => {
  test('that comes at once goes at once, and each gets its own result', async () => {
    const groups: string[][] = [];
    const doubling = new Gathering<Item, number>(async (items) => {
      groups.push(items.map(({ id }) => id));
      return new Map(items.map(({ id, value }) => [id, value * 2]));
    });
    const results = await Promise.all([1, 2, 3].map((value) => add(doubling, `c${value}`, value)));
    expect(results).toEqual([2, 4, 6]);
    expect(groups).toEqual([['c1', 'c2', 'c3']]);
  });

  test('what the statement leaves out has no result', async () => {
    const picky = new Gathering<Item, number>(async () => new Map([['a', 7]]));
    expect(await Promise.all([add(picky, 'a'), add(picky, 'b')])).toEqual([7, undefined]);
  });

  test('two of one conversation never share a statement, and keep their order', async () => {
    const groups: number[][] = [];
    const gathering = new Gathering<Item, number>(async (items) => {
      groups.push(items.map(({ value }) => value));
      await sleep(5);
      return new Map(items.map(({ id, value }) => [id, value]));
    });
    const results = await Promise.all([
      add(gathering, 'a', 1),
      add(gathering, 'a', 2),
      add(gathering, 'b', 3),
      add(gathering, 'a', 4),
    ]);
    expect(results).toEqual([1, 2, 3, 4]);
    expect(groups).toEqual([[1, 3], [2], [4]]);
  });

  test('a hundred go in two statements', async () => {
    const sizes: number[] = [];
    const gathering = new Gathering<Item, number>(async (items) => {
      sizes.push(items.length);
      return new Map(items.map(({ id, value }) => [id, value]));
    });
    const all = Array.from({ length: 100 }, (_, value) => value);
    expect(await Promise.all(all.map((value) => add(gathering, `c${value}`, value)))).toEqual(all);
    expect(sizes).toEqual([64, 36]);
  });

  test('one for which the statement fails fails alone', async () => {
    const gathering = new Gathering<Item, number>(async (items) => {
      if (items.some(({ value }) => value === 2)) throw failure('22021');
      return new Map(items.map(({ id, value }) => [id, value]));
    });
    const results = await Promise.allSettled([1, 2, 3].map((value) => add(gathering, `c${value}`, value)));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  test('where the store itself is away, all are told and nothing is tried again', async () => {
    let runs = 0;
    const gathering = new Gathering<Item, number>(async () => {
      runs += 1;
      throw failure('ECONNREFUSED');
    });
    const results = await Promise.allSettled(['a', 'b', 'c'].map((id) => add(gathering, id)));
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(runs).toBe(1);
  });

  test('a database that knows no such statement is asked once', async () => {
    let runs = 0;
    const gathering = new Gathering<Item, number>(async () => {
      runs += 1;
      throw failure('0A000');
    });
    expect(await Promise.all([add(gathering, 'a'), add(gathering, 'b')])).toEqual([undefined, undefined]);
    expect(await add(gathering, 'c')).toBeUndefined();
    expect(runs).toBe(1);
  });

  test('a store that is slow is asked by few at a time, and nobody waits long for one to begin', async () => {
    const slowMs = 1_000;
    let running = 0;
    let most = 0;
    let statements = 0;
    const gathering = new Gathering<Item, number>(async (items) => {
      statements += 1;
      running += 1;
      most = Math.max(most, running);
      await sleep(slowMs);
      running -= 1;
      return new Map(items.map(({ id, value }) => [id, value]));
    });
    const waiting: Promise<number | undefined>[] = [];
    for (let count = 0; count < 150; count += 1) {
      waiting.push(add(gathering, `c${count}`, count));
      await sleep(20);
    }
    expect(await Promise.all(waiting)).toEqual(Array.from({ length: 150 }, (_, count) => count));
    expect(most).toBeLessThanOrEqual(6);
    // In about four seconds: with one after the other there would be four, with one for each item 150.
    expect(statements).toBeGreaterThan(8);
    expect(statements).toBeLessThan(40);
  });

  test('what comes for one that is on its way waits until that is done, and is made only then', async () => {
    let last = 0;
    const gathering = new Gathering<Item, number>(async (items) => {
      await sleep(5);
      return new Map(items.map(({ id, value }) => [id, value]));
    });
    const next = async (): Promise<void> => {
      const given = await gathering.add('a', () => ({ id: 'a', value: last + 1 }));
      last = given ?? last;
    };
    await Promise.all([next(), next(), next()]);
    expect(last).toBe(3);
  });

  test('one that never comes back holds up nobody else', async () => {
    const gathering = new Gathering<Item, number>(async (items) => {
      if (items.some(({ id }) => id === 'stuck')) await new Promise(() => undefined);
      return new Map(items.map(({ id, value }) => [id, value]));
    });
    void add(gathering, 'stuck');
    await sleep(1);
    expect(await Promise.all([1, 2, 3].map((value) => add(gathering, `c${value}`, value)))).toEqual([
      1, 2, 3,
    ]);
  });
});
