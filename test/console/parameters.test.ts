import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { supportedGroups, voluntaryGroups } from '../../src/policy/index.js';
import { toRowBody, toRowForm } from '../../web/console/localSupport/rowForm.js';
import {
  addRow,
  dayBefore,
  dropRow,
  readFormRows,
  rowState,
  toFormRows,
  toParameterBody,
  type FormRow,
} from '../../web/console/parameters/formRows.js';
import { formatValue } from '../../web/console/publish/formatValue.js';
import { provinceChoices, provinceName } from '../../web/console/publish/provinces.js';
import { toInputText, toValue } from '../../web/console/publish/readValue.js';
import type { Unit } from '../../web/console/publish/records.js';

const readJson = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));

describe('a typed value', () => {
  test.each<readonly [Unit, string, unknown]>([
    ['vnd', '1.500.000', 1_500_000],
    ['vnd', '1500000', 1_500_000],
    ['vnd', '1 500 000 đ', 1_500_000],
    ['vnd', '1.5', '1.5'],
    ['vnd', '1,5', '1,5'],
    ['vnd', 'một triệu', 'một triệu'],
    ['vnd', '-1', '-1'],
    ['percent', '4,5', 4.5],
    ['percent', '4.5', 4.5],
    ['percent', ' 22 % ', 22],
    ['percent', '0,31', 0.31],
    ['multiple', '1,5', 1.5],
    ['months', '36', 36],
    ['text', ' 1900 9068 ', '1900 9068'],
    ['date', '2027-01-01', '2027-01-01'],
    ['table', '["near_poor"]', ['near_poor']],
    ['table', '["near_poor"', '["near_poor"'],
    ['vnd', '', ''],
  ])('%s %j is %j', (unit, typed, value) => {
    expect(toValue(unit, typed)).toEqual(value);
  });

  test('is what stood in the input before', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000_000 });
    const percent = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100);
    fc.assert(fc.property(amount, (value) => toValue('vnd', toInputText('vnd', value)) === value));
    fc.assert(fc.property(percent, (value) => toValue('percent', toInputText('percent', value)) === value));
  });

  test.each<readonly [Unit, unknown, string]>([
    ['vnd', 1_500_000, '1.500.000\u00a0đ'],
    ['percent', 0.31, '0,31%'],
    ['months', 1_200, 'parameters.counted.months 1.200'],
    ['date', '2027-01-01', '01/01/2027'],
    ['text', '30/9', '30/9'],
    ['table', { male: [] }, 'parameters.tableValue'],
    ['vnd', null, 'parameters.noValue'],
  ])('%s %j is read as %s', (unit, value, text) => {
    expect(
      formatValue(unit, value, (key, values) => [key, values?.['count']].filter(Boolean).join(' ')),
    ).toBe(text);
  });
});

describe('the rows of a parameter', () => {
  const row = (from: string, to: string, value = '1'): FormRow => ({
    from,
    to,
    value,
    basis: { document: 'Luật', article: '', clause: '', link: '' },
    note: '',
    reviewedOn: '2026-11-21',
    reviewBy: '',
  });
  const times = (rows: readonly FormRow[]) => rows.map(({ from, to }) => [from, to]);
  const add = (rows: readonly FormRow[], from: string) => {
    const added = addRow(rows, { from, value: '2', today: '2026-11-21' });
    if (added.status === 'taken') throw new Error('The day is taken.');
    return added;
  };

  test('take a new value: the one before ends the day before', () => {
    const added = add([row('2025-07-01', '')], '2027-03-01');
    expect(times(added.rows)).toEqual([
      ['2025-07-01', '2027-02-28'],
      ['2027-03-01', ''],
    ]);
    expect(added).toMatchObject({ index: 1, closed: '2027-02-28' });
    expect(added.rows[1]).toMatchObject({ value: '2', basis: { document: '' }, reviewedOn: '2026-11-21' });
  });

  test('take one in the middle, at the very beginning, and after a known end', () => {
    const rows = [row('2025-07-01', '2026-12-31'), row('2027-01-01', '2027-12-31')];
    expect(times(add(rows, '2026-02-01').rows)).toEqual([
      ['2025-07-01', '2026-01-31'],
      ['2026-02-01', '2026-12-31'],
      ['2027-01-01', '2027-12-31'],
    ]);
    expect(times(add(rows, '2025-01-01').rows)[0]).toEqual(['2025-01-01', '2025-06-30']);
    expect(add(rows, '2028-01-01')).toMatchObject({ closed: '' });
    // A known end is not moved unseen: the check tells of the gap.
    expect(times(add(rows, '2028-02-01').rows).slice(1)).toEqual([
      ['2027-01-01', '2027-12-31'],
      ['2028-02-01', ''],
    ]);
    expect(addRow(rows, { from: '2027-01-01', value: '', today: '2026-11-21' })).toEqual({ status: 'taken' });
  });

  test('stay without gap and overlap, whatever is added and taken out', () => {
    const day = fc
      .integer({ min: 0, max: 3_000 })
      .map((days) => new Date(Date.UTC(2024, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
    const step = fc.oneof(
      day.map((from) => ({ kind: 'add', from }) as const),
      fc.nat(20).map((index) => ({ kind: 'drop', index }) as const),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let rows: readonly FormRow[] = [row('2025-07-01', '')];
        for (const one of steps) {
          if (one.kind === 'drop') {
            if (rows.length > 1) rows = dropRow(rows, one.index % rows.length);
            continue;
          }
          const added = addRow(rows, { from: one.from, value: '2', today: '2026-11-21' });
          if (added.status === 'added') rows = added.rows;
        }
        rows.slice(0, -1).forEach(({ from, to }, index) => {
          expect(to).toBe(dayBefore(rows[index + 1]?.from ?? ''));
          expect(from <= to).toBe(true);
        });
        expect(rows.at(-1)?.to).toBe('');
      }),
    );
  });

  test('are the same after the form as before it', () => {
    const shape = z.object({
      parameters: z.array(
        z.looseObject({
          unit: z.enum(['vnd', 'percent', 'months', 'years', 'days', 'multiple', 'text', 'date', 'table']),
          label: z.object({ vi: z.string(), en: z.string() }),
          values: z.array(
            z.looseObject({
              from: z.string(),
              value: z.unknown(),
              basis: z.looseObject({ document: z.string() }),
              reviewedOn: z.string(),
            }),
          ),
        }),
      ),
    });
    for (const { unit, label, values } of shape.parse(readJson('content/parameters.json')).parameters) {
      const form = { label, values: toFormRows({ unit, values }), reason: ' vì ' };
      expect(readFormRows(form)).toEqual(form.values);
      const body = toParameterBody(unit, form);
      expect(withoutEmpty(body)).toEqual(withoutEmpty({ label, values, reason: 'vì' }));
    }
  });
  /** Empty texts count as left out, for the server as here. */
  function withoutEmpty(value: unknown): unknown {
    return JSON.parse(JSON.stringify(value, (_key, inner: unknown) => (inner === '' ? undefined : inner)));
  }

  test.each([
    ['2026-11-22', '', 'coming'],
    ['2026-11-21', '', 'current'],
    ['2025-01-01', '2026-11-21', 'current'],
    ['2025-01-01', '2026-11-20', 'past'],
  ])('from %s to %j are %s on 2026-11-21', (from, to, state) => {
    expect(rowState({ from, to }, '2026-11-21')).toBe(state);
  });
});

describe('a row of local support', () => {
  test('is sent as it was read, an unknown share as null and an empty text not at all', () => {
    const held = {
      id: 'vsi.hue.poor',
      scheme: 'vsi',
      province: 'hue',
      groups: ['poor'],
      percent: 12.5,
      from: '2026-01-01',
      basis: { document: 'Nghị quyết', article: '2' },
      doubtful: { vi: 'Chưa rõ.', en: 'Not settled.' },
      reviewedOn: '2026-11-21',
    } as const;
    expect(toRowBody(toRowForm(held))).toEqual({
      scheme: 'vsi',
      province: 'hue',
      groups: ['poor'],
      percent: 12.5,
      from: '2026-01-01',
      to: '',
      basis: { document: 'Nghị quyết', article: '2', clause: '', link: '' },
      ages: null,
      residence: null,
      withoutSupport: null,
      condition: null,
      doubtful: held.doubtful,
      reviewedOn: '2026-11-21',
      reason: '',
    });
    expect(toRowBody({ ...toRowForm(held), percentUnknown: true })).toMatchObject({ percent: null });
    const limits = { ages: { from: 'a', below: 'b' }, residence: 'permanent', withoutSupport: true } as const;
    expect(toRowBody(toRowForm({ ...held, ...limits }))).toMatchObject(limits);
  });

  test('can be for each of the 34 provinces', () => {
    expect(provinceChoices).toHaveLength(34);
    expect(new Set(provinceChoices.map(({ value }) => value)).size).toBe(34);
    expect([provinceName('dak-lak'), provinceName('ho-chi-minh'), provinceName('nowhere')]).toEqual([
      'Đắk Lắk',
      'Hồ Chí Minh',
      'nowhere',
    ]);
    for (const { value } of provinceChoices) expect(value).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  test('names only groups and provinces that have words', () => {
    const rows = z
      .object({ localSupport: z.array(z.looseObject({ groups: z.array(z.string()), province: z.string() })) })
      .parse(readJson('content/parameters.json')).localSupport;
    const { groups } = z
      .object({ console: z.object({ groups: z.record(z.string(), z.string()) }) })
      .parse(readJson('locales/vi/console.json')).console;
    const named = [...voluntaryGroups, ...supportedGroups, ...rows.flatMap((row) => row.groups)];
    expect([...new Set(named)].filter((group) => groups[group] === undefined)).toEqual([]);
    const places = provinceChoices.map(({ value }) => value);
    expect(rows.map(({ province }) => province).filter((province) => !places.includes(province))).toEqual([]);
  });
});
