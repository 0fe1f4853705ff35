import { describe, expect, test } from '@jest/globals';
import type { VoluntaryGroup } from '../../src/policy/index.js';
import { amountOf, outcomeOf, table as shipped } from './voluntarySituations.js';

const columns: readonly (readonly VoluntaryGroup[])[] = [['poor'], ['near_poor'], ['ethnic_minority'], []];

describe('P23: the lowest income by the day', () => {
  test.each([
    ['2021-12-31', 700_000, 154_000],
    ['2022-01-01', 1_500_000, 330_000],
    ['2026-12-31', 1_500_000, 330_000],
    ['2027-01-01', 2_200_000, 484_000],
  ])('%s: %d, contribution %d', (date, income, gross) => {
    expect(amountOf({ date, income }).figures.monthly.gross).toBe(gross);
    expect(outcomeOf({ date, income: income - 1 }).status).toBe('notEligible');
  });
});

describe('Decree 159/2025 article 5: State support', () => {
  test.each([
    [['poor'], 165_000],
    [['island'], 165_000],
    [['near_poor'], 132_000],
    [['ethnic_minority'], 99_000],
    [[], 66_000],
  ] as const)('%p at the floor of 2026 receive %d', (groups, state) => {
    const { monthly } = amountOf({ groups }).figures;
    expect(monthly).toEqual({ gross: 330_000, state, local: 0, pay: 330_000 - state });
  });

  test.each([
    [['ethnic_minority', 'near_poor'], 132_000],
    [['ethnic_minority', 'island'], 165_000],
    [['poor', 'near_poor'], 165_000],
  ] as const)('P16: of several groups %p the highest counts', (groups, state) => {
    expect(amountOf({ groups }).figures.monthly.state).toBe(state);
  });

  test('does not depend on the chosen income', () => {
    expect(amountOf({ income: 50_600_000 }).figures.monthly.state).toBe(66_000);
  });

  test.each([
    [119, 66_000],
    [120, 0],
  ])('after %d supported months the next month receives %d', (supportedMonths, state) => {
    const { monthly, period } = amountOf({ income: 3_000_000, supportedMonths }).figures;
    expect(monthly.state).toBe(state);
    expect(period.pay).toBe(660_000 - state);
  });

  test('months beyond the limit within a period are not supported', () => {
    const { figures, warnings } = amountOf({ mode: 'yearly', supportedMonths: 115 });
    expect(figures.period).toMatchObject({ months: 12, gross: 3_960_000, state: 5 * 66_000 });
    expect(warnings.find(({ code }) => code === 'support_limit_reached')?.operands).toMatchObject({
      supported: { value: 5 },
      unsupported: { value: 7 },
    });
  });

  test.each([
    ['5 years at the floor, other', 60, 15_840_000, 3_960_000],
    ['10 years at the floor, other', 120, 31_680_000, 7_920_000],
  ])('%s', (_, months, pay, state) => {
    const { monthly } = amountOf({}).figures;
    expect({ pay: monthly.pay * months, state: monthly.state * months }).toEqual({ pay, state });
  });
});

describe('Law 41/2024 article 36: monthly contribution by income and group', () => {
  test.each([
    ['2026-11-21', 1_500_000, 330_000, [165_000, 198_000, 231_000, 264_000]],
    ['2026-11-21', 2_000_000, 440_000, [275_000, 308_000, 341_000, 374_000]],
    ['2026-11-21', 2_200_000, 484_000, [319_000, 352_000, 385_000, 418_000]],
    ['2026-11-21', 3_000_000, 660_000, [495_000, 528_000, 561_000, 594_000]],
    ['2026-11-21', 5_000_000, 1_100_000, [935_000, 968_000, 1_001_000, 1_034_000]],
    ['2026-11-21', 10_000_000, 2_200_000, [2_035_000, 2_068_000, 2_101_000, 2_134_000]],
    ['2026-11-21', 20_000_000, 4_400_000, [4_235_000, 4_268_000, 4_301_000, 4_334_000]],
    ['2026-06-30', 46_800_000, 10_296_000, [10_131_000, 10_164_000, 10_197_000, 10_230_000]],
    ['2026-11-21', 50_600_000, 11_132_000, [10_967_000, 11_000_000, 11_033_000, 11_066_000]],
    ['2027-01-01', 2_200_000, 484_000, [242_000, 290_400, 338_800, 387_200]],
    ['2027-01-01', 3_000_000, 660_000, [418_000, 466_400, 514_800, 563_200]],
    ['2027-01-01', 5_000_000, 1_100_000, [858_000, 906_400, 954_800, 1_003_200]],
    ['2027-01-01', 10_000_000, 2_200_000, [1_958_000, 2_006_400, 2_054_800, 2_103_200]],
    ['2027-01-01', 50_600_000, 11_132_000, [10_890_000, 10_938_400, 10_986_800, 11_035_200]],
  ])('%s, income %d', (date, income, gross, pays) => {
    const results = columns.map((groups) => amountOf({ date, income, groups }).figures.monthly);
    expect(results.map(({ pay }) => pay)).toEqual(pays);
    expect(new Set(results.map((result) => result.gross))).toEqual(new Set([gross]));
    expect(amountOf({ date, income, supportedMonths: 120 }).figures.monthly.pay).toBe(gross);
  });

  test.each([
    ['quarterly', 3],
    ['half_yearly', 6],
    ['yearly', 12],
  ] as const)('%s multiplies without discount', (mode, months) => {
    expect(amountOf({ mode }).figures.period).toEqual({
      months,
      gross: 330_000 * months,
      state: 66_000 * months,
      local: 0,
      pay: 264_000 * months,
      discount: 0,
    });
  });

  test('rounds each amount once', () => {
    const { monthly, period } = amountOf({ income: 1_500_002, mode: 'yearly' }).figures;
    expect([monthly.gross, period.gross]).toEqual([330_000, 3_960_005]);
  });
});

describe('Decree 159/2025 article 6: years ahead, discounted; support taken off in full', () => {
  test.each([
    [1_500_000, 2, 7_644_801, 275_199, [3_684_801, 4_476_801, 5_268_801, 6_060_801]],
    [1_500_000, 3, 11_259_443, 620_557, [5_319_443, 6_507_443, 7_695_443, 8_883_443]],
    [1_500_000, 4, 14_742_290, 1_097_710, [6_822_290, 8_406_290, 9_990_290, 11_574_290]],
    [1_500_000, 5, 18_098_148, 1_701_852, [8_198_148, 10_178_148, 12_158_148, 14_138_148]],
    [2_000_000, 5, 24_130_864, 2_269_136, [14_230_864, 16_210_864, 18_190_864, 20_170_864]],
    [3_000_000, 2, 15_289_603, 550_397, [11_329_603, 12_121_603, 12_913_603, 13_705_603]],
    [3_000_000, 3, 22_518_885, 1_241_115, [16_578_885, 17_766_885, 18_954_885, 20_142_885]],
    [3_000_000, 5, 36_196_296, 3_403_704, [26_296_296, 28_276_296, 30_256_296, 32_236_296]],
    [5_000_000, 2, 25_482_671, 917_329, [21_522_671, 22_314_671, 23_106_671, 23_898_671]],
    [5_000_000, 3, 37_531_475, 2_068_525, [31_591_475, 32_779_475, 33_967_475, 35_155_475]],
    [5_000_000, 5, 60_327_161, 5_672_839, [50_427_161, 52_407_161, 54_387_161, 56_367_161]],
    [10_000_000, 5, 120_654_321, 11_345_679, [110_754_321, 112_734_321, 114_714_321, 116_694_321]],
  ])('income %d for %d years', (income, years, gross, discount, pays) => {
    const results = columns.map(
      (groups) => amountOf({ income, mode: 'advance', years, groups }).figures.period,
    );
    expect(results.map(({ pay }) => pay)).toEqual(pays);
    expect(results[0]).toMatchObject({ months: years * 12, gross, discount });
  });

  test('a near-poor person at 2,000,000 for five years: the example of the conversations', () => {
    const { period } = amountOf({
      income: 2_000_000,
      groups: ['near_poor'],
      mode: 'advance',
      years: 5,
    }).figures;
    expect(period).toEqual({
      months: 60,
      gross: 24_130_864,
      state: 7_920_000,
      local: 0,
      pay: 16_210_864,
      discount: 2_269_136,
    });
  });

  test.each(['2025-12-31', '2027-01-01'])(
    'is unknown on %s: no return is published for that year',
    (date) => {
      const income = 3_000_000;
      const outcome = outcomeOf({ date, income, mode: 'advance', years: 2 });
      expect(outcome).toMatchObject({
        status: 'unknownParameter',
        unknown: [{ id: 'vsi.investment_return', date }],
      });
    },
  );
});

describe('Decree 159/2025 article 7: missing months, compounded; support is doubtful and not taken off', () => {
  test.each([
    [1_500_000, [331_023, 2_001_594, 4_040_708, 8_234_320, 12_586_622, 17_103_618, 21_791_542]],
    [3_000_000, [662_046, 4_003_189, 8_081_416, 16_468_640, 25_173_244, 34_207_237, 43_583_084]],
    [5_000_000, [1_103_410, 6_671_981, 13_469_027, 27_447_733, 41_955_406, 57_012_062, 72_638_474]],
  ])('income %d for 1, 6, 12, 24, 36, 48 and 60 months', (income, grosses) => {
    const results = [1, 6, 12, 24, 36, 48, 60].map(
      (months) => amountOf({ income, mode: 'arrears', months, groups: ['poor'], province: 'ha-noi' }).figures,
    );
    expect(results.map(({ period }) => period.gross)).toEqual(grosses);
    for (const { monthly, period } of results) {
      expect(period).toMatchObject({ state: 0, local: 0, pay: period.gross, discount: 0 });
      expect(monthly.state).toBe(0);
    }
  });
});

describe('local support on top, as percent of the lowest contribution', () => {
  test.each([
    ['ha-noi', ['poor'], 1_500_000, 165_000, 0],
    ['ha-noi', ['near_poor'], 1_500_000, 198_000, 0],
    ['ha-noi', [], 1_500_000, 33_000, 231_000],
    ['ha-noi', [], 3_000_000, 33_000, 561_000],
    ['ha-noi', ['ethnic_minority'], 1_500_000, 33_000, 198_000],
    ['ho-chi-minh', ['poor'], 1_500_000, 99_000, 66_000],
    ['ho-chi-minh', ['near_poor'], 1_500_000, 82_500, 115_500],
    ['ho-chi-minh', [], 1_500_000, 0, 264_000],
    ['quang-ninh', ['poor'], 1_500_000, 99_000, 66_000],
    ['quang-ninh', [], 1_500_000, 66_000, 198_000],
    ['da-nang', ['poor'], 1_500_000, 0, 165_000],
  ] as const)('%s, %p, income %d: %d, to pay %d', (province, groups, income, local, pay) => {
    expect(amountOf({ province, groups, income }).figures.monthly).toMatchObject({ local, pay });
  });

  test('is never more than what is left: five years ahead at the floor in Hà Nội cost a poor household nothing', () => {
    const { figures, steps } = amountOf({ province: 'ha-noi', groups: ['poor'], mode: 'advance', years: 5 });
    expect(figures.period).toMatchObject({ gross: 18_098_148, state: 9_900_000, local: 8_198_148, pay: 0 });
    expect(steps.map(({ code }) => code)).toContain('local_share_capped');
  });

  test('ends with the State’s support', () => {
    expect(amountOf({ province: 'ha-noi', supportedMonths: 120 }).figures.monthly.local).toBe(0);
  });
});

describe('the former law, until 2025-06-30', () => {
  test.each([
    ['2018-01-01', 700_000, ['poor'], 46_200],
    ['2021-12-31', 700_000, ['poor'], 46_200],
    ['2021-12-31', 700_000, ['near_poor'], 38_500],
    ['2021-12-31', 700_000, [], 15_400],
    ['2022-01-01', 1_500_000, ['poor'], 99_000],
    ['2025-06-30', 1_500_000, ['poor'], 99_000],
    ['2025-07-01', 1_500_000, ['poor'], 165_000],
    ['2025-06-30', 1_500_000, ['near_poor'], 82_500],
    ['2025-07-01', 1_500_000, ['near_poor'], 132_000],
    ['2025-06-30', 1_500_000, [], 33_000],
    ['2025-07-01', 1_500_000, [], 66_000],
  ] as const)('%s at %d, %p: %d', (date, income, groups, state) => {
    const { gross, pay, ...shares } = amountOf({ date, income, groups }).figures.monthly;
    expect(shares).toEqual({ state, local: 0 });
    expect(pay).toBe(gross - state);
  });

  test.each([
    ['ethnic_minority', '2025-06-30', 33_000, 'vsi.subsidy.other'],
    ['ethnic_minority', '2025-07-01', 99_000, 'vsi.subsidy.ethnic_minority'],
    ['island', '2025-06-30', 33_000, 'vsi.subsidy.other'],
    ['island', '2025-07-01', 165_000, 'vsi.subsidy.island'],
  ] as const)('had no rate of its own for %s: on %s %d', (group, date, state, id) => {
    const { figures, parameters } = amountOf({ date, groups: [group] });
    expect(figures.monthly.state).toBe(state);
    expect(parameters.map((parameter) => parameter.id)).toContain(id);
  });

  test.each([
    ['2016-01-01', []],
    ['2017-12-31', ['poor']],
    ['2017-12-31', ['ethnic_minority', 'near_poor']],
  ] as const)('on %s nobody was supported yet, %p', (date, groups) => {
    const { figures, steps, warnings } = amountOf({ date, groups, income: 700_000, mode: 'yearly' });
    expect(figures.monthly).toEqual({ gross: 154_000, state: 0, local: 0, pay: 154_000 });
    expect(figures.period).toMatchObject({ gross: 1_848_000, state: 0, pay: 1_848_000 });
    expect(steps.map(({ code }) => code)).not.toContain('state_share');
    expect(warnings).toContainEqual({
      code: 'no_support_on_date',
      operands: { date: { kind: 'date', value: date } },
    });
  });

  test.each([
    [['near_poor'], 40, 132_000],
    [['poor'], 50, 165_000],
  ] as const)(
    'P17: a district of Hà Nội in 2022 added for %p %d %% of the lowest contribution',
    (groups, share, local) => {
      const table = tableWithLocal({ groups, percent: share, from: '2022-01-01' });
      const { monthly } = amountOf({ date: '2022-06-01', groups, province: 'ha-noi' }, table).figures;
      expect(monthly).toMatchObject({ gross: 330_000, local });
    },
  );
});

describe('Hà Nội, other participants: two readings of the city’s share', () => {
  test('P24: with twice the share of the resolution a month would cost 198,000', () => {
    const table = tableWithLocal({ groups: ['other'], percent: 20, from: '2026-01-01' });
    expect(amountOf({ province: 'ha-noi' }, table).figures.monthly).toEqual({
      gross: 330_000,
      state: 66_000,
      local: 66_000,
      pay: 198_000,
    });
  });

  test('the resolution is followed, and the doubt told', () => {
    const { figures, warnings } = amountOf({ province: 'ha-noi' });
    expect(figures.monthly.pay).toBe(231_000);
    expect(warnings).toContainEqual({
      code: 'local_support_doubtful',
      operands: { doubt: { kind: 'localDoubt', value: 'vsi.ha-noi.other' } },
    });
  });
});

/** The shipped table with one row of local support, for Hà Nội, instead of its own. */
function tableWithLocal(row: Readonly<{ groups: readonly string[]; percent: number; from: string }>) {
  const [first] = shipped.localSupport;
  if (first === undefined) throw new Error('The table has no local support.');
  return { ...shipped, localSupport: [{ ...first, id: 'vsi.ha-noi.test', province: 'ha-noi', ...row }] };
}
