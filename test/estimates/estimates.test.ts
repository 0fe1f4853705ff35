import { describe, expect, test } from '@jest/globals';
import {
  estimateHousehold,
  estimatePension,
  estimateSupported,
  estimateVoluntary,
  householdInput,
  pensionInput,
  supportedInput,
  voluntaryInput,
} from '../../src/estimates/index.js';
import { estimateDeps } from './estimateDeps.js';

const deps = estimateDeps();
const near = { income: 2_000_000, groups: ['near_poor'], mode: 'advance', years: 5 } as const;

describe('the public shape', () => {
  test('a voluntary amount: figures, steps, parameters, warnings, reference', () => {
    const estimate = estimateVoluntary(voluntaryInput.parse(near), deps);
    expect(estimate).toMatchObject({
      status: 'amount',
      date: '2026-11-21',
      monthly: { gross: 440_000, state: 132_000, local: 0, pay: 308_000 },
      period: {
        months: 60,
        gross: 24_130_864,
        state: 7_920_000,
        local: 0,
        pay: 16_210_864,
        discount: 2_269_136,
      },
      reference: expect.stringMatching(/^[\w-]+\.[\w-]+$/),
    });
    expect(estimate).toHaveProperty(
      'steps',
      expect.arrayContaining([
        {
          id: 'month_gross',
          label: 'Mức đóng mỗi tháng',
          text: '22% × 2.000.000\u00a0đ = 440.000\u00a0đ',
          value: 440_000,
        },
      ]),
    );
    expect(estimate).toHaveProperty(
      'parameters',
      expect.arrayContaining([
        {
          id: 'poverty_line.rural',
          value: 1_500_000,
          unit: 'vnd',
          from: '2026-01-01',
          to: '2026-12-31',
          basis: { document: 'Nghị định 351/2025/NĐ-CP' },
        },
      ]),
    );
    expect(estimate).toHaveProperty(
      'warnings',
      expect.arrayContaining([
        { code: 'advance_return_unconfirmed', text: expect.stringContaining('0,31%') },
      ]),
    );
  });

  test('a household amount; steps of one kind are numbered', () => {
    const estimate = estimateHousehold({ members: [{ months: 12 }, { months: 6 }] }, deps);
    expect(estimate).toMatchObject({
      status: 'amount',
      members: [
        { rank: 1, percent: 100, monthly: 113_850, months: 12, pay: 1_366_200 },
        { rank: 2, percent: 70, monthly: 79_695, months: 6, pay: 478_170 },
      ],
      total: 1_844_370,
      steps: [
        { id: 'first_member_month' },
        { id: 'member_pay_1' },
        { id: 'member_pay_2' },
        { id: 'household_total' },
      ],
    });
  });

  test('a supported amount', () => {
    const input = { group: 'near_poor', months: 12, province: 'hue', householdRank: 1 } as const;
    expect(estimateSupported(input, deps)).toMatchObject({
      status: 'amount',
      ...{ gross: 1_366_200, state: 956_340, local: 409_860, pay: 0 },
      householdAlternative: { rank: 1, pay: 1_366_200, cheaper: false },
    });
  });

  test('a pension', () => {
    const input = {
      sex: 'female',
      birth: '1970-03',
      averageIncome: 3_000_000,
      monthsPaid: 0,
      monthsPlanned: 180,
    } as const;
    expect(estimatePension(input, deps)).toMatchObject({
      status: 'amount',
      retirement: { age: { years: 57, months: 4 }, month: '2027-07' },
      ...{ rate: 45, pension: 1_350_000, oneOff: null, shortfallMonths: 0 },
    });
  });

  test('what is missing', () => {
    expect(estimateVoluntary({}, deps)).toEqual({
      status: 'incomplete',
      missing: ['income', 'groups', 'mode'],
    });
  });

  test('every reason against, in words and with its basis', () => {
    const estimate = estimateVoluntary(
      { income: 1_000_000, groups: [], mode: 'monthly', date: '2027-01-01' },
      deps,
    );
    expect(estimate).toEqual({
      status: 'not_eligible',
      date: '2027-01-01',
      reasons: [
        {
          code: 'income_below_floor',
          text: 'Mức thu nhập thấp nhất được chọn là 2.200.000\u00a0đ; 1.000.000\u00a0đ thì chưa đủ.',
          basis: { document: 'Luật BHXH 41/2024/QH15', article: '31', clause: '2' },
        },
      ],
    });
  });

  test('what nobody has published', () => {
    const estimate = estimateVoluntary({ ...near, groups: [], income: 3_000_000, date: '2027-01-01' }, deps);
    expect(estimate).toMatchObject({
      status: 'unknown_parameter',
      unknown: [{ id: 'vsi.investment_return' }],
    });
  });

  test('in English', () => {
    const estimate = estimateVoluntary(
      { ...near, groups: [], locale: 'en', province: 'ha-noi' },
      estimateDeps('en'),
    );
    expect(estimate).toMatchObject({ steps: [{ label: 'Contribution per month' }, {}, {}, {}, {}, {}] });
    expect(JSON.stringify(estimate)).toContain('It is for permanent residents of Hà Nội.');
  });
});

describe('inputs', () => {
  test.each([
    ['an unknown key', voluntaryInput, { incomes: 1 }],
    ['a wrong type', voluntaryInput, { income: '1500000' }],
    ['part of a đồng', voluntaryInput, { income: 1_500_000.5 }],
    ['a negative income', voluntaryInput, { income: -1 }],
    ['an unknown group', voluntaryInput, { groups: ['rich'] }],
    ['a day that does not exist', voluntaryInput, { date: '2026-02-30' }],
    ['arrears over 60 months', voluntaryInput, { months: 61 }],
    ['one year ahead', voluntaryInput, { years: 1 }],
    ['six years ahead', voluntaryInput, { years: 6 }],
    ['a province with its accents', voluntaryInput, { province: 'Hà Nội' }],
    ['a third locale', voluntaryInput, { locale: 'fr' }],
    ['no member', householdInput, { members: [] }],
    ['four months', householdInput, { members: [{ months: 4 }] }],
    ['a member with a name', householdInput, { members: [{ months: 3, name: 'An' }] }],
    ['an unknown supported group', supportedInput, { group: 'poor' }],
    ['rank 0', supportedInput, { householdRank: 0 }],
    ['month 13', pensionInput, { birth: '1970-13' }],
    ['an unknown sex', pensionInput, { sex: 'x' }],
  ])('%s is refused', (_, schema, input) => {
    expect(schema.safeParse(input).success).toBe(false);
  });

  test.each([
    [voluntaryInput, {}],
    [
      voluntaryInput,
      { ...near, months: 12, supportedMonths: 120, province: 'ho-chi-minh', date: '2026-11-21' },
    ],
    [householdInput, { members: [{ months: 3 }, {}] }],
    [supportedInput, { group: 'pupil', months: 9 }],
    [pensionInput, { birth: '1970-03', sex: 'male', averageIncome: 0, monthsPaid: 0, monthsPlanned: 0 }],
  ])('are taken with fields left out', (schema, input) => {
    expect(schema.parse(input)).toEqual(input);
  });
});
