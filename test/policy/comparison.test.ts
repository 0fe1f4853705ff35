import { describe, expect, test } from '@jest/globals';
import {
  comparison,
  parseParameterTable,
  type ComparisonFigures,
  type ComparisonSituation,
  type ParameterTable,
} from '../../src/policy/index.js';
import { shippedDocument, shippedTable } from './shippedTable.js';

const shipped = shippedTable();

function outcomeOf(situation: Partial<ComparisonSituation> = {}, table: ParameterTable = shipped) {
  return comparison({ date: '2026-11-21', groups: [], ...situation }, table);
}

function amountOf(situation: Partial<ComparisonSituation> = {}, table: ParameterTable = shipped) {
  const outcome = outcomeOf(situation, table);
  if (outcome.status !== 'amount') throw new Error(JSON.stringify(outcome));
  return outcome;
}

function cellOf({ levels }: ComparisonFigures, income: number, mode: string, years: number | null = null) {
  const cell = levels
    .find((level) => level.income === income)
    ?.cells.find((candidate) => candidate.mode === mode && candidate.years === years);
  if (cell === undefined) throw new Error(`No cell for ${income}, ${mode}, ${years}.`);
  return cell;
}

const incomesOf = ({ levels }: ComparisonFigures): number[] => levels.map(({ income }) => income);
const codesOf = (situation: Partial<ComparisonSituation>): string[] =>
  amountOf({ province: 'ho-chi-minh', ...situation }).warnings.map(({ code }) => code);

describe('the incomes compared', () => {
  test.each([
    ['2026-12-31', [1_500_000, 2_250_000, 3_000_000, 4_500_000]],
    ['2027-01-01', [2_200_000, 3_300_000, 4_400_000, 6_600_000]],
  ])('on %s usual ones follow from the floor', (date, incomes) => {
    expect(incomesOf(amountOf({ date }).figures)).toEqual(incomes);
  });

  test('are raised to the next step and never above the ceiling', () => {
    const { figures } = amountOf({}, tableWithMultiples([1, 1.01, 40]));
    expect(incomesOf(figures)).toEqual([1_500_000, 1_550_000, 50_600_000]);
  });

  test('told ones are taken instead, each once and in order', () => {
    const { figures } = amountOf({ incomes: [5_000_000, 2_000_000, 5_000_000] });
    expect(incomesOf(figures)).toEqual([2_000_000, 5_000_000]);
  });

  test('an empty list is as good as none', () => {
    expect(incomesOf(amountOf({ incomes: [] }).figures)).toHaveLength(4);
  });

  test.each([
    ['below what the floor costs', 263_999, null],
    ['just the floor', 264_000, 1_500_000],
    ['between two steps', 500_000, 2_550_000],
    ['one đồng short of a step', 505_999, 2_550_000],
    ['exactly a step', 506_000, 2_600_000],
    ['more than the ceiling costs', 20_000_000, 50_600_000],
  ])('a budget %s', (_, budget, budgetIncome) => {
    const { figures, warnings } = amountOf({ budget });
    expect(figures.budgetIncome).toBe(budgetIncome);
    expect(warnings.some(({ code }) => code === 'budget_below_floor')).toBe(budgetIncome === null);
    if (budgetIncome !== null) expect(incomesOf(figures)).toContain(budgetIncome);
    for (const { income, withinBudget } of figures.levels) {
      expect(withinBudget).toBe(budgetIncome !== null && income <= budgetIncome);
    }
  });

  test('without a budget no level is judged by one', () => {
    expect(amountOf().figures).toMatchObject({
      budgetIncome: null,
      levels: [{ withinBudget: null }, {}, {}, {}],
    });
  });
});

describe('the cells', () => {
  test('the floor, other, two harvests: what is due, saved a day, a month, a harvest', () => {
    const { figures } = amountOf({ harvests: 2 });
    expect(cellOf(figures, 1_500_000, 'monthly').amounts).toEqual({
      gross: 330_000,
      state: 66_000,
      local: 0,
      pay: 264_000,
      discount: 0,
      perMonth: 264_000,
      perDay: 8_800,
      perHarvest: 1_584_000,
    });
    expect(cellOf(figures, 1_500_000, 'advance', 5)).toEqual({
      mode: 'advance',
      years: 5,
      months: 60,
      amounts: {
        gross: 18_098_148,
        state: 3_960_000,
        local: 0,
        pay: 14_138_148,
        discount: 1_701_852,
        perMonth: 235_636,
        perDay: 7_855,
        perHarvest: 1_413_815,
      },
    });
  });

  test('every way to pay that is a choice', () => {
    const [first] = amountOf().figures.levels;
    expect(first?.cells.map(({ mode, years }) => (years === null ? mode : `${mode} ${years}`))).toEqual([
      'monthly',
      'quarterly',
      'half_yearly',
      'yearly',
      'advance 2',
      'advance 3',
      'advance 4',
      'advance 5',
    ]);
  });

  test('without harvests nothing is said of them', () => {
    expect(cellOf(amountOf().figures, 1_500_000, 'yearly').amounts?.perHarvest).toBeNull();
  });

  test('a year whose return is not published leaves the advances open, and says so', () => {
    const { figures, warnings } = amountOf({ date: '2027-01-01' });
    expect(cellOf(figures, 2_200_000, 'advance', 2)).toEqual({
      mode: 'advance',
      years: 2,
      months: 24,
      amounts: null,
    });
    expect(cellOf(figures, 2_200_000, 'yearly').amounts).not.toBeNull();
    expect(warnings.filter(({ code }) => code === 'cells_unknown')).toEqual([
      {
        code: 'cells_unknown',
        operands: {
          parameter: { kind: 'parameter', value: 'vsi.investment_return' },
          date: { kind: 'date', value: '2027-01-01' },
        },
      },
    ]);
  });

  test('under the former law no advance is offered', () => {
    const { figures } = amountOf({ date: '2025-06-30', incomes: [1_500_000] });
    expect(figures.levels[0]?.cells.map(({ mode }) => mode)).not.toContain('advance');
    expect(cellOf(figures, 1_500_000, 'monthly').amounts?.state).toBe(33_000);
  });
});

describe('Decree 159/2025 article 5 clause 5: waiting for the next change of the law', () => {
  test('from 2027-01-01 a low income is no longer open, a higher one has more support', () => {
    const { waiting } = amountOf({ incomes: [1_500_000, 2_199_999, 2_200_000, 3_000_000] }).figures;
    expect(waiting).toMatchObject({
      from: '2027-01-01',
      changes: [{ parameter: 'poverty_line.rural', before: 1_500_000, after: 2_200_000 }],
      floor: 2_200_000,
      ceiling: 50_600_000,
      levels: [
        {
          income: 1_500_000,
          allowed: false,
          incomeThen: 2_200_000,
          monthly: { gross: 484_000, state: 96_800, local: 0, pay: 387_200 },
          stateDifference: 30_800,
          difference: 123_200,
        },
        { income: 2_199_999, allowed: false, incomeThen: 2_200_000 },
        { income: 2_200_000, allowed: true, incomeThen: 2_200_000, difference: -30_800 },
        { income: 3_000_000, allowed: true, monthly: { pay: 563_200 }, difference: -30_800 },
      ],
    });
  });

  test.each([
    ['2026-11-21', ['quarterly 2027-01', 'half_yearly 2027-04', 'yearly 2027-10', 'advance 2028-10']],
    ['2026-10-31', ['half_yearly 2027-03', 'yearly 2027-09', 'advance 2028-09']],
    ['2026-07-31', ['yearly 2027-06', 'advance 2028-06']],
  ])('paid on %s these last beyond the change and keep their figures: %p', (date, wanted) => {
    const keeps = amountOf({ date }).figures.waiting?.keeps ?? [];
    const shown = keeps.filter(({ years }) => years === null || years === 2);
    expect(shown.map(({ mode, until }) => `${mode} ${until}`)).toEqual(wanted);
  });

  test('a new reference level raises the ceiling and leaves the shares', () => {
    const { waiting } = amountOf({ date: '2026-06-30', incomes: [46_800_000] }).figures;
    expect(waiting).toMatchObject({
      from: '2026-07-01',
      changes: [{ parameter: 'reference_level', before: 2_340_000, after: 2_530_000 }],
      ceiling: 50_600_000,
      levels: [{ allowed: true, difference: 0, stateDifference: 0 }],
    });
  });

  test('when the table knows no later change there is none to wait for', () => {
    expect(amountOf({ date: '2027-01-01' }).figures.waiting).toBeNull();
  });
});

describe('what is told beside the figures', () => {
  test.each([
    [
      'the floor in late 2026',
      { incomes: [1_500_000] },
      [
        'level_below_next_floor',
        'poverty_line_changes',
        'income_below_next_floor',
        'advance_return_unconfirmed',
        'advance_support_nominal',
      ],
    ],
    [
      'months nearly used up: how many are left instead of a line for each cell',
      { incomes: [3_000_000], supportedMonths: 110 },
      [
        'comparison_support_limit',
        'earlier_months_doubtful',
        'poverty_line_changes',
        'advance_return_unconfirmed',
        'advance_support_nominal',
      ],
    ],
    [
      'an income between the steps, on an island, early in 2027',
      { date: '2027-03-31', incomes: [2_210_000], groups: ['island'] },
      [
        'cells_unknown',
        'island_list_doubtful',
        'income_step_doubtful',
        'period_begun_before_change_doubtful',
      ],
    ],
  ] as const)('%s', (_, situation, codes) => {
    expect(codesOf(situation)).toEqual(codes);
  });

  test('no warning is said twice', () => {
    const warnings = amountOf({ province: 'ha-noi', supportedMonths: 100 }).warnings.map((warning) =>
      JSON.stringify(warning),
    );
    expect(new Set(warnings).size).toBe(warnings.length);
  });

  test('the rows of the law behind the cells and the change, each once', () => {
    const keys = amountOf().parameters.map(({ id, from }) => `${id} ${from}`);
    expect(keys).toEqual(
      expect.arrayContaining([
        'vsi.rate 2025-07-01',
        'poverty_line.rural 2026-01-01',
        'poverty_line.rural 2027-01-01',
      ]),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('when nothing can be compared', () => {
  test('the groups are asked', () => {
    expect(comparison({ date: '2026-11-21' }, shipped)).toEqual({
      status: 'incomplete',
      missing: ['groups'],
    });
  });

  test('every income out of range is named', () => {
    expect(outcomeOf({ incomes: [1_499_999, 3_000_000, 50_600_001] })).toMatchObject({
      status: 'notEligible',
      reasons: [{ code: 'income_below_floor' }, { code: 'income_above_ceiling' }],
    });
  });

  test.each([
    ['2031-01-01', ['poverty_line.rural']],
    ['2025-06-30', ['plan.income_multiples']],
  ])('on %s nothing is guessed', (date, ids) => {
    const outcome = outcomeOf({ date });
    if (outcome.status !== 'unknownParameter') throw new Error(outcome.status);
    expect(outcome.unknown.map(({ id }) => id)).toEqual(ids);
  });
});

function tableWithMultiples(multiples: readonly number[]): ParameterTable {
  const document = shippedDocument();
  const parameters = document.parameters.map((parameter) =>
    parameter['id'] === 'plan.income_multiples'
      ? {
          ...parameter,
          values: [
            { from: '2025-07-01', value: multiples, basis: { document: 'test' }, reviewedOn: '2026-11-21' },
          ],
        }
      : parameter,
  );
  const parsed = parseParameterTable({ ...document, parameters });
  if (parsed.status === 'invalid') throw new Error(JSON.stringify(parsed.errors));
  return parsed.table;
}
