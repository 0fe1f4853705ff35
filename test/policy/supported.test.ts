import { describe, expect, test } from '@jest/globals';
import { supported, supportedGroups, type SupportedSituation } from '../../src/policy/index.js';
import { shippedTable } from './shippedTable.js';

const table = shippedTable();

function amountOf(situation: Partial<SupportedSituation>) {
  const outcome = supported({ date: '2026-11-21', months: 12, ...situation }, table);
  if (outcome.status !== 'amount') throw new Error(JSON.stringify(outcome));
  return outcome;
}

describe('Decree 188/2025 article 6 clause 6: what the State and the person pay for a year', () => {
  test.each([
    ['near_poor_poor_commune', 1_366_200, 0],
    ['near_poor', 956_340, 409_860],
    ['ethnic_left_difficulty', 956_340, 409_860],
    ['trafficking_victim', 683_100, 683_100],
    ['pupil', 683_100, 683_100],
    ['student', 683_100, 683_100],
    ['security_force', 683_100, 683_100],
    ['village_health', 683_100, 683_100],
    ['hamlet_staff', 683_100, 683_100],
    ['artisan', 683_100, 683_100],
    ['average_farm', 409_860, 956_340],
    ['mine_victim', 409_860, 956_340],
  ] as const)('%s: State %d, person %d', (group, state, pay) => {
    expect(amountOf({ group }).figures).toMatchObject({ gross: 1_366_200, state, local: 0, pay });
  });

  test.each([
    ['near_poor', 79_695, 34_155],
    ['student', 56_925, 56_925],
    ['average_farm', 34_155, 79_695],
  ] as const)('%s for one month', (group, state, pay) => {
    expect(amountOf({ group, months: 1 }).figures).toMatchObject({ gross: 113_850, state, pay });
  });

  test.each([
    ['near_poor_poor_commune', 1_263_600, 0],
    ['near_poor', 884_520, 379_080],
    ['ethnic_left_difficulty', 884_520, 379_080],
    ['trafficking_victim', 631_800, 631_800],
    ['pupil', 631_800, 631_800],
    ['student', 631_800, 631_800],
    ['security_force', 631_800, 631_800],
    ['village_health', 631_800, 631_800],
    ['hamlet_staff', 631_800, 631_800],
    ['artisan', 631_800, 631_800],
    ['average_farm', 379_080, 884_520],
    ['mine_victim', 379_080, 884_520],
  ] as const)('%s until 2026-06-30: State %d, person %d', (group, state, pay) => {
    expect(amountOf({ group, date: '2026-06-30' }).figures).toMatchObject({ gross: 1_263_600, state, pay });
  });

  test.each([
    ['T15: near-poor, a year', { group: 'near_poor' }, 956_340, 0, 409_860],
    ['T16: near-poor in a poor commune', { group: 'near_poor_poor_commune' }, 1_366_200, 0, 0],
    ['T17: near-poor in Huế', { group: 'near_poor', province: 'hue' }, 956_340, 409_860, 0],
    ['T18: a student, a year', { group: 'student' }, 683_100, 0, 683_100],
    [
      'T20: a student who paid in September 2025',
      { group: 'student', date: '2025-09-15' },
      631_800,
      0,
      631_800,
    ],
    ['T22: a farm household of average standard', { group: 'average_farm' }, 409_860, 0, 956_340],
  ] as const)('%s', (_, situation, state, local, pay) => {
    expect(amountOf(situation).figures).toMatchObject({ state, local, pay });
  });

  test.each([
    ['2026-06-30', 884_520],
    ['2026-07-01', 956_340],
    ['2026-07-02', 956_340],
  ])('near-poor who pay on %s are supported with %d', (date, state) => {
    expect(amountOf({ group: 'near_poor', date }).figures.state).toBe(state);
  });

  test.each([
    ['2025-06-30', 'unknownParameter'],
    ['2025-07-01', 'amount'],
    ['2025-07-02', 'amount'],
  ])('near-poor on %s: %s, for the shares before Decree 188 are not in the table', (date, status) => {
    expect(supported({ date, group: 'near_poor', months: 12 }, table).status).toBe(status);
  });

  test.each([
    ['2025-06-30', 379_080],
    ['2025-07-01', 631_800],
    ['2025-07-02', 631_800],
  ])('a student who pays on %s is supported with %d', (date, state) => {
    expect(amountOf({ group: 'student', date }).figures.state).toBe(state);
  });
});

describe('local support on top, as percent of the full contribution', () => {
  test.each([
    ['hue', 'near_poor', 409_860, 0],
    ['ho-chi-minh', 'pupil', 683_100, 0],
    ['ho-chi-minh', 'student', 0, 683_100],
    ['ha-noi', 'ethnic_left_difficulty', 409_860, 0],
  ] as const)('%s, %s: %d, to pay %d', (province, group, local, pay) => {
    expect(amountOf({ group, province }).figures).toMatchObject({ local, pay });
  });

  test.each([
    ['hue', 'near_poor', ['local_support_doubtful']],
    ['ho-chi-minh', 'student', []],
    ['da-nang', 'near_poor', ['local_support_unknown', 'local_support_doubtful']],
    ['lao-cai', 'near_poor', ['local_support_unknown', 'local_support_doubtful']],
    ['hue', 'student', ['local_support_unknown', 'local_support_doubtful']],
    ['da-nang', 'student', ['local_support_unknown', 'local_support_doubtful']],
    ['lao-cai', 'average_farm', ['local_support_unknown', 'local_support_doubtful']],
    ['hai-phong', 'near_poor', ['local_support_unknown', 'local_support_doubtful']],
    ['thanh-hoa', 'near_poor', ['local_support_unknown', 'local_support_doubtful']],
    ['ha-noi', 'near_poor', ['local_support_unknown', 'local_support_doubtful']],
    ['can-tho', 'near_poor_poor_commune', []],
    ['can-tho', 'near_poor', ['local_support_unknown']],
    [undefined, 'near_poor', ['local_support_unknown']],
    ['ho-chi-minh', 'trafficking_victim', ['support_ends']],
  ] as const)('%s, %s warns of %j', (province, group, codes) => {
    expect(amountOf({ group, province }).warnings.map(({ code }) => code)).toEqual(codes);
  });
});

test.each([
  ['hue', 'near_poor', '2025-12-31', 0],
  ['hue', 'near_poor', '2026-01-01', 409_860],
  ['ha-noi', 'ethnic_left_difficulty', '2025-12-31', 0],
  ['ha-noi', 'ethnic_left_difficulty', '2026-01-01', 409_860],
  ['ho-chi-minh', 'near_poor', '2025-12-31', 0],
  ['ho-chi-minh', 'near_poor', '2026-01-01', 409_860],
  ['ho-chi-minh', 'pupil', '2025-11-13', 0],
  ['ho-chi-minh', 'pupil', '2025-11-14', 683_100],
  ['quang-ninh', 'ethnic_left_difficulty', '2030-12-31', 409_860],
  ['quang-ninh', 'ethnic_left_difficulty', '2031-01-01', 0],
] as const)(
  '%s, %s, paid on %s: the province adds %d of a year at today’s price',
  (province, group, date, local) => {
    const { figures } = amountOf({ group, province, date });
    expect((figures.local * 1_366_200) / figures.gross).toBe(local);
  },
);

describe('Health insurance law article 13 clause 5 e: the household form instead', () => {
  test.each([
    ['average_farm', 1, { rank: 1, pay: 1_366_200, cheaper: false }],
    ['average_farm', 2, { rank: 2, pay: 956_340, cheaper: false }],
    ['average_farm', 3, { rank: 3, pay: 819_720, cheaper: true }],
    ['near_poor', 7, { rank: 7, pay: 546_480, cheaper: false }],
    ['student', 5, null],
    ['pupil', 5, null],
    ['mine_victim', 5, null],
    ['average_farm', undefined, null],
  ] as const)('%s as member %d', (group, householdRank, alternative) => {
    expect(amountOf({ group, householdRank }).figures.householdAlternative).toEqual(alternative);
  });
});

test('the rank that is compared stands on its row of the table', () => {
  const used = (householdRank?: number) =>
    amountOf({ group: 'average_farm', householdRank }).parameters.map(({ id }) => id);
  expect(used(3)).toEqual([...used(), 'hhi.ladder.p3']);
});

test('the parts sum to the full contribution for every group and length', () => {
  for (const group of supportedGroups) {
    for (const months of [1, 3, 5, 6, 9, 12]) {
      const { gross, state, local, pay } = amountOf({ group, months, province: 'hue' }).figures;
      expect(state + local + pay).toBe(gross);
    }
  }
});

test('an unusual length is said to be unusual', () => {
  expect(
    amountOf({ group: 'pupil', months: 9, province: 'ho-chi-minh' }).warnings.map(({ code }) => code),
  ).toEqual(['unusual_period']);
});

test('what is still to be asked', () => {
  expect(supported({ date: '2026-11-21' }, table)).toEqual({
    status: 'incomplete',
    missing: ['group', 'months'],
  });
});
