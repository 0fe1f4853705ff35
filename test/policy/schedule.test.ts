import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { schedule, voluntaryModes, type ScheduleSituation } from '../../src/policy/index.js';
import { addMonths, firstDayOf, monthsBetween } from '../../src/policy/dates.js';
import { shippedTable } from './shippedTable.js';

const table = shippedTable();

function outcomeOf(situation: Partial<ScheduleSituation> = {}) {
  return schedule({ date: '2026-03-15', mode: 'half_yearly', from: '2026-03', ...situation }, table);
}

function amountOf(situation: Partial<ScheduleSituation> = {}) {
  const outcome = outcomeOf(situation);
  if (outcome.status !== 'amount') throw new Error(JSON.stringify(outcome));
  return outcome;
}

const codesOf = (situation: Partial<ScheduleSituation>): string[] =>
  amountOf(situation).warnings.map(({ code }) => code);

describe('Law 41/2024 article 36 clause 3: until when a period is paid', () => {
  test.each([
    ['monthly', '2026-02', '2026-02', '2026-02-28', '2026-03-31', '2026-03'],
    ['monthly', '2028-02', '2028-02', '2028-02-29', '2028-03-31', '2028-03'],
    ['quarterly', '2026-01', '2026-03', '2026-03-31', '2026-06-30', '2026-04'],
    ['half_yearly', '2026-01', '2026-06', '2026-04-30', '2026-10-31', '2026-07'],
    ['yearly', '2026-01', '2026-12', '2026-07-31', '2027-07-31', '2027-01'],
    ['yearly', '2026-09', '2027-08', '2027-03-31', '2028-03-31', '2027-09'],
  ] as const)('%s from %s lasts to %s: by %s, then by %s', (mode, from, to, payBy, nextPayBy, changeFrom) => {
    expect(amountOf({ mode, from, date: `${from}-01` }).figures).toMatchObject({
      to,
      payWhen: 'by_day',
      payBy,
      nextPayBy,
      changeFrom,
      overdue: false,
    });
  });

  test.each([
    ['2026-06-29', false],
    ['2026-06-30', false],
    ['2026-07-01', true],
  ])('a half-year from 2026-03 asked about on %s: overdue %p', (date, overdue) => {
    const { figures, warnings, assumptions } = amountOf({ date });
    expect(figures.overdue).toBe(overdue);
    expect(warnings.some(({ code }) => code === 'payment_overdue')).toBe(overdue);
    expect(assumptions.map(({ code }) => code)).toEqual([overdue ? 'not_paid_yet' : 'paid_on']);
  });

  test.each([
    ['2026-06-30', false],
    ['2026-07-01', true],
  ])('paid on %s and asked much later: overdue %p', (paidOn, overdue) => {
    expect(amountOf({ paidOn, date: '2026-11-21' }).figures.overdue).toBe(overdue);
  });

  test.each([
    ['advance', { years: 3 }, { months: 36, to: '2029-02', changeFrom: '2029-03' }],
    ['arrears', { months: 24 }, { months: 24, to: null, changeFrom: null }],
  ] as const)('%s is paid when registering', (mode, length, figures) => {
    const outcome = amountOf({ mode, ...length });
    expect(outcome.figures).toMatchObject({
      ...figures,
      payWhen: 'when_registering',
      payBy: null,
      nextPayBy: null,
      overdue: false,
    });
    expect(outcome.assumptions).toEqual([
      { code: 'paid_when_registering', operands: { month: { kind: 'month', value: '2026-03' } } },
    ]);
    expect(outcome.steps.map(({ code }) => code)).toContain('schedule_when_registering');
  });

  test.each([
    ['2025-06', 'unknown', null],
    ['2025-07', 'by_day', '2025-10-31'],
  ])('a half-year from %s: the deadline is %s', (from, payWhen, payBy) => {
    const { figures, warnings } = amountOf({ from, date: `${from}-15` });
    expect(figures).toMatchObject({ payWhen, payBy });
    expect(warnings.some(({ code }) => code === 'due_day_unknown')).toBe(payBy === null);
  });
});

describe('Decree 159/2025 article 5 clause 5: what changes meanwhile', () => {
  const line = { parameter: 'poverty_line.rural', from: '2027-01-01', before: 1_500_000, after: 2_200_000 };
  const level = { parameter: 'reference_level', from: '2026-07-01', before: 2_340_000, after: 2_530_000 };

  test.each([
    ['2026-01', 'half_yearly', []],
    ['2026-02', 'half_yearly', [level]],
    ['2026-06', 'half_yearly', [level]],
    ['2026-07', 'half_yearly', []],
    ['2026-08', 'half_yearly', [line]],
    ['2027-01', 'half_yearly', []],
    ['2026-03', 'yearly', [level, line]],
  ] as const)('a period from %s, %s', (from, mode, changes) => {
    expect(amountOf({ from, mode, date: `${from}-01` }).figures.changes).toEqual(changes);
  });

  test.each([
    ['paid before', { paidOn: '2026-12-31', date: '2027-03-01' }, ['poverty_line_changes']],
    [
      'paid on the day',
      { paidOn: '2027-01-01', date: '2027-03-01' },
      ['period_begun_before_change_doubtful'],
    ],
    [
      'to be paid, time left on both sides',
      { date: '2026-12-31' },
      ['poverty_line_changes', 'paying_after_change_doubtful'],
    ],
    ['to be paid, the day has come', { date: '2027-01-01' }, ['period_begun_before_change_doubtful']],
    [
      'to be paid before the day in any case',
      { from: '2026-08', date: '2026-08-10' },
      ['poverty_line_changes'],
    ],
    ['begins with the change', { from: '2027-01', date: '2026-12-01' }, []],
    [
      'begins with the change and was paid before it',
      { from: '2027-01', paidOn: '2026-12-20', date: '2026-12-21' },
      ['paid_before_period_doubtful'],
    ],
    ['over a new reference level', { from: '2026-05', date: '2026-05-02' }, ['reference_level_changes']],
    ['over one and paid after it', { from: '2026-05', date: '2026-07-01' }, []],
    [
      'years ahead, registered before the change',
      { mode: 'advance', years: 2, from: '2026-08', date: '2027-05-01' },
      ['poverty_line_changes'],
    ],
  ] as const)('a half-year %s', (_, situation, codes) => {
    expect(codesOf({ from: '2026-11', ...situation })).toEqual(codes);
  });
});

describe('Decree 159/2025 article 16 clause 5: periods paid before 2025-07-01', () => {
  test.each([
    ['yearly', '2025-01', '2025-06-30', '2026-01'],
    ['quarterly', '2025-05', '2025-05-10', '2025-08'],
    ['quarterly', '2025-04', '2025-05-10', null],
    ['yearly', '2025-01', '2025-07-01', null],
  ] as const)('%s from %s, paid on %s: new rates from %s', (mode, from, paidOn, newSupportFrom) => {
    const { figures, warnings } = amountOf({ mode, from, paidOn, date: '2025-08-01' });
    expect(figures.newSupportFrom).toBe(newSupportFrom);
    expect(warnings.some(({ code }) => code === 'former_support_stays')).toBe(newSupportFrom !== null);
  });

  test('five years registered in 2024 keep the old rates to their end', () => {
    const { figures, warnings } = amountOf({
      mode: 'advance',
      years: 5,
      from: '2024-03',
      date: '2026-11-21',
    });
    expect(figures).toMatchObject({ to: '2029-02', newSupportFrom: '2029-03' });
    expect(warnings.find(({ code }) => code === 'former_support_stays')?.operands).toEqual({
      from: { kind: 'date', value: '2025-07-01' },
      applies: { kind: 'month', value: '2029-03' },
    });
  });

  test('who paid before the State supported anybody does not keep that', () => {
    const { figures } = amountOf({ mode: 'yearly', from: '2017-06', paidOn: '2017-06-01' });
    expect(figures.changes.map(({ parameter }) => parameter)).toContain('vsi.subsidy.other');
    expect(figures.newSupportFrom).toBeNull();
  });

  test('a payment after the rates changed, for a period begun before', () => {
    expect(codesOf({ mode: 'yearly', from: '2025-01', date: '2025-07-02' })).toEqual([
      'due_day_unknown',
      'period_begun_before_change_doubtful',
    ]);
  });
});

describe('when there is no schedule', () => {
  test.each([
    [{ mode: 'advance', years: 1 }, 'advance_years_out_of_range'],
    [{ mode: 'advance', years: 6 }, 'advance_years_out_of_range'],
    [{ mode: 'arrears', months: 61 }, 'arrears_too_long'],
  ] as const)('%j', (situation, code) => {
    expect(outcomeOf(situation)).toMatchObject({ status: 'notEligible', reasons: [{ code }] });
  });

  test('missing months say who may pay them at once', () => {
    expect(codesOf({ mode: 'arrears', months: 60 })).toEqual(['arrears_who_may_use']);
  });

  test.each([
    [{}, ['mode', 'from']],
    [{ mode: 'advance' }, ['from', 'years']],
    [{ mode: 'arrears', from: '2026-01' }, ['months']],
  ] as const)('%j lacks %j', (situation, missing) => {
    expect(schedule({ date: '2026-11-21', ...situation }, table)).toEqual({ status: 'incomplete', missing });
  });
});

test('whatever the period: it is as long as it says, is paid within itself, and the next begins where it ends', () => {
  fc.assert(
    fc.property(
      fc.record({
        mode: fc.constantFrom(...voluntaryModes),
        from: fc.integer({ min: 0, max: 240 }).map((index) => addMonths('2016-01', index)),
        years: fc.integer({ min: 2, max: 5 }),
        months: fc.integer({ min: 1, max: 60 }),
        date: fc.integer({ min: 0, max: 240 }).map((index) => firstDayOf(addMonths('2016-01', index))),
      }),
      (situation) => {
        const { figures } = amountOf(situation);
        const { to, payBy, nextPayBy, changeFrom } = figures;
        if (to === null || changeFrom === null) return;
        expect(monthsBetween(situation.from, to) + 1).toBe(figures.months);
        expect(monthsBetween(to, changeFrom)).toBe(1);
        if (payBy !== null) {
          expect(payBy.slice(0, 7) >= situation.from && payBy.slice(0, 7) <= to).toBe(true);
          expect(figures.overdue).toBe(payBy < situation.date);
          const next = amountOf({ ...situation, from: changeFrom }).figures;
          expect(next.payBy).toBe(nextPayBy);
        }
        for (const change of figures.changes) expect(change.before).not.toBe(change.after);
      },
    ),
  );
});
