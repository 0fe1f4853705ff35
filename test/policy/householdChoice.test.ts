import { describe, expect, test } from '@jest/globals';
import { householdChoice, type ChoiceMember } from '../../src/policy/index.js';
import { codesOf } from './codesOf.js';
import { shippedTable } from './shippedTable.js';

const table = shippedTable();
const date = '2026-11-21';
const year = { months: 12 } as const;
const farm = { ...year, groups: ['average_farm'] } as const;

function choose(members: readonly ChoiceMember[], more: Readonly<{ province?: string; date?: string }> = {}) {
  const outcome = householdChoice({ date, members, ...more }, table);
  if (outcome.status !== 'amount') throw new Error(JSON.stringify(outcome));
  return outcome;
}
const formsOf = (members: readonly ChoiceMember[], province?: string) =>
  choose(members, { province }).figures.members.map(({ form, rank, pay }) => [form, rank, pay]);

describe('article 13 clause 5 a: who must be insured by another group', () => {
  test.each([
    ['employee', 'other_card', null],
    ['pensioner', 'other_card', null],
    ['unemployment_benefit', 'other_card', null],
    ['poor', 'state_paid', 0],
    ['island', 'state_paid', 0],
    ['veteran', 'state_paid', 0],
    ['social_allowance', 'state_paid', 0],
  ] as const)('%s: %s', (group, form, pay) => {
    const { figures } = choose([{ groups: [group] }, year]);
    expect(figures.members[0]).toMatchObject({ form, group, rank: null, pay, alternatives: [] });
    expect(figures.members[1]).toMatchObject({ form: 'household', rank: 1, pay: 1_366_200 });
    expect(figures.total).toBe(1_366_200);
  });

  test.each([
    ['the first in the order of the law', ['poor', 'employee'], 'employee'],
    ['before a supported group', ['near_poor', 'poor'], 'poor'],
    ['a pension before a job (d)', ['employee', 'pensioner'], 'pensioner'],
    ['social pension before a job (đ)', ['employee', 'social_pension'], 'social_pension'],
    [
      'an elder’s survivors’ pension before a job (đ)',
      ['employee', 'elder_survivor_pension'],
      'elder_survivor_pension',
    ],
  ] as const)('%s', (_, groups, group) => {
    expect(choose([{ groups }, year]).figures.members[0]).toMatchObject({ group });
  });

  test.each([
    ['born on 30 September, on the last day', '2020-09-30', '2026-09-30', 'state_paid'],
    ['born on 30 September, a day later', '2020-09-30', '2026-10-01', 'household'],
    ['born later, at the end of the month', '2020-10-01', '2026-10-31', 'state_paid'],
    ['born later, in the next month', '2020-10-01', '2026-11-01', 'household'],
  ])('Decree 188 article 13 clause 2, a small child: %s', (_, birth, on, form) => {
    const outcome = choose([{ ...year, birth }], { date: on });
    expect(outcome.figures.members[0]?.form).toBe(form);
  });

  test('a birth decides over what was said about the age', () => {
    const [member] = choose([{ ...year, birth: '2015-01-01', groups: ['child_under_6'] }]).figures.members;
    expect(member).toMatchObject({ form: 'household', pay: 1_366_200 });
    expect(choose([{ groups: ['child_under_6'] }]).figures.members[0]?.form).toBe('state_paid');
  });
});

describe('article 13 clause 5 e, g, h: who may choose', () => {
  test('farm households: the third member makes the household form cheaper for all (figures of §3, §4b)', () => {
    expect(formsOf([farm])).toEqual([['supported', null, 956_340]]);
    expect(formsOf([farm, farm])).toEqual([
      ['supported', null, 956_340],
      ['supported', null, 956_340],
    ]);
    const five = choose([farm, farm, farm, farm, farm]).figures;
    expect(five.members.map(({ form, rank }) => [form, rank])).toEqual(
      [1, 2, 3, 4, 5].map((rank) => ['household', rank]),
    );
    expect(five).toMatchObject({
      total: 4_371_840,
      totalByHousehold: 4_371_840,
      totalByGroup: 5 * 956_340,
      saving: 5 * 956_340 - 4_371_840,
    });
  });

  test('what costs the same stays with the group', () => {
    expect(formsOf([year, farm])).toEqual([
      ['household', 1, 1_366_200],
      ['supported', null, 956_340],
    ]);
  });

  test('the alternatives of a member are the other lawful forms', () => {
    const [, second] = choose([year, farm]).figures.members;
    expect(second?.alternatives).toEqual([{ form: 'household', group: null, rank: 2, pay: 956_340 }]);
    const [first] = choose([farm, farm, farm, farm, farm]).figures.members;
    expect(first?.alternatives).toEqual([
      { form: 'supported', group: 'average_farm', rank: null, pay: 956_340 },
    ]);
  });

  test.each([
    ['pupil', 683_100],
    ['student', 683_100],
    ['mine_victim', 956_340],
  ] as const)('%s may not join by household, whatever it costs', (group, pay) => {
    const members = [year, year, year, year, { ...year, groups: [group] }];
    const last = choose(members).figures.members[4];
    expect(last).toMatchObject({ form: 'supported', rank: null, pay, alternatives: [] });
  });

  test('of several supported groups the one with the highest support (g)', () => {
    const [member] = choose([{ ...year, groups: ['average_farm', 'near_poor', 'security_force'] }]).figures
      .members;
    expect(member).toMatchObject({ form: 'supported', group: 'near_poor', pay: 409_860 });
  });

  test('the highest support counts what the province adds', () => {
    const groups = ['near_poor', 'pupil'] as const;
    const pays = ['ho-chi-minh', 'can-tho'].map(
      (province) => choose([{ ...year, groups }], { province }).figures.members[0],
    );
    expect(pays).toMatchObject([
      { group: 'near_poor', pay: 0 },
      { group: 'near_poor', pay: 409_860 },
    ]);
    const hue = choose([{ ...year, groups: ['security_force', 'ethnic_left_difficulty'] }], {
      province: 'hue',
    });
    expect(hue.figures.members[0]).toMatchObject({ group: 'ethnic_left_difficulty', local: 409_860, pay: 0 });
  });

  test('people of charities and on unpaid leave may choose the household form (h)', () => {
    for (const group of ['charity', 'unpaid_leave'] as const) {
      expect(formsOf([year, { ...year, groups: [group] }])).toEqual([
        ['household', 1, 1_366_200],
        ['household', 2, 956_340],
      ]);
      expect(formsOf([{ ...year, groups: [group] }])).toEqual([['individual', null, 1_366_200]]);
    }
  });

  test('who isn’t registered here pays alone, without reduction and without taking a rank (article 12 clause 5 d)', () => {
    expect(formsOf([{ ...year, resident: 'none' }, year, { ...year, resident: 'temporary' }])).toEqual([
      ['individual', null, 1_366_200],
      ['household', 1, 1_366_200],
      ['household', 2, 956_340],
    ]);
    expect(formsOf([{ ...farm, resident: 'none' }])).toEqual([['supported', null, 956_340]]);
  });
});

describe('what is told beside the amounts', () => {
  const warned = (members: readonly ChoiceMember[], province = 'ho-chi-minh', on = date) =>
    codesOf(choose(members, { province, date: on }).warnings);

  test.each([
    ['one household member', [year], []],
    [
      'two household members (D3, D16)',
      [year, year],
      ['rank_by_declared_order', 'household_by_registration'],
    ],
    [
      'periods of different length (D3)',
      [year, { months: 3 }],
      ['rank_by_declared_order', 'household_by_registration', 'rank_with_unequal_periods'],
    ],
    ['another card beside (D4)', [{ groups: ['employee'] }, year], ['other_cards_not_ranked']],
    ['a free card beside', [{ groups: ['poor'] }, year], []],
    [
      'a group whose card pays more (D15)',
      [{ ...year, groups: ['near_poor'] }],
      ['benefit_level_differs', 'local_support_condition'],
    ],
    ['a group whose card pays the same', [farm], []],
    ['a group that may not choose', [{ ...year, groups: ['pupil'] }], []],
    ['support that ends', [{ ...year, groups: ['trafficking_victim'] }], ['support_ends']],
    ['old enough for social pension', [{ ...year, birth: '1951-11-21' }], ['social_pension_possible']],
    ['a day too young for it', [{ ...year, birth: '1951-11-22', resident: 'temporary' }], []],
    [
      'near-poor: from an earlier age',
      [{ ...year, groups: ['near_poor'], birth: '1956-11-21' }],
      ['benefit_level_differs', 'local_support_condition', 'social_pension_possible'],
    ],
  ] as const)('%s', (_, members, codes) => {
    const withBirth = members.map((member) => ({ birth: '1980-01-01', ...member }));
    expect(warned(withBirth)).toEqual(codes);
  });

  test('a reference level that changes within the longest period, and a rate to be checked again', () => {
    expect(warned([{ ...year, birth: '1980-01-01' }], 'ho-chi-minh', '2026-05-20')).toEqual([
      'reference_level_changes',
    ]);
    expect(warned([{ ...year, birth: '1980-01-01' }], 'ho-chi-minh', '2027-01-02')).toEqual(['review_due']);
  });

  test('who has which card, and that the rest are registered together unless it was said', () => {
    const members = [{ groups: ['employee'] }, { birth: '2022-05-05' }, year] as const;
    const { assumptions } = choose(members);
    expect(codesOf(assumptions)).toEqual([
      'paid_on',
      'other_card_member',
      'state_paid_member',
      'registered_together',
    ]);
    expect(codesOf(choose([{ ...year, resident: 'permanent' }]).assumptions)).toEqual(['paid_on']);
  });
});

describe('what is missing or unknown', () => {
  test.each([
    [{}, ['members']],
    [{ members: [] }, ['members']],
    [
      { members: [{}, { groups: ['employee'] }, year, { birth: '1990-01-01' }] },
      ['members.0.months', 'members.3.months'],
    ],
    [{ members: [{ groups: ['child_under_6'] }, { groups: ['near_poor'] }] }, ['members.1.months']],
  ] as const)('%j lacks %j', (situation, missing) => {
    expect(householdChoice({ date, ...situation }, table)).toEqual({ status: 'incomplete', missing });
  });

  test.each([
    ['2025-06-30', 'unknownParameter'],
    ['2025-07-01', 'amount'],
  ])('Law 51/2024: the rules of choice are known from %s on: %s', (on, status) => {
    expect(householdChoice({ date: on, members: [farm] }, table).status).toBe(status);
  });
});
