import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { household, householdChoice, supported, type ChoiceMember } from '../../src/policy/index.js';
import { shippedTable } from './shippedTable.js';

const table = shippedTable();
const date = '2026-11-21';

const months = fc.constantFrom(3, 6, 12);
const groups = fc.subarray(
  [
    'average_farm',
    'near_poor',
    'ethnic_left_difficulty',
    'artisan',
    'pupil',
    'mine_victim',
    'charity',
  ] as const,
  { maxLength: 2 },
);
const resident = fc.constantFrom('permanent', 'permanent', 'temporary', 'none');
const birth = fc.constantFrom(undefined, '1960-01-01', '1990-01-01', '2022-01-01');
const member: fc.Arbitrary<ChoiceMember> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ months, groups, resident, birth }) },
  {
    weight: 1,
    arbitrary: fc.record({ months, groups: fc.constantFrom(['employee'] as const, ['poor'] as const) }),
  },
);
const families = fc.array(member, { minLength: 1, maxLength: 7 });
const provinces = fc.constantFrom(undefined, 'ho-chi-minh', 'hue', 'ha-noi');

function figuresOf(members: readonly ChoiceMember[], province?: string) {
  const outcome = householdChoice({ date, members, province }, table);
  if (outcome.status !== 'amount') throw new Error(JSON.stringify(outcome));
  return outcome.figures;
}

/** What the household form costs by rank, as the rule for households says. */
function householdTotal(periods: readonly number[]): number {
  if (periods.length === 0) return 0;
  const outcome = household({ date, members: periods.map((count) => ({ months: count })) }, table);
  if (outcome.status !== 'amount') throw new Error(outcome.status);
  return outcome.figures.total;
}

type Way = Readonly<{ own: number | null; mayJoin: boolean; months: number }>;

/** The ways of each member, read off the forms that the result names. */
function waysOf(members: ReturnType<typeof figuresOf>['members']): readonly Way[] {
  return members.flatMap(({ form, pay, months: count, alternatives }): Way[] => {
    if (form === 'state_paid' || form === 'other_card' || count === null) return [];
    const own = form === 'household' ? alternatives.map((other) => other.pay) : [pay];
    const mayJoin = form === 'household' || alternatives.some((other) => other.form === 'household');
    return [{ own: own[0] ?? null, mayJoin, months: count }];
  });
}

/** Every lawful whole, one after another. */
function everyTotal(ways: readonly Way[]): readonly number[] {
  const choices = ways.reduce<readonly (readonly boolean[])[]>(
    (soFar, { own, mayJoin }) =>
      soFar.flatMap((chosen) => [
        ...(own === null ? [] : [[...chosen, false]]),
        ...(mayJoin ? [[...chosen, true]] : []),
      ]),
    [[]],
  );
  return choices.map((joins) => {
    const alone = ways.reduce((sum, { own }, index) => sum + (joins[index] ? 0 : (own ?? 0)), 0);
    return alone + householdTotal(ways.filter((_, index) => joins[index]).map((way) => way.months));
  });
}

describe('the cheapest whole', () => {
  test('is never dearer than any other lawful one', () => {
    fc.assert(
      fc.property(families, provinces, (members, province) => {
        const figures = figuresOf(members, province);
        const all = everyTotal(waysOf(figures.members));
        expect(figures.total).toBe(Math.min(...all));
        expect(all).toContain(figures.totalByHousehold);
        expect(all).toContain(figures.totalByGroup);
        expect(figures.saving).toBe(Math.max(figures.totalByHousehold, figures.totalByGroup) - figures.total);
      }),
      { numRuns: 300 },
    );
  });

  test('is the sum of what its members pay, each part borne by somebody', () => {
    fc.assert(
      fc.property(families, provinces, (members, province) => {
        const figures = figuresOf(members, province);
        expect(figures.members.reduce((sum, { pay }) => sum + (pay ?? 0), 0)).toBe(figures.total);
        for (const { gross, state, local, pay } of figures.members) {
          if (gross === null || state === null || local === null || pay === null) continue;
          expect(state + local + pay).toBe(gross);
          expect(Math.min(state, local, pay)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  test('gives ranks in order, and no rank costs more than the one before', () => {
    fc.assert(
      fc.property(families, provinces, (members, province) => {
        const joined = figuresOf(members, province).members.filter(({ form }) => form === 'household');
        expect(joined.map(({ rank }) => rank)).toEqual(joined.map((_, index) => index + 1));
        const perMonth = joined.map(({ pay, months: count }) => (pay ?? 0) / (count ?? 1));
        expect(perMonth).toEqual(perMonth.toSorted((a, b) => b - a));
      }),
    );
  });

  test('of thirty members is found as well', () => {
    const members = Array.from({ length: 30 }, (_, index) => ({
      months: index % 2 === 0 ? 12 : 3,
      groups: index % 3 === 0 ? (['average_farm'] as const) : [],
    }));
    const { total, totalByHousehold, totalByGroup } = figuresOf(members);
    expect(total).toBeLessThanOrEqual(Math.min(totalByHousehold, totalByGroup));
  });

  test('a short period may take the first rank, so that the long ones pay less', () => {
    const members = [{ months: 3, groups: ['near_poor'] as const }, { months: 12 }];
    const figures = figuresOf(members);
    expect(figures.members.map(({ form }) => form)).toEqual(['household', 'household']);
    expect(figures).toMatchObject({ total: 341_550 + 956_340, totalByGroup: 102_465 + 1_366_200 });
  });
});

describe('amounts are those of the other rules', () => {
  test.each([
    ['2026-06-30', [1_263_600, 884_520, 758_160]],
    ['2026-07-01', [1_366_200, 956_340, 819_720]],
    ['2026-07-02', [1_366_200, 956_340, 819_720]],
  ])('members of a household who pay on %s', (on, pays) => {
    const outcome = householdChoice(
      { date: on, members: [12, 12, 12].map((count) => ({ months: count })) },
      table,
    );
    if (outcome.status !== 'amount') throw new Error(outcome.status);
    expect(outcome.figures.members.map(({ pay }) => pay)).toEqual(pays);
  });

  test.each(['near_poor', 'pupil', 'average_farm', 'ethnic_left_difficulty'] as const)(
    '%s in every province with local support',
    (group) => {
      for (const province of [undefined, 'ho-chi-minh', 'hue', 'ha-noi', 'quang-ninh', 'da-nang']) {
        const alone = supported({ date, group, months: 12, province }, table);
        if (alone.status !== 'amount') throw new Error(alone.status);
        const { gross, state, local, pay } = alone.figures;
        expect(figuresOf([{ months: 12, groups: [group] }], province).members[0]).toMatchObject({
          form: 'supported',
          ...{ gross, state, local, pay },
        });
      }
    },
  );
});
