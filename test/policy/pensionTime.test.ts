import { describe, expect, test } from '@jest/globals';
import { amountOf, assumptionCodes, outcomeOf, warningCodes } from './pensionSituations.js';

describe('Law 41/2024 article 101: from the first day of the month after the conditions are met', () => {
  test.each([
    ['the age comes last', { birth: '1970-03' }, '2027-08-01'],
    ['the planned months come last', { monthsPaid: 0, monthsPlanned: 180, birth: '1970-03' }, '2041-11-01'],
    ['the last planned month is that of the age', { monthsPlanned: 9, birth: '1970-03' }, '2027-08-01'],
    ['one month more', { monthsPlanned: 10, birth: '1970-03' }, '2027-09-01'],
    ['asked in the month of the age', { date: '2027-07-15', birth: '1970-03' }, '2027-08-01'],
    ['asked a month later', { date: '2027-08-01', birth: '1970-03' }, '2027-09-01'],
    ['months still missing', { monthsPaid: 179 }, null],
  ])('%s', (_, situation, from) => {
    expect(amountOf(situation).figures.pensionFrom).toBe(from);
  });

  test('who met the conditions before asking hears that it may have begun earlier', () => {
    expect(amountOf({ date: '2027-09-10', birth: '1970-03' }).warnings).toContainEqual({
      code: 'pension_start_may_be_earlier',
      operands: { met: { kind: 'date', value: '2027-08-01' } },
    });
    expect(warningCodes({ date: '2027-07-31', birth: '1970-03' })).not.toContain(
      'pension_start_may_be_earlier',
    );
  });

  test('arrears: the month after paying in full', () => {
    const history = [
      { from: '2015-01', months: 132, income: 1_500_000 },
      { from: '2026-11', months: 48, income: 1_500_000, arrears: true },
    ];
    expect(amountOf({ history, birth: '1969-05' }).figures).toMatchObject({
      shortfallMonths: 0,
      pensionFrom: '2026-12-01',
    });
  });

  test('months planned follow those already paid ahead', () => {
    const history = [{ from: '2014-01', months: 168, income: 1_500_000 }];
    expect(amountOf({ history, monthsPlanned: 12, birth: '1970-03' }).figures.pensionFrom).toBe('2029-01-01');
  });
});

describe('Circular 11/2025 article 5 clause 7: only the year of birth is known', () => {
  test('it counts as 1 January, and that is said', () => {
    expect(amountOf({ birth: '1970' }).figures).toEqual(amountOf({ birth: '1970-01' }).figures);
    expect(assumptionCodes({ birth: '1970' })).toContain('birth_year_only');
    expect(assumptionCodes({ birth: '1970-01' })).not.toContain('birth_year_only');
  });
});

describe('Law 41/2024 article 141 clause 9: who joined before 2021 with twenty voluntary years', () => {
  const joined = { birth: '1972-01', firstPaid: '2010-01', monthsPaid: 200, monthsPlanned: 40 };

  test('a woman may retire at 55 and a man at 60, after the last month she or he pays', () => {
    expect(amountOf(joined).figures).toMatchObject({
      retirement: { month: '2030-05' },
      earlyRetirement: { age: { years: 55, months: 0 }, month: '2027-01' },
    });
    expect(amountOf({ ...joined, sex: 'male' }).figures.earlyRetirement).toEqual({
      age: { years: 60, months: 0 },
      month: '2032-01',
    });
    const remark = amountOf(joined).warnings.find(({ code }) => code === 'early_retirement_by_wish');
    expect(remark?.operands['from']).toEqual({ kind: 'month', value: '2030-03' });
  });

  test.each([
    ['joined in the last month before the mark', { firstPaid: '2020-12' }, true],
    ['joined in the month of the mark', { firstPaid: '2021-01' }, false],
    ['one month short of twenty years', { monthsPlanned: 39 }, false],
    ['compulsory months do not count', { monthsPlanned: 0, compulsory: { months: 60, average: 1 } }, false],
    ['the first month is not known', { firstPaid: undefined }, false],
  ])('%s: %s', (_, change, possible) => {
    expect(amountOf({ ...joined, ...change }).figures.earlyRetirement !== null).toBe(possible);
    expect(warningCodes({ ...joined, ...change }).includes('early_retirement_by_wish')).toBe(possible);
  });

  test('who is born so early that the age is the same needs no choice', () => {
    expect(amountOf({ ...joined, birth: '1965-12' }).figures.earlyRetirement).toBeNull();
    expect(amountOf({ ...joined, birth: '1966-01' }).figures.earlyRetirement).not.toBeNull();
  });

  test('a history shows when somebody joined', () => {
    const history = [{ from: '2010-01', months: 200, income: 1_500_000 }];
    expect(amountOf({ history, birth: '1972-01', monthsPlanned: 40 }).figures.earlyRetirement).not.toBeNull();
    const since2021 = [{ from: '2021-01', months: 60, income: 1_500_000 }];
    expect(amountOf({ history: since2021, monthsPlanned: 180 }).figures.earlyRetirement).toBeNull();
  });

  test('where nobody told the first month, the months paid show that it is possible', () => {
    const untold = { ...joined, firstPaid: undefined };
    expect(warningCodes(untold)).toContain('old_joiner_possible');
    expect(warningCodes({ ...joined, firstPaid: '2021-01' })).not.toContain('old_joiner_possible');
  });
});

describe('Law 41/2024 article 100: extra years paid after the age count for more', () => {
  const retired = { birth: '1965-01' };

  test.each([
    ['none after the age', 384, 0, 3_000_000],
    ['all after the age', 384, 24, 12_000_000],
    ['one before and two after', 396, 24, 1_500_000 + 12_000_000],
    ['months after the age that fill up the thirty years bring nothing', 360, 24, null],
    ['half a year on either side', 367, 4, 750_000 + 3_000_000],
  ])('%s', (_, monthsPaid, monthsAfterAge, oneOff) => {
    expect(amountOf({ ...retired, monthsPaid, monthsAfterAge }).figures.oneOff).toBe(oneOff);
  });

  test('each part has its line, and odd months on either side are told as doubtful', () => {
    const both = { ...retired, monthsPaid: 367, monthsAfterAge: 4 };
    const steps = amountOf(both).steps.filter(({ code }) => code.startsWith('one_off'));
    expect(steps.map(({ code, value }) => [code, value])).toEqual([
      ['one_off', 750_000],
      ['one_off_after_age', 3_000_000],
      ['one_off_total', 3_750_000],
    ]);
    expect(warningCodes(both)).toContain('one_off_odd_months_doubtful');
    expect(warningCodes({ ...retired, monthsPaid: 396, monthsAfterAge: 24 })).not.toContain(
      'one_off_odd_months_doubtful',
    );
  });

  test('told, it is no longer said that the one-off may be higher', () => {
    const beyond = { birth: '1970-03', monthsPaid: 340, monthsPlanned: 40 };
    expect(warningCodes(beyond)).toContain('one_off_may_be_higher');
    expect(warningCodes({ ...beyond, monthsAfterAge: 31 })).not.toContain('one_off_may_be_higher');
  });

  test.each([
    [31, 'amount'],
    [32, 'notEligible'],
  ])(
    'the age is reached in July 2027 and the last month is February 2030: %d months after it: %s',
    (months, status) => {
      const outcome = outcomeOf({ birth: '1970-03', monthsPlanned: 40, monthsAfterAge: months });
      expect(outcome.status).toBe(status);
      if (outcome.status === 'notEligible') {
        expect(outcome.reasons.map(({ code }) => code)).toEqual(['months_after_age_impossible']);
      }
    },
  );

  test('all reasons at once', () => {
    const outcome = outcomeOf({ birth: '2020-01', monthsAfterAge: 1 });
    expect(outcome.status === 'notEligible' ? outcome.reasons.map(({ code }) => code) : []).toEqual([
      'below_min_age',
      'months_after_age_impossible',
    ]);
  });
});

describe('Decree 159/2025 article 11: voluntary and compulsory time together', () => {
  const mixed = { averageIncome: 2_000_000, monthsPaid: 120, compulsory: { months: 60, average: 8_000_000 } };

  test('the average is weighted by months, and all months count', () => {
    expect(amountOf(mixed).figures).toMatchObject({
      averageIncome: 4_000_000,
      shortfallMonths: 0,
      rate: 45,
      pension: 1_800_000,
    });
    expect(amountOf(mixed).steps.map(({ code }) => code)).toEqual([
      'retirement_age',
      'time_counted_mixed',
      'income_paid',
      'income_compulsory',
      'average_income',
      'pension_rate',
      'pension',
      'pension_start',
    ]);
  });

  test('indexed voluntary incomes and the compulsory average', () => {
    const history = [{ from: '2020-01', months: 12, income: 1_000_000 }];
    const compulsory = { months: 12, average: 2_000_000 };
    expect(amountOf({ history, compulsory }).figures.averageIncome).toBe(1_580_000);
  });

  test.each([
    [179, []],
    [180, ['compulsory_age_rules']],
    [239, ['compulsory_age_rules']],
    [240, ['compulsory_age_rules', 'compulsory_early_rules', 'compulsory_minimum_pension']],
  ])('%d compulsory months: %j', (months, codes) => {
    const found = warningCodes({ averageIncome: 2_000_000, compulsory: { months, average: 2_000_000 } });
    expect(found.filter((code) => code.startsWith('compulsory_') && !code.endsWith('as_given'))).toEqual(
      codes,
    );
    expect(found).toContain('compulsory_average_as_given');
  });

  test('a pension above the reference level needs no raise', () => {
    const high = { averageIncome: 9_000_000, compulsory: { months: 240, average: 9_000_000 } };
    expect(warningCodes(high)).not.toContain('compulsory_minimum_pension');
  });
});

test('the health insurance card comes with the pension', () => {
  expect(assumptionCodes({})).toContain('pension_health_card');
  expect(assumptionCodes({ monthsPaid: 179 })).not.toContain('pension_health_card');
  expect(amountOf({}).parameters.find(({ id }) => id === 'hhi.benefit.pensioner')?.value).toBe(95);
});
