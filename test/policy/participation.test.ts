import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  participation,
  participationStatuses,
  voluntary,
  voluntaryGroups,
  type ParticipationSituation,
} from '../../src/policy/index.js';
import { shippedTable } from './shippedTable.js';

const table = shippedTable();

function outcomeOf(situation: Partial<ParticipationSituation> = {}) {
  return participation(
    { date: '2026-11-21', birth: '1990-05-20', citizen: true, status: [], groups: [], ...situation },
    table,
  );
}

function amountOf(situation: Partial<ParticipationSituation> = {}) {
  const outcome = outcomeOf(situation);
  if (outcome.status !== 'amount') throw new Error(JSON.stringify(outcome));
  return outcome;
}

function reasonsOf(situation: Partial<ParticipationSituation>) {
  const outcome = outcomeOf(situation);
  return outcome.status === 'notEligible' ? outcome.reasons : [];
}

const law = 'Luật BHXH 41/2024/QH15';

describe('Law 41/2024 article 2 clause 4 a: who may join', () => {
  test.each([
    ['2011-11-20', true],
    ['2011-11-21', true],
    ['2011-11-22', false],
  ])('born on %s, on 2026-11-21: %p', (birth, may) => {
    expect(outcomeOf({ birth }).status).toBe(may ? 'amount' : 'notEligible');
  });

  test('who is too young is told from which day', () => {
    expect(reasonsOf({ birth: '2012-01-31' })).toEqual([
      {
        code: 'younger_than_min_age',
        operands: { age: { kind: 'number', value: 15 }, from: { kind: 'date', value: '2027-01-31' } },
        basis: { document: law, article: '2', clause: '4 a' },
      },
    ]);
  });

  test.each([
    ['2027-02-28', false],
    ['2027-03-01', true],
  ])('born on 29 February 2012, on %s: %p', (date, may) => {
    expect(outcomeOf({ birth: '2012-02-29', date }).status).toBe(may ? 'amount' : 'notEligible');
  });

  test('there is no upper age', () => {
    expect(outcomeOf({ birth: '1931-01-01' }).status).toBe('amount');
  });

  test.each([
    ['employee_compulsory', 'compulsory_insurance', law, '2'],
    ['household_business_declaration', 'household_business_compulsory', 'Nghị định 158/2025/NĐ-CP', '3'],
    ['pension', 'draws_pension', law, '2'],
    ['monthly_allowance_listed', 'draws_listed_allowance', 'Nghị định 159/2025/NĐ-CP', '3'],
    ['early_allowance_art23', 'draws_early_allowance', 'Nghị định 159/2025/NĐ-CP', '3'],
  ] as const)('%s excludes', (status, code, document, article) => {
    expect(reasonsOf({ status: [status] })).toMatchObject([{ code, basis: { document, article } }]);
  });

  test.each(['domestic_worker', 'survivor_allowance', 'social_pension', 'household_business_other'] as const)(
    '%s does not exclude, and is said so',
    (status) => {
      expect(amountOf({ status: [status] }).assumptions).toContainEqual({
        code: 'status_does_not_exclude',
        operands: { status: { kind: 'term', value: `status.${status}` } },
      });
    },
  );

  test('all reasons are told at once, each once', () => {
    const reasons = reasonsOf({
      birth: '2015-01-01',
      citizen: false,
      status: [...participationStatuses, 'pension'],
      keepsPaying: true,
    });
    expect(reasons.map(({ code }) => code)).toEqual([
      'younger_than_min_age',
      'not_a_citizen',
      'compulsory_insurance',
      'suspended_but_keeps_paying',
      'household_business_compulsory',
      'draws_pension',
      'draws_listed_allowance',
      'draws_early_allowance',
    ]);
  });
});

describe('Law 41/2024 article 2 clause 4 b: a suspended contract', () => {
  test.each([
    [true, 'notEligible'],
    [false, 'amount'],
    [undefined, 'incomplete'],
  ])('both sides keep paying compulsory insurance: %p', (keepsPaying, status) => {
    expect(outcomeOf({ status: ['contract_suspended'], keepsPaying }).status).toBe(status);
  });

  test('the reason stands on its own point of the law', () => {
    expect(reasonsOf({ status: ['contract_suspended'], keepsPaying: true })).toMatchObject([
      { code: 'suspended_but_keeps_paying', basis: { document: law, clause: '4 b' } },
    ]);
  });

  test('without such a contract it doesn’t matter', () => {
    expect(outcomeOf({ keepsPaying: true }).status).toBe('amount');
  });
});

describe('Decree 158/2025 article 3 clause 2: owners of household businesses', () => {
  test.each([
    ['household_business_other', '2029-06-30', 'amount'],
    ['household_business_other', '2029-07-01', 'notEligible'],
    ['household_business_other', '2029-07-02', 'notEligible'],
    ['household_business_declaration', '2025-07-01', 'notEligible'],
  ] as const)('%s on %s: %s', (status, date, expected) => {
    expect(outcomeOf({ status: [status], date }).status).toBe(expected);
  });

  test('the way of taxation has to be asked for before anything is promised', () => {
    const { warnings, parameters } = amountOf({ status: ['household_business_other'] });
    expect(warnings).toContainEqual({
      code: 'business_tax_method_doubtful',
      operands: { from: { kind: 'date', value: '2029-07-01' } },
    });
    expect(parameters.map(({ id }) => id)).toContain('household_business.compulsory_from');
    expect(amountOf().parameters.map(({ id }) => id)).not.toContain('household_business.compulsory_from');
  });
});

describe('what a person may join with', () => {
  test('the range of incomes, the support and the ways to pay', () => {
    expect(amountOf({ groups: ['near_poor', 'ethnic_minority'], supportedMonths: 15 }).figures).toEqual({
      floor: { income: 1_500_000, gross: 330_000, state: 132_000, local: 0, pay: 198_000 },
      ceiling: { income: 50_600_000, gross: 11_132_000, state: 132_000, local: 0, pay: 11_000_000 },
      support: { group: 'near_poor', percent: 40, state: 132_000, local: 0, monthsLeft: 105 },
      modes: ['monthly', 'quarterly', 'half_yearly', 'yearly', 'advance'],
      arrearsFrom: null,
    });
  });

  test.each([
    ['2026-06-30', 1_500_000, 46_800_000],
    ['2026-07-01', 1_500_000, 50_600_000],
    ['2026-12-31', 1_500_000, 50_600_000],
    ['2027-01-01', 2_200_000, 50_600_000],
  ])('on %s from %d to %d', (date, floor, ceiling) => {
    expect(amountOf({ date }).figures).toMatchObject({
      floor: { income: floor },
      ceiling: { income: ceiling },
    });
  });

  test('support of the province', () => {
    const { figures, steps } = amountOf({ province: 'ha-noi', groups: ['poor'] });
    expect(figures.support).toMatchObject({ state: 165_000, local: 165_000 });
    expect(steps.map(({ code }) => code)).toContain('local_share');
  });

  test.each([
    [119, 1, 66_000],
    [120, 0, 0],
  ])('after %d supported months %d are left', (supportedMonths, monthsLeft, state) => {
    expect(amountOf({ supportedMonths }).figures.support).toMatchObject({ monthsLeft, state });
  });
});

describe('Decree 159/2025 article 7: missing months at once, from the month before that of the retirement age', () => {
  // A man born in May 1965 reaches 61 years and 6 months in November 2026, a woman born in December 1969 57 years in
  // December 2026.
  test.each([
    ['male', '1965-05-20', '2026-09-30', '2026-10', false],
    ['male', '1965-05-20', '2026-10-01', '2026-10', true],
    ['female', '1969-12-31', '2026-10-31', '2026-11', false],
    ['female', '1969-12-31', '2026-11-01', '2026-11', true],
    ['male', '1969-12-31', '2026-11-01', '2031-11', false],
  ] as const)('%s, born %s, on %s: from %s', (sex, birth, date, arrearsFrom, open) => {
    const { figures, warnings } = amountOf({ sex, birth, date });
    expect(figures.arrearsFrom).toBe(arrearsFrom);
    expect(figures.modes.includes('arrears')).toBe(open);
    expect(warnings.some(({ code }) => code === 'arrears_who_may_use')).toBe(open);
    expect(warnings.some(({ code }) => code === 'arrears_support_doubtful')).toBe(open);
  });

  test.each([
    ['1990-05-20', false, false],
    ['1967-05-20', false, true],
    ['1950-05-20', true, false],
  ])('born %s, sex not told: open %p, to be asked %p', (birth, open, asked) => {
    const { figures, warnings } = amountOf({ birth });
    expect(figures.modes.includes('arrears')).toBe(open);
    expect(warnings.some(({ code }) => code === 'arrears_needs_sex')).toBe(asked);
  });
});

describe('what is told beside the figures', () => {
  const known = { province: 'ho-chi-minh', date: '2027-01-01' };
  test.each([
    ['an ordinary person of 2027', {}, []],
    ['in 2026, before the floor changes', { date: '2026-11-21' }, ['poverty_line_changes']],
    ['no province', { province: undefined }, ['local_support_unknown']],
    ['months supported before', { supportedMonths: 1 }, ['earlier_months_doubtful']],
    ['months used up', { supportedMonths: 120 }, ['support_used_up', 'earlier_months_doubtful']],
    [
      'months used up where the province adds',
      { supportedMonths: 120, groups: ['poor'] },
      ['support_used_up', 'local_support_limit_doubtful', 'earlier_months_doubtful'],
    ],
    ['an island', { groups: ['island'] }, ['island_list_doubtful']],
    ['a value past its review', { date: '2027-07-01' }, ['review_due']],
    ['Hà Nội, other', { province: 'ha-noi' }, ['local_support_condition', 'local_support_doubtful']],
  ] as const)('%s', (_, situation, codes) => {
    expect(amountOf({ ...known, ...situation }).warnings.map(({ code }) => code)).toEqual(codes);
  });

  test('that no month was supported yet is an assumption only when nobody said so', () => {
    const codes = (supportedMonths?: number): string[] =>
      amountOf({ supportedMonths }).assumptions.map(({ code }) => code);
    expect(codes()).toEqual(['joined_on', 'no_month_supported_yet']);
    expect(codes(0)).toEqual(['joined_on']);
  });
});

describe('when nothing can be said yet', () => {
  test.each([
    [{}, ['birth', 'citizen', 'status', 'groups']],
    [{ birth: '1990-05-20', citizen: true, groups: [] }, ['status']],
    [{ status: ['contract_suspended'] }, ['birth', 'citizen', 'keepsPaying', 'groups']],
  ] as const)('%j lacks %j', (situation, missing) => {
    expect(participation({ date: '2026-11-21', ...situation }, table)).toEqual({
      status: 'incomplete',
      missing,
    });
  });

  test.each([
    [
      '2025-06-30',
      ['vsi.min_age', 'household_business.declaration_from', 'household_business.compulsory_from'],
    ],
    ['2031-01-01', ['poverty_line.rural']],
  ])('on %s nothing is guessed', (date, ids) => {
    const outcome = outcomeOf({ date });
    if (outcome.status !== 'unknownParameter') throw new Error(outcome.status);
    expect(outcome.unknown.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
  });
});

test('whatever the person: lowest and highest month are what the estimate says of them', () => {
  fc.assert(
    fc.property(
      fc.record({
        date: fc.constantFrom('2025-07-01', '2026-06-30', '2026-11-21', '2027-01-01'),
        groups: fc.subarray([...voluntaryGroups]),
        province: fc.constantFrom('ha-noi', 'ho-chi-minh', 'quang-ninh', 'da-nang', undefined),
        supportedMonths: fc.integer({ min: 0, max: 120 }),
      }),
      (situation) => {
        const { floor, ceiling, support } = amountOf(situation).figures;
        for (const { income, ...shares } of [floor, ceiling]) {
          const outcome = voluntary({ ...situation, income, mode: 'monthly' }, table);
          expect(outcome).toMatchObject({ status: 'amount', figures: { monthly: shares } });
          expect(shares.state + shares.local + shares.pay).toBe(shares.gross);
          expect(shares.pay >= 0 && shares.pay <= shares.gross).toBe(true);
        }
        const below = { ...situation, mode: 'monthly', income: floor.income - 1 } as const;
        expect(voluntary(below, table).status).toBe('notEligible');
        expect(support.monthsLeft).toBe(120 - situation.supportedMonths);
      },
    ),
  );
});
