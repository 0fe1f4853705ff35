import { describe, expect, test } from '@jest/globals';
import { estimatorOf, openReference } from '../../src/estimates/index.js';
import { estimateDeps } from './estimateDeps.js';

const deps = estimateDeps();

function prepare(kind: string, input: unknown) {
  const estimator = estimatorOf(kind);
  if (estimator === undefined) throw new Error(`There is no kind ${kind}.`);
  return estimator.prepare((schema) => schema.parse(input));
}
const accepts = (kind: string, input: unknown): boolean =>
  estimatorOf(kind)?.input.safeParse(input).success ?? false;

const family = {
  province: 'ho-chi-minh',
  members: [
    { months: 12, birth: '1960-05-05', resident: 'permanent' },
    { months: 12, groups: ['average_farm'], birth: '1985-01-01' },
    { groups: ['employee'] },
  ],
};
const card = { paidOn: '2026-11-21', previousExpiry: '2026-08-15', months: 12 };
const stay = {
  cost: 10_000_000,
  holder: 'household',
  setting: 'inpatient',
  facility: 'basic_50_69',
  inLine: true,
};
const refund = { paidOn: '2026-07-10', months: 12, rank: 1, case: 'other_group', from: '2026-11-10' };

describe('the public shape', () => {
  test.each([
    [
      'household-choice',
      family,
      { total: 956_340, members: [{ form: 'local' }, { form: 'supported' }, { form: 'other_card' }] },
    ],
    ['card-validity', card, { validFrom: '2026-12-21', validTo: '2027-12-20', rule: 'first_or_long_gap' }],
    ['co-payment', stay, { benefitPercent: 80, routingPercent: 100, fund: 8_000_000, patient: 2_000_000 }],
    ['card-refund', refund, { unusedMonths: 8, refund: 910_800 }],
  ])('%s: figures that fit their schema, and a reference that opens again', (kind, input, figures) => {
    const estimate = prepare(kind, input).run(deps);
    expect(estimate).toMatchObject({ status: 'amount', date: '2026-11-21', ...figures });
    if (estimate.status !== 'amount') throw new Error(estimate.status);
    expect(estimatorOf(kind)?.figures.safeParse(estimate).success).toBe(true);
    const opened = openReference(estimate.reference, deps.signingKey);
    if (opened.status !== 'ok') throw new Error(opened.status);
    expect(opened.estimate.run({ ...deps, today: '2028-01-01' })).toEqual(estimate);
  });

  test('the answer is in words', () => {
    expect(prepare('co-payment', stay).run(deps)).toHaveProperty(
      'steps',
      expect.arrayContaining([
        {
          id: 'fund_pays',
          label: 'Quỹ BHYT trả',
          text: '10.000.000\u00a0đ × 80% = 8.000.000\u00a0đ',
          value: 8_000_000,
        },
      ]),
    );
  });

  test('a reason against has its basis', () => {
    expect(prepare('card-refund', { ...refund, case: 'changed_mind' }).run(deps)).toEqual({
      status: 'not_eligible',
      date: '2026-11-21',
      reasons: [
        {
          code: 'refund_not_a_case',
          text: 'Đổi ý không dùng nữa thì không thuộc trường hợp được trả lại tiền.',
          basis: { document: 'Quyết định 595/QĐ-BHXH', article: '20' },
        },
      ],
    });
  });

  test('the largest family still has a reference that opens', () => {
    const groups = [
      'former_disability_allowance',
      'especially_difficult_area',
      'light_visual_disability',
      'ethnic_near_poor_mountain',
    ];
    const member = { months: 12, birth: '1960-05-05', resident: 'permanent', groups };
    const estimate = prepare('household-choice', { members: Array.from({ length: 30 }, () => member) }).run(
      deps,
    );
    if (estimate.status !== 'amount') throw new Error(estimate.status);
    expect(openReference(estimate.reference, deps.signingKey).status).toBe('ok');
  });

  test('the longest list of co-payments still has a reference that opens', () => {
    const copayThisYear = Array.from({ length: 100 }, () => ({ date: '2026-05-01', amount: 1_000_000 }));
    const estimate = prepare('co-payment', { ...stay, copayThisYear }).run(deps);
    if (estimate.status !== 'amount') throw new Error(estimate.status);
    expect(openReference(estimate.reference, deps.signingKey).status).toBe('ok');
  });
});

describe('inputs', () => {
  test.each([
    ['household-choice', { members: [] }],
    ['household-choice', { members: Array.from({ length: 31 }, () => ({ months: 12 })) }],
    ['household-choice', { members: [{ months: 4 }] }],
    ['household-choice', { members: [{ groups: ['rich'] }] }],
    ['household-choice', { members: [{ resident: 'guest' }] }],
    ['household-choice', { members: [{ birth: '1990-02-30' }] }],
    ['household-choice', { province: 'Huế' }],
    ['card-validity', { ...card, months: 1 }],
    ['card-validity', { ...card, paidOn: '9999-12-31' }],
    ['card-validity', { date: '9999-12-31' }],
    ['card-validity', { ...card, continuousSince: '2026-08-16' }],
    ['card-validity', { ...card, previousExpiry: null, continuousSince: '2020-01-01' }],
    ['co-payment', { ...stay, cost: -1 }],
    ['co-payment', { ...stay, holder: 'rich' }],
    ['co-payment', { ...stay, setting: 'home' }],
    ['co-payment', { ...stay, copayThisYear: [{ date: '2026-05-01' }] }],
    ['card-refund', { ...refund, group: 'pupil' }],
    ['card-refund', { ...refund, case: 'regret' }],
    ['card-refund', { ...refund, validFrom: '2026-07-09' }],
    ['card-refund', { ...refund, extra: 1 }],
  ])('%s refuses %j', (kind, input) => {
    expect(accepts(kind, input)).toBe(false);
  });

  test.each([
    ['household-choice', {}],
    ['household-choice', { members: [{}] }],
    ['card-validity', {}],
    ['card-validity', { ...card, previousExpiry: null }],
    ['card-validity', { ...card, continuousSince: '2026-08-15' }],
    ['co-payment', {}],
    ['card-refund', {}],
  ])('%s takes %j', (kind, input) => {
    expect(accepts(kind, input)).toBe(true);
  });
});
