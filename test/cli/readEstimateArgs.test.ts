import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readEstimateArgs } from '../../src/cli/readEstimateArgs.js';
import { estimators } from '../../src/estimates/index.js';

const inputOf = (line: string): unknown => readEstimateArgs(line.split(' ')).estimate.input;

describe('an estimate on the command line', () => {
  test.each([
    [
      'voluntary --income 1500000 --mode advance --years 5',
      { income: 1_500_000, mode: 'advance', years: 5, groups: [] },
    ],
    ['voluntary --income 1500000 --groups poor', { income: 1_500_000, groups: ['poor'] }],
    ['voluntary --groups poor,near_poor', { groups: ['poor', 'near_poor'] }],
    ['voluntary --groups ["poor"]', { groups: ['poor'] }],
    ['household --months 12', { members: [{ months: 12 }] }],
    ['household --months 12,6', { members: [{ months: 12 }, { months: 6 }] }],
    [
      'household --members [{"months":3}] --date 2026-11-21',
      { members: [{ months: 3 }], date: '2026-11-21' },
    ],
    ['supported --group pupil --months 12 --locale en', { group: 'pupil', months: 12, locale: 'en' }],
    ['pension --sex male --birth 1970-03', { sex: 'male', birth: '1970-03' }],
  ])('%s', (line, input) => {
    expect(inputOf(line)).toEqual(input);
  });

  test('fields may come from a file, and those typed go before', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'estimate-')), 'situation.json');
    writeFileSync(file, JSON.stringify({ income: 2_000_000, mode: 'monthly' }));
    expect(inputOf(`voluntary --input ${file} --income 3000000`)).toEqual({
      income: 3_000_000,
      mode: 'monthly',
      groups: [],
    });
  });

  test.each([
    ['', /voluntary, household/],
    ['weather', /voluntary, household/],
    ['voluntary --incomes 5', /--incomes/],
    ['voluntary --income much', /income/],
    ['voluntary --groups rich', /groups/],
    ['household --months 5', /members/],
    ['voluntary --input /no/such/file', /no\/such\/file/],
  ])('"%s" is refused with what is wrong', (line, message) => {
    expect(() => inputOf(line)).toThrow(message);
  });

  test('every kind can be asked for', () => {
    for (const { kind } of estimators) {
      expect(readEstimateArgs([kind]).estimate.kind).toBe(kind);
    }
  });
});
