import { describe, expect, test } from '@jest/globals';
import { figure, pension, retirementOf, type PensionSituation } from '../../src/policy/index.js';
import { shippedTable } from './shippedTable.js';

const table = shippedTable();
const date = '2026-11-21';

function amountOf(situation: Partial<PensionSituation>) {
  const complete = {
    date,
    birth: '1980-01',
    sex: 'female',
    averageIncome: 3_000_000,
    monthsPaid: 0,
    monthsPlanned: 180,
  } as const;
  const outcome = pension({ ...complete, ...situation }, table);
  if (outcome.status !== 'amount') throw new Error(JSON.stringify(outcome));
  return outcome;
}

describe('Labour Code article 169 clause 2: retirement age by month of birth', () => {
  test.each([
    ['male', '1964-01', 61, 3, '2025-04'],
    ['male', '1964-09', 61, 3, '2025-12'],
    ['male', '1964-10', 61, 6, '2026-04'],
    ['male', '1965-06', 61, 6, '2026-12'],
    ['male', '1965-07', 61, 9, '2027-04'],
    ['male', '1966-03', 61, 9, '2027-12'],
    ['male', '1966-04', 62, 0, '2028-04'],
    ['male', '1976-05', 62, 0, '2038-05'],
    ['female', '1968-09', 56, 8, '2025-05'],
    ['female', '1969-04', 56, 8, '2025-12'],
    ['female', '1969-05', 57, 0, '2026-05'],
    ['female', '1969-12', 57, 0, '2026-12'],
    ['female', '1970-01', 57, 4, '2027-05'],
    ['female', '1970-08', 57, 4, '2027-12'],
    ['female', '1970-09', 57, 8, '2028-05'],
    ['female', '1971-04', 57, 8, '2028-12'],
    ['female', '1971-05', 58, 0, '2029-05'],
    ['female', '1972-01', 58, 4, '2030-05'],
    ['female', '1972-09', 58, 8, '2031-05'],
    ['female', '1973-05', 59, 0, '2032-05'],
    ['female', '1974-01', 59, 4, '2033-05'],
    ['female', '1974-09', 59, 8, '2034-05'],
    ['female', '1975-04', 59, 8, '2034-12'],
    ['female', '1975-05', 60, 0, '2035-05'],
  ] as const)('%s born %s: %d years %d months, in %s', (sex, birth, years, months, month) => {
    expect(retirementOf({ date, sex, birth }, table)).toMatchObject({
      retirement: { age: { years, months }, month },
    });
  });
});

describe('Law 41/2024 article 99: rate and pension', () => {
  test.each([
    [1_500_000, [675_000, 825_000, 975_000, 1_125_000], [600_000, 675_000, 825_000, 975_000, 1_125_000]],
    [
      2_200_000,
      [990_000, 1_210_000, 1_430_000, 1_650_000],
      [880_000, 990_000, 1_210_000, 1_430_000, 1_650_000],
    ],
    [
      3_000_000,
      [1_350_000, 1_650_000, 1_950_000, 2_250_000],
      [1_200_000, 1_350_000, 1_650_000, 1_950_000, 2_250_000],
    ],
    [
      5_000_000,
      [2_250_000, 2_750_000, 3_250_000, 3_750_000],
      [2_000_000, 2_250_000, 2_750_000, 3_250_000, 3_750_000],
    ],
    [
      10_000_000,
      [4_500_000, 5_500_000, 6_500_000, 7_500_000],
      [4_000_000, 4_500_000, 5_500_000, 6_500_000, 7_500_000],
    ],
  ])('average %d: women and men from 15 years on in steps of five', (averageIncome, women, men) => {
    const pensions = (sex: 'female' | 'male', count: number): (number | null)[] =>
      Array.from(
        { length: count },
        (_, index) => amountOf({ sex, averageIncome, monthsPlanned: 180 + index * 60 }).figures.pension,
      );
    expect(pensions('female', 4)).toEqual(women);
    expect(pensions('male', 5)).toEqual(men);
  });

  test.each([
    ['male', 17 * 12, 42],
    ['male', 19 * 12, 44],
    ['male', 19 * 12 + 6, 44.5],
    ['male', 19 * 12 + 7, 45],
    ['male', 20 * 12, 45],
    ['male', 20 * 12 + 1, 46],
    ['male', 35 * 12, 75],
    ['male', 40 * 12, 75],
    ['female', 20 * 12, 55],
    ['female', 15 * 12 + 1, 46],
    ['female', 15 * 12 + 7, 47],
    ['female', 30 * 12, 75],
    ['female', 35 * 12, 75],
  ] as const)('%s after %d months: %d %%', (sex, monthsPaid, rate) => {
    expect(amountOf({ sex, monthsPaid, monthsPlanned: 0 }).figures.rate).toBe(rate);
  });

  test('a man with 17 years and an average of 10,000,000 receives 4,200,000', () => {
    expect(amountOf({ sex: 'male', averageIncome: 10_000_000, monthsPlanned: 204 }).figures.pension).toBe(
      4_200_000,
    );
  });
});

describe('Law 41/2024 article 98: fifteen full years', () => {
  test('179 months are one short, however they round', () => {
    expect(amountOf({ monthsPlanned: 179 }).figures).toMatchObject({
      pension: null,
      rate: null,
      shortfallMonths: 1,
    });
    expect(amountOf({ monthsPlanned: 180 }).figures.shortfallMonths).toBe(0);
  });

  test('a man of May 1976 who pays from now to his retirement lacks three and a half years and may pay them at once', () => {
    const { figures, warnings } = amountOf({ sex: 'male', birth: '1976-05', monthsPlanned: 138 });
    expect(figures).toMatchObject({ retirement: { month: '2038-05' }, shortfallMonths: 42, pension: null });
    expect(warnings.map(({ code }) => code)).toContain('shortfall_payable_at_once');
  });

  test.each([
    [120, 'shortfall_payable_at_once'],
    [119, 'shortfall_too_long'],
  ])('with %d months: %s', (monthsPlanned, code) => {
    expect(amountOf({ monthsPlanned }).warnings.map((warning) => warning.code)).toContain(code);
  });
});

describe('Law 41/2024 article 100: the one-off for years above the highest rate', () => {
  test.each([
    ['female', 30 * 12, null],
    ['female', 31 * 12, 1_500_000],
    ['female', 30 * 12 + 3, 750_000],
    ['male', 35 * 12, null],
    ['male', 37 * 12, 3_000_000],
  ] as const)('%s after %d months: %d', (sex, monthsPaid, oneOff) => {
    expect(amountOf({ sex, monthsPaid, monthsPlanned: 0 }).figures.oneOff).toBe(oneOff);
  });
});

describe('what is told beside the pension', () => {
  test('paying beyond the retirement age', () => {
    const codes = amountOf({ birth: '1970-03', monthsPlanned: 400 }).warnings.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['planned_beyond_age', 'one_off_may_be_higher']));
  });

  test.each([
    [240, true],
    [70, false],
  ])('%d months paid: the former age is possible: %s', (monthsPaid, possible) => {
    const codes = amountOf({ monthsPaid, monthsPlanned: 240 - monthsPaid }).warnings.map(({ code }) => code);
    expect(codes.includes('old_joiner_possible')).toBe(possible);
  });
});

test('a child is told from which age it may join', () => {
  const outcome = (birth: string) =>
    pension({ date, sex: 'male', birth, averageIncome: 1_500_000, monthsPaid: 0, monthsPlanned: 180 }, table);
  expect(outcome('2011-12')).toMatchObject({ status: 'notEligible', reasons: [{ code: 'below_min_age' }] });
  expect(outcome('2011-11').status).toBe('amount');
});

test('what is still to be asked, and what is not known', () => {
  expect(pension({ date, birth: '1980-01' }, table)).toEqual({
    status: 'incomplete',
    missing: ['sex', 'averageIncome', 'monthsPaid', 'monthsPlanned'],
  });
  const old = {
    date: '2025-06-30',
    sex: 'male',
    birth: '1980-01',
    averageIncome: 1,
    monthsPaid: 1,
    monthsPlanned: 1,
  } as const;
  expect(pension(old, table).status).toBe('unknownParameter');
});

test.each(['male', 'female'] as const)(
  'the ages by year that texts name agree with the table by birth: %s',
  (sex) => {
    for (let year = 2021; year <= 2040; year += 1) {
      const value = (part: string): unknown => {
        const found = figure(table, `retirement.${sex}.${part}`, `${year}-06-15`);
        return found.status === 'found' ? found.value : undefined;
      };
      const reaching = Array.from(
        { length: 600 },
        (_, index) => `${1955 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
      )
        .map((birth) => retirementOf({ date, sex, birth }, table))
        .find((found) => found.status === 'found' && found.retirement.month.startsWith(String(year)));
      expect(reaching).toMatchObject({
        retirement: { age: { years: value('years'), months: value('months') } },
      });
    }
  },
);
