import { describe, expect, test } from '@jest/globals';
import { voluntary } from '../../src/policy/index.js';
import { amountOf, outcomeOf, table, warningCodes } from './voluntarySituations.js';

describe('Law 41/2024 article 31: lowest and highest income on the day', () => {
  test.each([
    ['2021-12-31', 700_000],
    ['2022-01-01', 1_500_000],
    ['2026-12-31', 1_500_000],
    ['2027-01-01', 2_200_000],
    ['2027-01-02', 2_200_000],
  ])('on %s the floor is %d', (date, floor) => {
    expect(outcomeOf({ date, income: floor }).status).toBe('amount');
    expect(outcomeOf({ date, income: floor - 1 })).toMatchObject({
      status: 'notEligible',
      reasons: [{ code: 'income_below_floor', operands: { floor: { value: floor } } }],
    });
  });

  test.each([
    ['2026-06-29', 46_800_000],
    ['2026-06-30', 46_800_000],
    ['2026-07-01', 50_600_000],
    ['2026-07-02', 50_600_000],
  ])('on %s the ceiling is %d', (date, ceiling) => {
    expect(outcomeOf({ date, income: ceiling }).status).toBe('amount');
    expect(outcomeOf({ date, income: ceiling + 1 })).toMatchObject({
      status: 'notEligible',
      reasons: [{ code: 'income_above_ceiling', basis: { article: '31', clause: '2' } }],
    });
  });

  test('all reasons are told at once', () => {
    const outcome = outcomeOf({ income: 0, mode: 'arrears', months: 61 });
    expect(outcome).toMatchObject({
      reasons: [{ code: 'income_below_floor' }, { code: 'arrears_too_long' }],
    });
  });

  test.each([1, 6])('%d years ahead are not offered', (years) => {
    expect(outcomeOf({ mode: 'advance', years })).toMatchObject({
      reasons: [{ code: 'advance_years_out_of_range' }],
    });
  });

  test.each([
    ['2015-12-31', 'poverty_line.rural'],
    ['2031-01-01', 'poverty_line.rural'],
  ])('on %s nothing is guessed: %s is not known', (date, id) => {
    const outcome = outcomeOf({ date });
    if (outcome.status !== 'unknownParameter') throw new Error(outcome.status);
    expect(outcome.unknown.map((unknown) => unknown.id)).toContain(id);
  });
});

describe('what is still to be asked', () => {
  test.each([
    [{}, ['income', 'groups', 'mode']],
    [{ income: 1, groups: [] }, ['mode']],
    [{ income: 1, groups: [], mode: 'advance' }, ['years']],
    [{ income: 1, mode: 'arrears' }, ['groups', 'months']],
  ] as const)('%j lacks %j', (situation, missing) => {
    expect(voluntary({ date: '2026-11-21', ...situation }, table)).toEqual({ status: 'incomplete', missing });
  });
});

describe('what is told beside the amount', () => {
  test.each([
    ['an ordinary month', { province: 'ho-chi-minh' }, []],
    ['no province', {}, ['local_support_unknown']],
    ['a province of which nothing is known', { province: 'da-nang' }, ['local_support_unknown']],
    [
      'a province before its resolution',
      { province: 'ha-noi', date: '2025-12-31' },
      ['local_support_unknown'],
    ],
    ['Hà Nội, other', { province: 'ha-noi' }, ['local_support_condition', 'local_support_doubtful']],
    ['Hà Nội, poor', { province: 'ha-noi', groups: ['poor'] }, ['local_support_condition']],
    ['an island', { province: 'ho-chi-minh', groups: ['island'] }, ['island_list_doubtful']],
    ['months supported before', { province: 'ho-chi-minh', supportedMonths: 5 }, ['earlier_months_doubtful']],
    [
      'the limit in Hà Nội',
      { province: 'ha-noi', groups: ['poor'], supportedMonths: 120 },
      ['support_limit_reached', 'local_support_limit_doubtful', 'earlier_months_doubtful'],
    ],
    ['the last month of a line', { province: 'ho-chi-minh', date: '2026-12-31' }, []],
    [
      'a period over the change of the line',
      { province: 'ho-chi-minh', mode: 'quarterly', income: 2_200_000 },
      ['poverty_line_changes'],
    ],
    [
      'the same with an income below the next floor',
      { province: 'ho-chi-minh', mode: 'quarterly', income: 2_150_000 },
      ['poverty_line_changes', 'income_below_next_floor'],
    ],
    [
      'a half year that may have begun before the change',
      { province: 'ho-chi-minh', mode: 'half_yearly', income: 2_200_000, date: '2027-03-31' },
      ['period_begun_before_change_doubtful'],
    ],
    [
      'a half year after its deadline has passed',
      { province: 'ho-chi-minh', mode: 'half_yearly', income: 2_200_000, date: '2027-04-01' },
      [],
    ],
    [
      'a year that may have begun before the change',
      { province: 'ho-chi-minh', mode: 'yearly', income: 2_200_000, date: '2027-06-30' },
      ['period_begun_before_change_doubtful'],
    ],
    ['an income between the steps', { province: 'ho-chi-minh', income: 1_510_000 }, ['income_step_doubtful']],
    [
      'a month before the State supported anybody',
      { date: '2017-12-31', income: 700_000 },
      ['no_support_on_date', 'local_support_unknown'],
    ],
    [
      'a year paid before the rates of support changed',
      { date: '2025-06-30', mode: 'yearly' },
      ['local_support_unknown', 'former_support_stays'],
    ],
    ['a month paid just before it', { date: '2025-06-30' }, ['local_support_unknown']],
    ['a year paid just after it', { date: '2025-07-01', mode: 'yearly' }, ['local_support_unknown']],
    [
      'an advance',
      { province: 'ho-chi-minh', mode: 'advance', years: 2, income: 3_000_000 },
      ['advance_return_unconfirmed', 'advance_support_nominal', 'poverty_line_changes'],
    ],
    [
      'arrears',
      { province: 'ha-noi', mode: 'arrears', months: 12 },
      ['arrears_support_doubtful', 'arrears_who_may_use', 'arrears_return_unconfirmed'],
    ],
  ] as const)('%s', (_, situation, codes) => {
    expect(warningCodes(situation)).toEqual(codes);
  });

  test('a value past its review date', () => {
    expect(warningCodes({ province: 'ho-chi-minh', date: '2027-07-01', income: 2_200_000 })).toEqual([
      'review_due',
    ]);
  });

  test('that no month was supported before is an assumption only when nobody said so', () => {
    const codes = (supportedMonths?: number): string[] =>
      amountOf({ supportedMonths }).assumptions.map(({ code }) => code);
    expect(codes()).toContain('no_month_supported_yet');
    expect(codes(0)).not.toContain('no_month_supported_yet');
  });

  test('the rows of the law, local ones included', () => {
    const { parameters } = amountOf({ province: 'ha-noi', groups: ['poor'] });
    expect(parameters.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['vsi.rate', 'poverty_line.rural', 'vsi.subsidy.poor', 'vsi.ha-noi.poor']),
    );
  });
});
