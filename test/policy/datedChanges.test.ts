import { describe, expect, test } from '@jest/globals';
import { lookUp, nextChange, previousValue, sinceDate } from '../../src/policy/index.js';
import { addDays } from '../../src/policy/dates.js';
import { shippedTable } from './shippedTable.js';

const table = shippedTable();
const valueOn = (id: string, date: string): unknown => {
  const found = lookUp(table, id, date);
  return found.status === 'found' ? found.value : null;
};

/** Every change of a value that the law has made or announced: the parameter, the first day, the value before and from then on. */
const changes: readonly (readonly [string, string, number, number | null])[] = [
  ['vsi.subsidy.poor', '2018-01-01', 0, 30],
  ['vsi.subsidy.poor', '2025-07-01', 30, 50],
  ['vsi.subsidy.near_poor', '2018-01-01', 0, 25],
  ['vsi.subsidy.near_poor', '2025-07-01', 25, 40],
  ['vsi.subsidy.other', '2018-01-01', 0, 10],
  ['vsi.subsidy.other', '2025-07-01', 10, 20],
  ['vsi.investment_return', '2027-01-01', 0.31, null],
  ['poverty_line.rural', '2022-01-01', 700_000, 1_500_000],
  ['poverty_line.rural', '2027-01-01', 1_500_000, 2_200_000],
  ['poverty_line.rural', '2031-01-01', 2_200_000, null],
  ['poverty_line.urban', '2027-01-01', 2_000_000, 2_800_000],
  ['poverty_line.urban', '2031-01-01', 2_800_000, null],
  ['reference_level', '2016-05-01', 1_150_000, 1_210_000],
  ['reference_level', '2017-07-01', 1_210_000, 1_300_000],
  ['reference_level', '2018-07-01', 1_300_000, 1_390_000],
  ['reference_level', '2019-07-01', 1_390_000, 1_490_000],
  ['reference_level', '2023-07-01', 1_490_000, 1_800_000],
  ['reference_level', '2024-07-01', 1_800_000, 2_340_000],
  ['reference_level', '2026-07-01', 2_340_000, 2_530_000],
  ['hhi.benefit.near_poor', '2026-01-01', 95, 100],
  ['hhi.support.student', '2025-07-01', 30, 50],
  ['hhi.routing.outpatient_basic_former_provincial', '2026-07-01', 0, 50],
  ['hhi.routing.outpatient_specialised_former_provincial', '2026-07-01', 0, 50],
  ['retirement.male.years', '2024-01-01', 60, 61],
  ['retirement.male.years', '2028-01-01', 61, 62],
  ['retirement.male.months', '2022-01-01', 3, 6],
  ['retirement.male.months', '2023-01-01', 6, 9],
  ['retirement.male.months', '2024-01-01', 9, 0],
  ['retirement.male.months', '2025-01-01', 0, 3],
  ['retirement.male.months', '2026-01-01', 3, 6],
  ['retirement.male.months', '2027-01-01', 6, 9],
  ['retirement.male.months', '2028-01-01', 9, 0],
  ['retirement.female.years', '2023-01-01', 55, 56],
  ['retirement.female.years', '2026-01-01', 56, 57],
  ['retirement.female.years', '2029-01-01', 57, 58],
  ['retirement.female.years', '2032-01-01', 58, 59],
  ['retirement.female.years', '2035-01-01', 59, 60],
  ['retirement.female.months', '2022-01-01', 4, 8],
  ['retirement.female.months', '2023-01-01', 8, 0],
  ['retirement.female.months', '2024-01-01', 0, 4],
  ['retirement.female.months', '2025-01-01', 4, 8],
  ['retirement.female.months', '2026-01-01', 8, 0],
  ['retirement.female.months', '2027-01-01', 0, 4],
  ['retirement.female.months', '2028-01-01', 4, 8],
  ['retirement.female.months', '2029-01-01', 8, 0],
  ['retirement.female.months', '2030-01-01', 0, 4],
  ['retirement.female.months', '2031-01-01', 4, 8],
  ['retirement.female.months', '2032-01-01', 8, 0],
  ['retirement.female.months', '2033-01-01', 0, 4],
  ['retirement.female.months', '2034-01-01', 4, 8],
  ['retirement.female.months', '2035-01-01', 8, 0],
  ['hhi.local.quang_ninh.elder_age', '2031-01-01', 65, null],
  ['hhi.benefit.elder_social_pension', '2026-01-01', 80, 100],
  ['hhi.routing.outpatient_basic_50_69', '2026-07-01', 0, 50],
];

describe('every dated change: the day before, the day, the day after', () => {
  test.each(changes)('%s on %s: %s becomes %s', (id, day, before, after) => {
    expect([addDays(day, -1), day, addDays(day, 1)].map((date) => valueOn(id, date))).toEqual([
      before,
      after,
      after,
    ]);
    if (after === null) return;
    expect(nextChange(table, id, addDays(day, -1))).toMatchObject({ from: day, value: after });
    expect(sinceDate(table, id, day)).toBe(day);
    expect(previousValue(table, id, day)).toMatchObject({ value: before });
  });

  test('none is missing above', () => {
    const made = [...table.parameters.values()].flatMap(({ id, values }) =>
      values.flatMap(({ from, to, value }, at) => {
        if (typeof value !== 'number') return [];
        const before = values[at - 1];
        const changed = before !== undefined && before.value !== value;
        const ends = to !== undefined && values[at + 1] === undefined;
        return [...(changed ? [`${id} ${from}`] : []), ...(ends ? [`${id} ${addDays(to, 1)}`] : [])];
      }),
    );
    expect(made.toSorted()).toEqual(changes.map(([id, day]) => `${id} ${day}`).toSorted());
  });
});

describe('every parameter', () => {
  test.each([...table.parameters.values()].map(({ id, values }) => [id, values] as const))(
    '%s: holds from its first day on and without a gap to its last',
    (id, values) => {
      const [first] = values;
      expect(first).toBeDefined();
      expect(valueOn(id, addDays(first?.from ?? '', -1))).toBeNull();
      for (const { from, to, value } of values) {
        expect(valueOn(id, from)).toEqual(value);
        expect(valueOn(id, addDays(from, 1))).toEqual(value);
        if (to !== undefined) expect(valueOn(id, to)).toEqual(value);
      }
      const last = values.at(-1);
      if (last?.to !== undefined) expect(valueOn(id, addDays(last.to, 1))).toBeNull();
      else expect(valueOn(id, '2099-12-31')).toEqual(last?.value);
    },
  );
});
