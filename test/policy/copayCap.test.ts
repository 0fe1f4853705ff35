import { describe, expect, test } from '@jest/globals';
import { coPayment, type CoPaymentSituation } from '../../src/policy/index.js';
import { codesOf } from './codesOf.js';
import { shippedTable } from './shippedTable.js';

const table = shippedTable();
const stay = {
  date: '2026-11-21',
  cost: 10_000_000,
  holder: 'household',
  setting: 'inpatient',
  facility: 'basic_50_69',
  inLine: true,
  fiveContinuousYears: true,
} as const;
const paid = (...amounts: readonly (readonly [string, number])[]) =>
  amounts.map(([date, amount]) => ({ date, amount }));

function visit(situation: Partial<CoPaymentSituation>) {
  const outcome = coPayment({ ...stay, ...situation }, table);
  if (outcome.status !== 'amount') throw new Error(JSON.stringify(outcome));
  return outcome;
}

describe('article 22 clause 1 d, Decree 188 article 18 clause 2: co-payments above six times the base salary', () => {
  test.each([
    ['nothing paid before', [], 'group', 2_000_000, 13_180_000],
    ['far below the cap', paid(['2026-08-01', 5_000_000]), 'group', 2_000_000, 8_180_000],
    ['exactly up to the cap with this visit', paid(['2026-08-01', 13_180_000]), 'group', 2_000_000, 0],
    ['a đồng beyond with this visit', paid(['2026-08-01', 13_180_001]), 'six_times_crossed', 1_999_999, 0],
    ['exactly at the cap before', paid(['2026-08-01', 15_180_000]), 'six_times_crossed', 0, 0],
    ['a đồng above the cap before', paid(['2026-08-01', 15_180_001]), 'six_times', 0, 0],
    ['in several visits', paid(['2026-08-01', 8_000_000], ['2026-09-01', 7_180_001]), 'six_times', 0, 0],
  ] as const)('%s', (_, copayThisYear, rule, patient, remainingToCap) => {
    const { figures } = visit({ copayThisYear });
    expect(figures).toMatchObject({ rule, patient, remainingToCap, fund: 10_000_000 - patient });
  });

  test.each([
    ['half of the old cap leaves half of the new one', 7_020_000, 7_590_000],
    ['a third that does not divide', 4_680_001, 10_119_999],
    ['nothing before', 0, 15_180_000],
  ])('base salary raised on 2026-07-01: %s', (_, before, left) => {
    const { figures, assumptions } = visit({
      cost: 0,
      copayThisYear: paid(['2026-06-30', before]),
    });
    expect(figures.remainingToCap).toBe(left);
    expect(codesOf(assumptions)).toContain('cap_rebased');
  });

  test.each([
    ['all of the old cap keeps the right', [['2026-06-30', 14_040_000]], 'six_times'],
    ['a đồng short of it does not', [['2026-06-30', 14_039_999]], 'six_times_crossed'],
    ['the same sum on the day of the change does not', [['2026-07-01', 14_040_000]], 'six_times_crossed'],
    [
      'both halves, exactly',
      [
        ['2026-06-30', 7_020_000],
        ['2026-07-01', 7_590_000],
      ],
      'six_times_crossed',
    ],
    [
      'both halves and a đồng',
      [
        ['2026-06-30', 7_020_000],
        ['2026-07-01', 7_590_001],
      ],
      'six_times',
    ],
    [
      'told in another order',
      [
        ['2026-07-01', 7_590_001],
        ['2026-06-30', 7_020_000],
      ],
      'six_times',
    ],
  ] as const)('base salary raised in the year: %s', (_, amounts, rule) => {
    expect(visit({ copayThisYear: paid(...amounts), cost: 80_000_000 }).figures.rule).toBe(rule);
  });

  test('on the last day of the old base salary the old cap holds', () => {
    expect(visit({ date: '2026-06-30', cost: 0 }).figures.remainingToCap).toBe(14_040_000);
    expect(visit({ date: '2026-07-01', cost: 0 }).figures.remainingToCap).toBe(15_180_000);
  });

  test('without five continuous years nothing is waived', () => {
    const copayThisYear = paid(['2026-08-01', 20_000_000]);
    expect(visit({ copayThisYear, fiveContinuousYears: false }).figures).toMatchObject({
      rule: 'group',
      patient: 2_000_000,
    });
    const untold = visit({ copayThisYear, fiveContinuousYears: undefined });
    expect(untold.figures.rule).toBe('group');
    expect(codesOf(untold.assumptions)).toContain('five_years_not_counted');
  });

  test('another year begins anew, and a later visit does not count yet', () => {
    const copayThisYear = paid(['2025-12-31', 20_000_000], ['2026-11-22', 20_000_000]);
    const { figures, warnings } = visit({ copayThisYear });
    expect(figures).toMatchObject({ rule: 'group', remainingToCap: 13_180_000 });
    expect(warnings).toContainEqual({
      code: 'copays_ignored',
      operands: { count: { kind: 'number', value: 2 } },
    });
  });

  test('a visit that does not count neither crosses the cap nor comes nearer to it', () => {
    const { figures } = visit({
      inLine: false,
      facility: 'specialised_former_central',
      copayThisYear: paid(['2026-08-01', 15_180_000]),
    });
    expect(figures).toMatchObject({
      rule: 'group',
      countsForCap: false,
      patient: 6_800_000,
      remainingToCap: 0,
    });
  });

  test('with the right, what the way takes away is still paid', () => {
    const { figures, warnings } = visit({
      setting: 'outpatient',
      inLine: false,
      copayThisYear: paid(['2026-08-01', 15_180_001]),
    });
    expect(figures).toMatchObject({ rule: 'six_times', copay: 0, selfPaid: 5_000_000, patient: 5_000_000 });
    expect(codesOf(warnings)).toEqual([
      'routing_by_facility',
      'level_out_of_line_doubtful',
      'only_rule_visits_count',
      'office_counts_five_years',
    ]);
  });
});

describe('Decree 188 article 57: a facility without contract', () => {
  test.each([
    ['outpatient', 'basic_50_69', 379_500],
    ['outpatient', 'basic_former_provincial', 379_500],
    ['inpatient', 'basic_50_69', 1_265_000],
    ['inpatient', 'basic_former_provincial', 2_530_000],
    ['inpatient', 'specialised_former_provincial', 6_325_000],
    ['inpatient', 'specialised_former_central', 6_325_000],
  ] as const)('%s, %s: at most %d comes back', (setting, facility, ceiling) => {
    const { figures, warnings } = visit({ setting, facility, contracted: false, copayThisYear: [] });
    expect(figures).toMatchObject({ directCeiling: ceiling, fund: ceiling, patient: 10_000_000 - ceiling });
    expect(figures.countsForCap).toBe(false);
    expect(codesOf(warnings)).toContain('direct_ceiling_unconfirmed');
  });

  test('below the ceiling the level decides', () => {
    const { figures } = visit({ contracted: false, cost: 1_000_000 });
    expect(figures).toMatchObject({ fund: 800_000, directCeiling: 1_265_000 });
  });

  test.each([
    ['an emergency', { setting: 'emergency' }, '2026-11-21'],
    ['a day on which no ceiling is known', {}, '2025-08-14'],
    ['inpatient care at first level', { facility: 'first_level' }, '2026-11-21'],
    [
      'outpatient care at specialised level',
      { setting: 'outpatient', facility: 'specialised_former_central' },
      '2026-11-21',
    ],
  ] as const)('%s: no ceiling is counted, and told', (_, situation, date) => {
    const { figures, warnings } = visit({ ...situation, date, contracted: false });
    expect(figures.directCeiling).toBeNull();
    expect(codesOf(warnings)).toContain('direct_ceiling_unknown');
  });

  test('the ceiling follows the base salary', () => {
    const ceilings = ['2026-06-30', '2026-07-01'].map(
      (date) => visit({ date, contracted: false }).figures.directCeiling,
    );
    expect(ceilings).toEqual([1_170_000, 1_265_000]);
  });

  test('with a contract nothing is said of it', () => {
    const codes = codesOf(visit({}).warnings);
    expect(codes.filter((code) => code.startsWith('direct_'))).toEqual([]);
  });
});
