import { describe, expect, test } from '@jest/globals';
import { openReference } from '../../src/estimates/index.js';
import { pensionEstimator } from '../../src/estimates/kinds/pension.js';
import { planEstimator } from '../../src/estimates/kinds/plan.js';
import { estimateDeps } from './estimateDeps.js';
import { pensions } from './outcomes/pensions.js';
import { plans } from './outcomes/plans.js';

const run = { from: '2020-01', months: 12, income: 1_500_000 };
const arrears = { ...run, arrears: true };

describe('inputs of a pension', () => {
  test.each([
    ['an average beside a history', { history: [run], averageIncome: 1 }, ['averageIncome']],
    ['months that are not those of the history', { history: [run], monthsPaid: 11 }, ['monthsPaid']],
    ['a month paid twice', { history: [run, { ...run, from: '2020-12' }] }, ['history']],
    ['no contributions', { history: [] }, ['history']],
    ['more rows than a reference holds', { history: Array.from({ length: 61 }, () => arrears) }, ['history']],
    ['a row of no month', { history: [{ ...run, months: 0 }] }, ['history', 0, 'months']],
    ['a row with a name', { history: [{ ...run, name: 'An' }] }, ['history', 0]],
    [
      'more months after the age than there are',
      { monthsPaid: 5, monthsPlanned: 6, monthsAfterAge: 12 },
      ['monthsAfterAge'],
    ],
    ['a compulsory time without its average', { compulsory: { months: 12 } }, ['compulsory', 'average']],
    ['a day of birth', { birth: '1970-03-01' }, ['birth']],
    ['a year of two digits', { birth: '70' }, ['birth']],
  ])('%s is refused', (_, input, path) => {
    const parsed = pensionEstimator.input.safeParse(input);
    expect(parsed.error?.issues.map((issue) => issue.path)).toEqual([path]);
  });

  test.each([
    [{ history: [run, { ...run, from: '2021-01' }, arrears, arrears], monthsPaid: 48, monthsPlanned: 0 }],
    [{ monthsPaid: 5, monthsPlanned: 6, compulsory: { months: 1, average: 0 }, monthsAfterAge: 12 }],
    [{ monthsAfterAge: 500 }],
    [{ birth: '1970', firstPaid: '2010-01', plannedIncome: 0 }],
  ])('are taken', (input) => {
    expect(pensionEstimator.input.parse(input)).toEqual(input);
  });
});

describe('inputs of a plan', () => {
  test.each([
    ['seven incomes', { incomes: [1, 2, 3, 4, 5, 6, 7] }],
    ['no income', { incomes: [] }],
    ['five harvests', { harvests: 5 }],
    ['no harvest', { harvests: 0 }],
    ['121 supported months', { supportedMonths: 121 }],
    ['an unknown key', { income: 1 }],
  ])('%s is refused', (_, input) => {
    expect(planEstimator.input.safeParse(input).success).toBe(false);
  });
});

test.each([
  ['pension', pensionEstimator.figures, pensions],
  ['plan', planEstimator.figures, plans],
])('the contract of a %s names every figure that its rule answers', (_, schema, outcomes) => {
  const figures = outcomes.flatMap((outcome) => (outcome.status === 'amount' ? [outcome.figures] : []));
  expect(figures.length).toBeGreaterThan(5);
  for (const each of figures) expect(schema.parse(each)).toEqual(each);
});

test.each(['vi', 'en'] as const)('a long history and a plan open again by their references: %s', (locale) => {
  const deps = estimateDeps(locale);
  const person = { sex: 'male', birth: '1976-05', locale } as const;
  const history = Array.from({ length: 60 }, (_, index) => ({
    ...{ from: `${1_965 + index}-01`, months: 12, income: 10_000_000 + index, arrears: true },
  }));
  const answers = [
    pensionEstimator.estimate({ ...person, history, monthsPlanned: 0 }, deps),
    planEstimator.estimate({ ...person, monthsPaid: 0, groups: [], budget: 500_000, harvests: 2 }, deps),
  ];
  for (const answer of answers) {
    if (answer.status !== 'amount') throw new Error(JSON.stringify(answer));
    const opened = openReference(answer.reference, deps.signingKey);
    if (opened.status !== 'ok') throw new Error('The reference does not open.');
    expect(opened.estimate.run(deps)).toEqual(answer);
  }
});
