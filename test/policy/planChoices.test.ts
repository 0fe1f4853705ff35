import { describe, expect, test } from '@jest/globals';
import { amountOf, assumptionCodes, fallingCeiling, optionOf, warningCodes } from './planSituations.js';

const incomesOf = (situation: Parameters<typeof amountOf>[0]): number[] => [
  ...new Set(amountOf(situation).figures.options.map(({ income }) => income)),
];

describe('the levels compared', () => {
  test('multiples of the lowest income when nobody names any', () => {
    expect(incomesOf({})).toEqual([1_500_000, 2_250_000, 3_000_000, 4_500_000]);
    expect(incomesOf({ date: '2027-01-01', monthsPaid: 60 })).toEqual([
      2_200_000, 3_300_000, 4_400_000, 6_600_000,
    ]);
  });

  test('those that are named, once each, the lowest first', () => {
    expect(incomesOf({ incomes: [5_000_000, 2_000_000, 5_000_000] })).toEqual([2_000_000, 5_000_000]);
  });

  test.each([
    ['exactly the lowest', 264_000, 1_500_000],
    ['not quite a step more', 274_999, 1_500_000],
    ['a step more', 275_000, 1_550_000],
    ['half a million', 500_000, 2_550_000],
    ['more than the highest costs', 20_000_000, 50_600_000],
  ])('a budget of %s buys an income', (_, budget, income) => {
    expect(amountOf({ budget }).figures.budgetIncome).toBe(income);
    expect(incomesOf({ budget, incomes: [3_000_000] })).toContain(income);
  });

  test('a budget below the lowest contribution is told', () => {
    expect(amountOf({ budget: 263_999 }).figures.budgetIncome).toBeNull();
    expect(warningCodes({ budget: 263_999 })).toContain('plan_budget_below_floor');
    expect(warningCodes({ budget: 264_000 })).not.toContain('plan_budget_below_floor');
  });

  test('the group decides what a budget buys', () => {
    expect(amountOf({ budget: 264_000, groups: ['poor'] }).figures.budgetIncome).toBe(1_950_000);
  });

  test('a budget that fits today but not when support has ended is told, and each option says whether it fits', () => {
    expect(warningCodes({ budget: 500_000 })).toContain('plan_budget_exceeded_later');
    const fits = { budget: 561_000, incomes: [2_550_000, 3_000_000] };
    expect(optionOf(fits, 2_550_000, 'monthly')).toMatchObject({
      highestPerMonth: 561_000,
      withinBudget: true,
    });
    expect(optionOf(fits, 3_000_000, 'monthly')).toMatchObject({
      highestPerMonth: 660_000,
      withinBudget: false,
    });
    expect(optionOf({ incomes: [3_000_000] }, 3_000_000, 'monthly').withinBudget).toBeNull();
    expect(
      warningCodes({ budget: 700_000, birth: '1969-11', monthsPaid: 120, supportedMonths: 0 }),
    ).not.toContain('plan_budget_exceeded_later');
  });
});

describe('what to set aside', () => {
  test('the own part over the months to pay, each rounded up', () => {
    const option = optionOf({ incomes: [1_500_000], harvests: 2 }, 1_500_000, 'monthly');
    expect(option.total.pay).toBe(76_671_685);
    expect(option).toMatchObject({
      perMonth: 555_592,
      perDay: 18_520,
      perHarvest: 3_333_552,
      paybackMonths: 88,
    });
  });

  test('harvests only where they are told, and a plan before the first harvest needs it all', () => {
    expect(optionOf({ incomes: [3_000_000] }, 3_000_000, 'monthly').perHarvest).toBeNull();
    const short = { birth: '1965-12', monthsPaid: 200, incomes: [3_000_000], harvests: 1 };
    const option = optionOf(short, 3_000_000, 'monthly');
    expect(option.perHarvest).toBe(option.total.pay);
  });

  test('missing months alone are paid at once: there is no month to save in', () => {
    const now = { birth: '1962-01', monthsPaid: 130, incomes: [3_000_000], harvests: 2, budget: 9_000_000 };
    expect(optionOf(now, 3_000_000, 'arrears')).toMatchObject({
      ...{ perMonth: null, perDay: null, perHarvest: null, highestPerMonth: null, withinBudget: null },
      arrears: { months: 50, month: '2026-11' },
    });
  });

  test('where State and province pay it all, nothing has to come back', () => {
    const free = { groups: ['poor' as const], province: 'ha-noi', birth: '1967-01', monthsPaid: 200 };
    expect(
      optionOf({ ...free, supportedMonths: 0, incomes: [1_500_000] }, 1_500_000, 'monthly'),
    ).toMatchObject({
      total: { pay: 0 },
      ...{ perMonth: 0, perDay: 0, paybackMonths: 0 },
    });
  });
});

describe('Decree 351/2025: waiting for the next poverty line', () => {
  test.each([
    ['2026-12-31', '2027-01-01'],
    ['2027-01-01', undefined],
  ])('on %s', (date, startsOn) => {
    expect(amountOf({ date, monthsPaid: 60 }).figures.waiting?.startsOn).toBe(startsOn);
  });

  test('the cheapest way is compared with the same way begun later', () => {
    const situation = { incomes: [1_500_000, 3_000_000] };
    const now = amountOf(situation).figures;
    const own = (mode: string, income: number): number =>
      now.options.find((option) => option.mode === mode && option.income === income)?.total.pay ?? NaN;
    const { waiting } = now;
    expect(waiting).toMatchObject({
      income: 1_500_000,
      mode: 'yearly',
      floor: 2_200_000,
      pensionLaterMonths: 0,
    });
    // An advance of 2027 has no price yet: of the other ways the yearly one is the cheapest.
    expect(own('yearly', 1_500_000)).toBeLessThan(own('monthly', 1_500_000));
    // By hand: 10 years with support at 387,200, sixteen months without at 484,000, then 44 missing months at once.
    const missing =
      484_000 * Array.from({ length: 44 }, (_, index) => 1.0031 ** (index + 1)).reduce((a, b) => a + b, 0);
    const later = 120 * 387_200 + 16 * 484_000 + Math.round(missing);
    expect(waiting?.ownDifference).toBe(later - 75_439_685);
    expect(waiting?.stateDifference).toBe(120 * 96_800 - (792_000 + 108 * 96_800));
  });

  test('who has no month to lose hears that the pension comes later', () => {
    const near = { birth: '1962-01', monthsPaid: 60 };
    expect(amountOf(near).figures.waiting?.pensionLaterMonths).toBe(2);
    expect(warningCodes(near)).toContain('plan_waiting_later');
    expect(warningCodes({})).not.toContain('plan_waiting_later');
  });

  test('fewer months may mean a lower pension', () => {
    const odd = { sex: 'female' as const, birth: '1975-01', monthsPaid: 111, incomes: [3_000_000] };
    const { waiting } = amountOf(odd).figures;
    expect(waiting).toMatchObject({ months: -2, pensionDifference: -30_000 });
    expect(warningCodes(odd)).toContain('plan_waiting_lower');
    expect(amountOf(odd).steps.at(-1)?.code).toBe('plan_waiting_cheaper');
    expect(warningCodes({ ...odd, monthsPaid: 110 })).not.toContain('plan_waiting_lower');
    expect(amountOf({}).steps.at(-1)?.code).toBe('plan_waiting_dearer');
  });
});

describe('what is told beside a plan', () => {
  test('it is a projection, with each value that nobody has published', () => {
    const { warnings } = amountOf({ incomes: [3_000_000] });
    expect(warnings).toContainEqual({
      code: 'plan_projection',
      operands: { date: { kind: 'date', value: '2026-11-21' } },
    });
    const projected = warnings
      .filter(({ code }) => code === 'plan_value_projected')
      .map(({ operands }) => [operands['parameter']?.value, operands['until']?.value]);
    expect(projected).toEqual([
      ['poverty_line.rural', '2030-12-31'],
      ['vsi.investment_return', '2026-12-31'],
    ]);
    const short = { birth: '1966-06', monthsPaid: 200, incomes: [3_000_000] };
    expect(warningCodes(short)).not.toContain('plan_value_projected');
  });

  test('rows are shown with the days on which they really hold', () => {
    const lines = amountOf({ incomes: [3_000_000] }).parameters.filter(
      ({ id }) => id === 'poverty_line.rural',
    );
    expect(lines.map(({ from, to }) => [from, to])).toEqual([
      ['2026-01-01', '2026-12-31'],
      ['2027-01-01', '2030-12-31'],
    ]);
  });

  test('an income below the next lowest is raised to it, with both figures', () => {
    expect(amountOf({ incomes: [1_500_000] }).assumptions).toContainEqual({
      code: 'plan_income_raised',
      operands: {
        income: { kind: 'money', value: 1_500_000 },
        limit: { kind: 'money', value: 2_200_000 },
        from: { kind: 'month', value: '2027-01' },
      },
    });
    expect(assumptionCodes({ incomes: [2_200_000] })).not.toContain('plan_income_raised');
    expect(warningCodes({ incomes: [2_150_000] })).toContain('income_below_next_floor');
    expect(warningCodes({ incomes: [2_200_000] })).not.toContain('income_below_next_floor');
  });

  test('an income above a later highest is lowered to it', () => {
    const option = amountOf({ incomes: [40_000_000] }, fallingCeiling()).figures.options[0];
    expect(option?.segments.map(({ from, income }) => [from, income])).toEqual([
      ['2026-11', 40_000_000],
      ['2027-01', 20_000_000],
      ['2036-11', 20_000_000],
      ['2038-05', 20_000_000],
    ]);
    expect(amountOf({ incomes: [40_000_000] }, fallingCeiling()).assumptions).toContainEqual({
      code: 'plan_income_lowered',
      operands: {
        income: { kind: 'money', value: 40_000_000 },
        limit: { kind: 'money', value: 20_000_000 },
        from: { kind: 'month', value: '2027-01' },
      },
    });
  });

  test.each([
    ['2026-12-31', 'plan_advance_once', 'plan_advance_unpriced'],
    ['2027-01-01', 'plan_advance_unpriced', 'plan_advance_once'],
  ])('paying ahead on %s: %s', (date, said, unsaid) => {
    const codes = warningCodes({ date, monthsPaid: 60 });
    expect(codes).toContain(said);
    expect(codes).not.toContain(unsaid);
  });

  test.each([
    ['earlier months', { supportedMonths: 1 }, 'earlier_months_doubtful', true],
    ['none earlier', { supportedMonths: 0 }, 'earlier_months_doubtful', false],
    ['an island', { groups: ['island' as const] }, 'island_list_doubtful', true],
    ['no province', {}, 'local_support_unknown', true],
    ['Hà Nội', { province: 'ha-noi' }, 'local_support_condition', true],
    ['beside a step', { incomes: [2_210_000] }, 'income_step_doubtful', true],
    ['missing months', {}, 'arrears_support_doubtful', true],
    ['no missing months', { monthsPaid: 60 }, 'arrears_support_doubtful', false],
    ['many months before 2021', { monthsPaid: 110 }, 'old_joiner_possible', true],
    ['review', { date: '2027-07-01', monthsPaid: 60 }, 'review_due', true],
    ['no review yet', { date: '2027-06-30', monthsPaid: 60 }, 'review_due', false],
  ])('%s: %s is kept from the estimates beneath: %s', (_, situation, code, told) => {
    expect(warningCodes(situation).includes(code)).toBe(told);
  });

  test('only the year of birth is known', () => {
    expect(amountOf({ birth: '1976' }).figures).toEqual(amountOf({ birth: '1976-01' }).figures);
    expect(assumptionCodes({ birth: '1976' })).toContain('birth_year_only');
  });
});
