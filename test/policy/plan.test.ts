import { describe, expect, test } from '@jest/globals';
import { pension } from '../../src/policy/index.js';
import { amountOf, assumptionCodes, optionOf, table, warningCodes } from './planSituations.js';

const date = '2026-11-21';

describe('an option is what its payments cost on their days', () => {
  test('Law 41/2024 article 31, Decree 159/2025 article 5: the lowest income month by month to the age of 62', () => {
    const option = optionOf({ incomes: [1_500_000], harvests: 2 }, 1_500_000, 'monthly');
    expect(
      option.segments.map(({ from, to, months, income, state, pay }) => [
        from,
        to,
        months,
        income,
        state,
        pay,
      ]),
    ).toEqual([
      ['2026-11', '2026-12', 2, 1_500_000, 132_000, 528_000],
      ['2027-01', '2036-10', 118, 2_200_000, 11_422_400, 45_689_600],
      ['2036-11', '2038-04', 18, 2_200_000, 0, 8_712_000],
      ['2038-05', '2038-05', 42, 2_200_000, 0, 21_742_085],
    ]);
    expect(option).toMatchObject({
      firstPayment: { months: 1, gross: 330_000, state: 66_000, local: 0, pay: 264_000 },
      arrears: { month: '2038-05', months: 42, gross: 21_742_085, state: 0, pay: 21_742_085 },
      total: { gross: 88_226_085, state: 11_554_400, local: 0, pay: 76_671_685 },
      ...{ averageIncome: 2_192_222, rate: 40, pension: 876_889, oneOff: null },
    });
  });

  test('Decree 159/2025 article 5 clause 5: a year paid in 2026 keeps its line and its income to its end', () => {
    const option = optionOf({ incomes: [1_500_000] }, 1_500_000, 'yearly');
    expect(
      option.segments.map(({ from, months, payments, income, pay }) => [from, months, payments, income, pay]),
    ).toEqual([
      ['2026-11', 12, 1, 1_500_000, 3_168_000],
      ['2027-11', 108, 9, 2_200_000, 41_817_600],
      ['2036-11', 12, 1, 2_200_000, 5_808_000],
      ['2037-11', 6, 6, 2_200_000, 2_904_000],
      ['2038-05', 42, 1, 2_200_000, 21_742_085],
    ]);
    expect(option.total.pay).toBe(75_439_685);
    expect(option.averageIncome).toBe(2_153_333);
  });

  test('Decree 159/2025 article 6: five years ahead first, whole years after it', () => {
    const option = optionOf({ incomes: [1_500_000] }, 1_500_000, 'advance');
    expect(option).toMatchObject({
      years: 5,
      firstPayment: { months: 60, gross: 18_098_148, state: 3_960_000, pay: 14_138_148, discount: 1_701_852 },
    });
    expect(option.segments.map(({ mode, months }) => [mode, months])).toEqual([
      ['advance', 60],
      ['yearly', 60],
      ['yearly', 12],
      ['monthly', 6],
      ['arrears', 42],
    ]);
  });

  test.each([
    ['1966-10', 23, undefined],
    ['1966-11', 24, 2],
    ['1967-10', 35, 2],
    ['1967-11', 36, 3],
    ['1969-10', 59, 4],
    ['1969-11', 60, 5],
    ['1976-05', 138, 5],
  ])('a man born %s has %d months to pay: %d years ahead', (birth, months, years) => {
    const { path, options } = amountOf({ birth, monthsPaid: 200, incomes: [3_000_000] }).figures;
    expect(path.payMonths).toBe(months);
    expect(options.find(({ mode }) => mode === 'advance')?.years).toBe(years);
  });

  test.each([
    ['under a year', { birth: '1965-12', monthsPaid: 200 }, ['monthly']],
    ['under two years', { birth: '1966-04', monthsPaid: 200 }, ['monthly', 'yearly']],
    ['two years', { birth: '1966-11', monthsPaid: 200 }, ['monthly', 'yearly', 'advance']],
    ['nothing but missing months', { birth: '1962-01', monthsPaid: 130 }, ['arrears']],
  ])('%s to pay: the ways that are open', (_, situation, modes) => {
    const { options } = amountOf({ ...situation, incomes: [3_000_000] }).figures;
    expect(options.map(({ mode }) => mode)).toEqual(modes);
  });

  test('Decree 159/2025 article 5 clause 2: support ends after 120 months in all', () => {
    const used = { supportedMonths: 118, incomes: [3_000_000] };
    expect(optionOf(used, 3_000_000, 'monthly').segments.map(({ months, state }) => [months, state])).toEqual(
      [
        [2, 132_000],
        [136, 0],
        [42, 0],
      ],
    );
    expect(amountOf(used).warnings).toContainEqual({
      code: 'plan_support_ends',
      operands: { max: { kind: 'number', value: 120 }, from: { kind: 'month', value: '2027-01' } },
    });
    expect(warningCodes({ birth: '1962-01', monthsPaid: 60 })).not.toContain('plan_support_ends');
  });

  test('the province adds its part as long as its resolution runs', () => {
    const option = optionOf({ province: 'quang-ninh', incomes: [3_000_000] }, 3_000_000, 'monthly');
    expect(option.segments.map(({ to, local }) => [to, local > 0])).toEqual([
      ['2026-12', true],
      ['2027-12', true],
      ['2036-10', false],
      ['2038-04', false],
      ['2038-05', false],
    ]);
  });

  test('the pension is the one that the estimate of a pension says for the average', () => {
    for (const option of amountOf({ monthsPaid: 60, averageIncome: 4_000_000 }).figures.options) {
      const outcome = pension(
        {
          date,
          sex: 'male',
          birth: '1976-05',
          averageIncome: option.averageIncome,
          monthsPaid: 60,
          monthsPlanned: 138,
        },
        table,
      );
      expect(outcome).toMatchObject({ figures: { rate: option.rate, pension: option.pension } });
    }
  });

  test('months paid count with their average, or else with the chosen income', () => {
    const base = { monthsPaid: 60, incomes: [3_000_000] };
    expect(optionOf(base, 3_000_000, 'monthly').averageIncome).toBe(3_000_000);
    expect(assumptionCodes(base)).toContain('plan_paid_months_alike');
    const told = { ...base, averageIncome: 1_020_000 };
    expect(optionOf(told, 3_000_000, 'monthly').averageIncome).toBe(
      Math.round((60 * 1_020_000 + 138 * 3_000_000) / 198),
    );
    expect(assumptionCodes(told)).not.toContain('plan_paid_months_alike');
  });

  test('months paid are taken as supported, unless it is told', () => {
    const base = { monthsPaid: 60, incomes: [3_000_000] };
    expect(assumptionCodes(base)).toContain('plan_paid_months_supported');
    expect(optionOf(base, 3_000_000, 'monthly').total.state).toBeLessThan(
      optionOf({ ...base, supportedMonths: 0 }, 3_000_000, 'monthly').total.state,
    );
    expect(assumptionCodes({ ...base, supportedMonths: 60 })).not.toContain('plan_paid_months_supported');
  });
});
