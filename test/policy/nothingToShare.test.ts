import { describe, expect, test } from '@jest/globals';
import { refund, schedule, voluntary, type RefundSituation } from '../../src/policy/index.js';
import { shippedTable } from './shippedTable.js';
import { outcomeOf } from './voluntarySituations.js';

const table = shippedTable();
const usedUp: RefundSituation = {
  date: '2026-12-15',
  reason: 'compulsory',
  paidOn: '2026-02-10',
  mode: 'yearly',
  income: 1_500_000,
  groups: ['poor'],
  monthsLeft: 4,
  province: 'ha-noi',
  supportedMonths: 120,
};

const local = table.localSupport.map(({ id }) => id);

describe('a refund of months that nobody supported', () => {
  const outcome = refund(usedUp, table);

  test('is all that was paid for them, and speaks of no share', () => {
    expect(outcome).toMatchObject({ status: 'amount', figures: { state: 0, local: 0 } });
    if (outcome.status !== 'amount') return;
    expect(outcome.figures.refund).toBe(outcome.figures.contributions);
    expect(outcome.steps.map(({ code }) => code)).toEqual(['month_gross', 'refund_period', 'refund_amount']);
    expect(outcome.warnings.map(({ code }) => code)).not.toContain('refund_state_returned');
  });

  test('names no law and no condition of a support that did not enter it', () => {
    if (outcome.status !== 'amount') throw new Error(outcome.status);
    expect(outcome.parameters.filter(({ id }) => local.includes(id))).toEqual([]);
    expect(outcome.warnings.map(({ code }) => code).filter((code) => code.includes('local'))).toEqual([]);
  });

  test('a supported one names them', () => {
    const supported = refund({ ...usedUp, supportedMonths: 0 }, table);
    if (supported.status !== 'amount') throw new Error(supported.status);
    expect(supported.parameters.filter(({ id }) => local.includes(id))).toHaveLength(1);
  });
});

describe('lengths of an advance', () => {
  test.each([
    [2, 'amount'],
    [5, 'amount'],
    [1, 'notEligible'],
    [6, 'notEligible'],
  ])('%d years are %s for the schedule and for the price', (years, status) => {
    const outcomes = [
      schedule({ date: '2026-03-15', mode: 'advance', from: '2026-03', years }, table),
      outcomeOf({ mode: 'advance', years }),
    ];
    expect(outcomes.map((outcome) => outcome.status)).toEqual([status, status]);
    for (const outcome of outcomes) {
      if (outcome.status !== 'notEligible') continue;
      expect(outcome.reasons.map(({ operands }) => operands)).toEqual([
        {
          years: { kind: 'number', value: years },
          min: { kind: 'number', value: 2 },
          max: { kind: 'number', value: 5 },
        },
      ]);
    }
  });
});

describe('before the first day the table knows', () => {
  test('everything that is missing is named, the support of everybody too', () => {
    const outcome = voluntary({ date: '1990-01-01', income: 1_500_000, groups: [], mode: 'monthly' }, table);
    if (outcome.status !== 'unknownParameter') throw new Error(outcome.status);
    expect(outcome.unknown.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['vsi.subsidy.other', 'vsi.subsidy.max_months', 'poverty_line.rural']),
    );
  });
});
