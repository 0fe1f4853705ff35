import { describe, expect, test } from '@jest/globals';
import { householdChoice, type ChoiceMember } from '../../src/policy/index.js';
import { codesOf } from './codesOf.js';
import { shippedTable } from './shippedTable.js';

const table = shippedTable();
const date = '2026-11-21';

function choose(member: ChoiceMember, province: string | undefined, on = date) {
  const outcome = householdChoice({ date: on, province, members: [{ months: 12, ...member }] }, table);
  if (outcome.status !== 'amount') throw new Error(JSON.stringify(outcome));
  const [figures] = outcome.figures.members;
  if (figures === undefined) throw new Error('No member.');
  return { ...outcome, member: figures };
}

describe('what provinces pay by age', () => {
  test('T40: Resolution 56/2025 of Ho Chi Minh City, a permanent resident of 66 without other support', () => {
    const { member, warnings } = choose({ birth: '1960-05-05', resident: 'permanent' }, 'ho-chi-minh');
    expect(member).toMatchObject({
      form: 'local',
      gross: 1_366_200,
      local: 1_366_200,
      pay: 0,
      alternatives: [],
    });
    expect(codesOf(warnings)).toEqual(['local_support_condition']);
  });

  test.each([
    ['ho-chi-minh', '1961-11-22', 'household', 'a day under 65'],
    ['ho-chi-minh', '1961-11-21', 'local', '65 today'],
    ['ho-chi-minh', '1951-11-22', 'local', 'a day under 75'],
    ['ho-chi-minh', '1951-11-21', 'household', '75 today'],
    ['ho-chi-minh', '2020-09-30', 'local', 'a child whose own card has ended'],
    ['ho-chi-minh', '2010-11-22', 'local', 'a day under 16'],
    ['ho-chi-minh', '2010-11-21', 'household', '16 today'],
    ['ha-noi', '1956-11-22', 'household', 'a day under 70'],
    ['ha-noi', '1956-11-21', 'local', '70 today'],
    ['ha-noi', '1951-11-21', 'household', '75 today'],
    ['quang-ninh', '1961-11-22', 'household', 'a day under 65'],
    ['quang-ninh', '1961-11-21', 'local', '65 today'],
    ['quang-ninh', '1930-01-01', 'local', 'without an upper age'],
    ['hue', '1960-01-01', 'household', 'nothing by age'],
  ])('%s, born %s: %s (%s)', (province, birth, form) => {
    expect(choose({ birth }, province).member.form).toBe(form);
  });

  test.each([
    ['ho-chi-minh', '1960-01-01', '2025-11-13', 'household'],
    ['ho-chi-minh', '1960-01-01', '2025-11-14', 'local'],
    ['ho-chi-minh', '2012-01-01', '2025-12-31', 'household'],
    ['ho-chi-minh', '2012-01-01', '2026-01-01', 'local'],
    ['ha-noi', '1955-01-01', '2025-12-31', 'household'],
    ['ha-noi', '1955-01-01', '2026-01-01', 'local'],
    ['quang-ninh', '1960-01-01', '2030-12-31', 'local'],
    ['quang-ninh', '1960-01-01', '2031-01-01', 'household'],
  ])('%s, born %s, paid on %s: %s', (province, birth, on, form) => {
    expect(choose({ birth }, province, on).member.form).toBe(form);
  });

  test('for residents of the right kind', () => {
    const birth = '1960-01-01';
    const forms = (['permanent', 'temporary', 'none'] as const).map(
      (resident) => choose({ birth, resident }, 'ho-chi-minh').member.form,
    );
    expect(forms).toEqual(['local', 'household', 'individual']);
    expect(choose({ birth: '2012-01-01', resident: 'temporary' }, 'ho-chi-minh').member.form).toBe('local');
  });

  test('without a birth the age is asked for, where it matters', () => {
    expect(codesOf(choose({}, 'ho-chi-minh').warnings)).toContain('birth_decides_local_support');
    expect(codesOf(choose({}, 'hue').warnings)).not.toContain('birth_decides_local_support');
    const covered = choose({ groups: ['out_of_poverty'] }, 'ho-chi-minh');
    expect(covered.member.pay).toBe(0);
    expect(codesOf(covered.warnings)).not.toContain('birth_decides_local_support');
  });

  test('people with other support are not counted as without it, and told so', () => {
    const { member, warnings } = choose({ birth: '1960-01-01', groups: ['average_farm'] }, 'ho-chi-minh');
    expect(member).toMatchObject({ form: 'supported', pay: 956_340 });
    expect(codesOf(warnings)).toContain('local_without_support_doubtful');
  });
});

test('a row by age that lost its ages pays for nobody', () => {
  const localSupport = table.localSupport.map((row) => ({ ...row, ages: undefined }));
  const members = [{ months: 12, birth: '1960-05-05' }];
  const outcome = householdChoice({ date, province: 'ho-chi-minh', members }, { ...table, localSupport });
  expect(outcome).toMatchObject({ figures: { total: 1_366_200 } });
});

describe('what provinces pay for groups of their own', () => {
  test.each([
    ['ha-noi', 'out_of_poverty', 0, ['local_support_condition']],
    ['ha-noi', 'ethnic_minority', 0, ['local_support_condition']],
    ['ha-noi', 'light_disability', 0, ['local_support_condition']],
    ['ho-chi-minh', 'poor_by_local_standard', 0, ['local_support_condition']],
    ['ho-chi-minh', 'leprosy_patient', 0, ['local_support_condition']],
    ['quang-ninh', 'provincial_allowance', 0, ['local_support_condition']],
    ['quang-ninh', 'ethnic_minority', 0, ['local_support_condition']],
    ['hue', 'out_of_poverty', 683_100, ['local_support_condition', 'local_support_doubtful']],
  ] as const)('%s, %s: to pay %d', (province, group, pay, codes) => {
    const { member, warnings } = choose({ groups: [group], birth: '1980-01-01' }, province);
    expect(member).toMatchObject({ form: 'local', group, pay });
    expect(codesOf(warnings)).toEqual(codes);
  });

  test.each([
    ['1966-11-22', 'household'],
    ['1966-11-21', 'local'],
    ['1961-11-22', 'local'],
  ])('lonely people with low income in Ho Chi Minh City, born %s: %s', (birth, form) => {
    expect(choose({ groups: ['lonely_low_income'], birth }, 'ho-chi-minh').member.form).toBe(form);
  });

  test('half the contribution against a low rank of the household: the cheaper one', () => {
    const pays = [1, 2, 3, 4, 5].map((people) => {
      const others = Array.from({ length: people - 1 }, () => ({ months: 12 }));
      const members = [...others, { months: 12, groups: ['out_of_poverty'] as const }];
      const outcome = householdChoice({ date, province: 'hue', members }, table);
      return outcome.status === 'amount' ? outcome.figures.members.at(-1)?.form : outcome.status;
    });
    expect(pays).toEqual(['local', 'local', 'local', 'local', 'household']);
  });

  test.each([
    ['can-tho', ['local_support_unknown']],
    [undefined, ['local_support_unknown']],
    ['ha-noi', []],
  ] as const)('nothing known of %s: %j', (province, codes) => {
    expect(codesOf(choose({ birth: '1980-01-01' }, province).warnings)).toEqual(codes);
  });
});
