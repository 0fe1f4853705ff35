import { describe, expect, test } from '@jest/globals';
import { figure, listReferences, nextChange, previousValue, sinceDate } from '../../src/policy/index.js';
import { shippedTable } from './shippedTable.js';

const table = shippedTable();
const today = '2026-11-21';

describe('values by day', () => {
  test.each([
    ['poverty_line.rural', '2021-12-31', 700_000],
    ['poverty_line.rural', '2022-01-01', 1_500_000],
    ['poverty_line.rural', '2025-12-31', 1_500_000],
    ['poverty_line.rural', '2026-01-01', 1_500_000],
    ['poverty_line.rural', '2026-12-31', 1_500_000],
    ['poverty_line.rural', '2027-01-01', 2_200_000],
    ['poverty_line.rural', '2027-01-02', 2_200_000],
    ['poverty_line.rural', '2030-12-31', 2_200_000],
    ['reference_level', '2023-06-30', 1_490_000],
    ['reference_level', '2023-07-01', 1_800_000],
    ['reference_level', '2024-06-30', 1_800_000],
    ['reference_level', '2024-07-01', 2_340_000],
    ['reference_level', '2026-06-30', 2_340_000],
    ['reference_level', '2026-07-01', 2_530_000],
    ['figure.vsi.floor_gross', '2026-12-31', 330_000],
    ['figure.vsi.floor_gross', '2027-01-01', 484_000],
    ['figure.vsi.ceiling_gross', '2026-06-30', 10_296_000],
    ['figure.vsi.ceiling_gross', '2026-07-01', 11_132_000],
    ['hhi.benefit.near_poor', '2025-12-31', 95],
    ['hhi.benefit.near_poor', '2026-01-01', 100],
    ['hhi.routing.outpatient_basic_former_provincial', '2026-06-30', 0],
    ['hhi.routing.outpatient_basic_former_provincial', '2026-07-01', 50],
    ['hotline', today, '1900 9068'],
    ['household_business.compulsory_from', today, '2029-07-01'],
    ['figure.vsi.floor_pay.other', today, 264_000],
    ['figure.vsi.daily_saving.other', today, 8_800],
    ['figure.vsi.daily_saving.poor', today, 5_500],
    ['figure.hhi.quarterly.p2', today, 239_085],
    ['figure.hhi.household_yearly.n4', today, 3_825_360],
    ['figure.hhi.small_visit', today, 379_500],
    ['figure.hhi.small_visit', '2026-06-30', 351_000],
    ['figure.hhi.copay_cap', today, 15_180_000],
    ['figure.hhi.copay_cap', '2026-06-30', 14_040_000],
    ['figure.hhi.support_pay_yearly.near_poor', today, 409_860],
    ['figure.hhi.support_state_yearly.farm', today, 409_860],
    ['figure.hhi.support_pay_monthly.student', today, 56_925],
  ])('%s on %s is %p', (reference, date, value) => {
    expect(figure(table, reference, date)).toMatchObject({ status: 'found', value });
  });

  test('a day without a value and a reference that does not exist are told apart', () => {
    expect(figure(table, 'figure.vsi.floor_gross', '2031-01-01')).toMatchObject({
      status: 'unknown',
      unknown: [{ id: 'poverty_line.rural' }],
    });
    expect(figure(table, 'figure.vsi.nothing', today).status).toBe('noSuchReference');
    expect(figure(table, 'nothing', today).status).toBe('noSuchReference');
  });
});

describe('changes', () => {
  test.each([
    ['poverty_line.rural', '2026-12-31', { from: '2027-01-01', value: 2_200_000 }],
    ['poverty_line.rural', '2027-01-01', null],
    ['poverty_line.rural', '2023-01-01', { from: '2027-01-01', value: 2_200_000 }],
    ['figure.vsi.subsidy.other', today, { from: '2027-01-01', value: 96_800 }],
    ['figure.vsi.subsidy.other', '2025-06-30', { from: '2025-07-01', value: 66_000 }],
    ['vsi.investment_return', today, null],
    ['vsi.investment_return', '2025-06-01', { from: '2026-01-01', value: 0.31 }],
    ['figure.hhi.yearly.p1', today, null],
  ])('the next of %s after %s', (reference, date, expected) => {
    const change = nextChange(table, reference, date);
    if (expected === null) expect(change).toBeNull();
    else expect(change).toMatchObject(expected);
  });

  test.each([
    ['poverty_line.rural', today, '2022-01-01'],
    ['reference_level', today, '2026-07-01'],
    ['figure.vsi.floor_gross', today, '2022-01-01'],
    ['figure.vsi.subsidy.other', today, '2025-07-01'],
    ['vsi.investment_return', '2027-01-01', null],
  ])('%s on %s has held since %s', (reference, date, since) => {
    expect(sinceDate(table, reference, date)).toBe(since);
  });

  test.each([
    ['reference_level', { from: '2024-07-01', value: 2_340_000 }],
    ['figure.vsi.subsidy.other', { value: 33_000 }],
    ['hotline', null],
  ])('before today’s value of %s', (reference, expected) => {
    const before = previousValue(table, reference, today);
    if (expected === null) expect(before).toBeNull();
    else expect(before).toMatchObject(expected);
  });
});

test('every listed reference has a value today', () => {
  const references = listReferences(table);
  expect(references.length).toBeGreaterThan(150);
  expect(new Set(references.map(({ reference }) => reference)).size).toBe(references.length);
  const missing = references.filter(({ reference }) => figure(table, reference, today).status !== 'found');
  expect(missing).toEqual([]);
});

describe('local support by reference', () => {
  test.each([
    ['vsi.local.ha_noi.near_poor', 60],
    ['vsi.local.ho_chi_minh.poor', 30],
    ['hhi.local.hue.near_poor', 30],
  ])('%s is %d', (reference, value) => {
    expect(figure(table, reference, today)).toMatchObject({ status: 'found', unit: 'percent', value });
  });

  test('begins on its day and is no reference where nothing is known', () => {
    expect(figure(table, 'vsi.local.ha_noi.poor', '2025-12-31').status).toBe('unknown');
    expect(nextChange(table, 'vsi.local.ha_noi.poor', '2025-12-31')).toMatchObject({
      from: '2026-01-01',
      value: 50,
    });
    expect(figure(table, 'vsi.local.can_tho.poor', today).status).toBe('noSuchReference');
    expect(figure(table, 'hhi.local.da_nang.near_poor', today).status).toBe('noSuchReference');
  });
});
