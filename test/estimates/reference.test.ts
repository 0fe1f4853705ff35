import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  estimateVoluntary,
  openReference,
  shortReference,
  signReference,
} from '../../src/estimates/index.js';
import { estimateDeps } from './estimateDeps.js';

const key = 'test key';
const content = {
  kind: 'voluntary',
  input: { date: '2026-11-21', income: 2_000_000, groups: ['near_poor'], mode: 'monthly' },
  tableVersion: 'v7',
} as const;
const reference = signReference(content, key);

describe('a reference', () => {
  test('opens to what was signed and can stand in an address', () => {
    const { kind, input, tableVersion } = content;
    expect(openReference(reference, key)).toMatchObject({
      status: 'ok',
      tableVersion,
      estimate: { kind, input },
    });
    expect(encodeURIComponent(reference)).toBe(reference);
    expect(reference.length).toBeLessThan(220);
  });

  test('carries the day that was meant by today, and yields the same estimate on any later day', () => {
    const deps = estimateDeps();
    const estimate = estimateVoluntary({ income: 2_000_000, groups: [], mode: 'advance', years: 3 }, deps);
    if (estimate.status !== 'amount') throw new Error(estimate.status);
    const opened = openReference(estimate.reference, deps.signingKey);
    if (opened.status !== 'ok') throw new Error(opened.status);
    expect(opened.tableVersion).toBe(deps.tableVersion);
    expect(opened.estimate.run({ ...deps, today: '2028-01-01' })).toEqual(estimate);
  });

  test.each([
    ['voluntary', { income: 1_500_000, groups: [], mode: 'monthly' }],
    ['household', { members: [{ months: 12 }] }],
    ['supported', { group: 'pupil', months: 12 }],
    [
      'pension',
      { sex: 'male', birth: '1976-05', averageIncome: 1_500_000, monthsPaid: 0, monthsPlanned: 200 },
    ],
  ] as const)('of each kind opens again: %s', (kind, input) => {
    const opened = openReference(signReference({ kind, input, tableVersion: 'v1' }, key), key);
    if (opened.status !== 'ok') throw new Error(opened.status);
    expect(opened.estimate.run(estimateDeps())).toMatchObject({ status: 'amount' });
  });

  test('changed in any place is invalid', () => {
    const places = fc.integer({ min: 0, max: reference.length - 1 });
    fc.assert(
      fc.property(places, fc.constantFrom(...'Aa0_-.~ é'), (place, character) => {
        const changed = reference.slice(0, place) + character + reference.slice(place + 1);
        fc.pre(changed !== reference);
        expect(openReference(changed, key)).toEqual({ status: 'invalid' });
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['empty', ''],
    ['without signature', reference.split('.')[0] ?? ''],
    ['cut', reference.slice(0, -1)],
    ['with an empty signature', `${reference.split('.')[0]}.`],
    ['lengthened', `${reference}A`],
    ['huge', 'A'.repeat(1_000_000)],
    ['signed with another key', signReference(content, 'other key')],
    [
      'signed by us for an input that no longer fits',
      signReference({ ...content, input: { incomes: 1 } }, key),
    ],
    ['signed by us for a kind that is not known', signReference({ ...content, kind: 'unheard' }, key)],
  ])('%s is invalid', (_, text) => {
    expect(openReference(text, key)).toEqual({ status: 'invalid' });
  });

  test('may be signed with bytes', () => {
    const bytes = new Uint8Array(32).fill(7);
    expect(openReference(signReference(content, bytes), bytes).status).toBe('ok');
  });
});

describe('a short reference', () => {
  const short = shortReference(reference);

  test('opens to what the long one opens to, in half the characters, and is its own short one', () => {
    const [long, opened] = [openReference(reference, key), openReference(short, key)];
    if (long.status !== 'ok' || opened.status !== 'ok') throw new Error(opened.status);
    expect(opened.estimate.input).toEqual(long.estimate.input);
    expect({ ...opened, estimate: opened.estimate.kind }).toEqual({ ...long, estimate: long.estimate.kind });
    expect(short).toMatch(/^[\w-]+$/);
    expect(short.length).toBeLessThan(reference.length / 2);
    expect(shortReference(short)).toBe(short);
  });

  test('printed by an earlier release still opens', () => {
    const printed = 'AQZwcHG9TErNWvMSlPU05MJDDcYycxSjIQFnZIgSdChBArPNyABeqqBZAAA';
    expect(openReference(printed, key)).toMatchObject({ status: 'ok', estimate: { input: content.input } });
  });

  test('changed in any place is invalid, or a spelling of the same', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: short.length - 1 }),
        fc.constantFrom(...'Aa0_-.~ é'),
        (place, character) => {
          const opened = openReference(short.slice(0, place) + character + short.slice(place + 1), key);
          if (opened.status === 'ok') expect(opened.estimate.input).toEqual(content.input);
          else expect(opened).toEqual({ status: 'invalid' });
        },
      ),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['cut', short.slice(0, -4)],
    ['without content', short.slice(0, 24)],
    ['of a later way to pack', `Ag${short.slice(2)}`],
    ['signed with another key', shortReference(signReference(content, 'other key'))],
    [
      'that unpacks to far more than a reference holds',
      shortReference(signReference({ ...content, tableVersion: 'v'.repeat(1_000_000) }, key)),
    ],
  ])('%s is invalid', (_, text) => {
    expect(openReference(text, key)).toEqual({ status: 'invalid' });
  });
});
