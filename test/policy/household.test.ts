import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { household } from '../../src/policy/index.js';
import { shippedTable } from './shippedTable.js';

const table = shippedTable();

function amountOf(months: readonly number[], date = '2026-11-21') {
  const outcome = household({ date, members: months.map((count) => ({ months: count })) }, table);
  if (outcome.status !== 'amount') throw new Error(JSON.stringify(outcome));
  return outcome;
}
const repeat = (people: number, months: number): number[] => Array.from({ length: people }, () => months);

describe('Health insurance law article 13 clause 6: rate and reduction by rank', () => {
  test.each([
    ['2026-06-30', 3, [315_900, 221_130, 189_540, 157_950, 126_360, 126_360]],
    ['2026-06-30', 6, [631_800, 442_260, 379_080, 315_900, 252_720, 252_720]],
    ['2026-06-30', 12, [1_263_600, 884_520, 758_160, 631_800, 505_440, 505_440]],
    ['2026-07-01', 3, [341_550, 239_085, 204_930, 170_775, 136_620, 136_620]],
    ['2026-07-01', 6, [683_100, 478_170, 409_860, 341_550, 273_240, 273_240]],
    ['2026-07-01', 12, [1_366_200, 956_340, 819_720, 683_100, 546_480, 546_480]],
  ])('%s for %d months, first to sixth member', (date, months, pays) => {
    const { members } = amountOf(repeat(6, months), date).figures;
    expect(members.map(({ pay }) => pay)).toEqual(pays);
    expect(members.map(({ percent }) => percent)).toEqual([100, 70, 60, 50, 40, 40]);
  });

  test('a month of each rank', () => {
    const monthly = (date: string): number[] =>
      amountOf(repeat(5, 12), date).figures.members.map((member) => member.monthly);
    expect(monthly('2026-06-30')).toEqual([105_300, 73_710, 63_180, 52_650, 42_120]);
    expect(monthly('2026-07-01')).toEqual([113_850, 79_695, 68_310, 56_925, 45_540]);
  });

  test.each([
    ['2026-06-30', 3, [315_900, 537_030, 726_570, 884_520, 1_010_880, 1_137_240, 1_263_600]],
    ['2026-06-30', 6, [631_800, 1_074_060, 1_453_140, 1_769_040, 2_021_760, 2_274_480, 2_527_200]],
    ['2026-06-30', 12, [1_263_600, 2_148_120, 2_906_280, 3_538_080, 4_043_520, 4_548_960, 5_054_400]],
    ['2026-11-21', 3, [341_550, 580_635, 785_565, 956_340, 1_092_960, 1_229_580, 1_366_200]],
    ['2026-11-21', 6, [683_100, 1_161_270, 1_571_130, 1_912_680, 2_185_920, 2_459_160, 2_732_400]],
    ['2026-11-21', 12, [1_366_200, 2_322_540, 3_142_260, 3_825_360, 4_371_840, 4_918_320, 5_464_800]],
  ])('%s for %d months: households of one to seven', (date, months, totals) => {
    expect(totals.map((_, index) => amountOf(repeat(index + 1, months), date).figures.total)).toEqual(totals);
  });

  test('each member has a period of his own', () => {
    expect(amountOf([12, 6]).figures).toMatchObject({ total: 1_366_200 + 478_170 });
  });

  test('no member costs more than the one before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), fc.constantFrom(3, 6, 12), (people, months) => {
        const { members, total } = amountOf(repeat(people, months)).figures;
        members
          .slice(1)
          .forEach(({ pay }, index) => expect(pay).toBeLessThanOrEqual(members[index]?.pay ?? 0));
        expect(members.reduce((sum, { pay }) => sum + pay, 0)).toBe(total);
      }),
    );
  });
});

describe('worked examples', () => {
  test.each([
    ['T01: the first member', 1, 1_366_200],
    ['T02: the second', 2, 956_340],
    ['T03: the third', 3, 819_720],
    ['T04: the fourth', 4, 683_100],
    ['T05: the fifth', 5, 546_480],
  ])('%s, a year, paid from 2026-07-01 on', (_, rank, pay) => {
    const { members } = amountOf(repeat(rank, 12), '2026-07-01').figures;
    expect(members.at(-1)).toMatchObject({ rank, pay });
  });

  test.each([
    ['T10: four people for a year', 4, 12, 3_825_360],
    ['T11: five people for six months', 5, 6, 2_185_920],
    ['T12: six people for three months', 6, 3, 1_229_580],
  ])('%s', (_, people, months, total) => {
    expect(amountOf(repeat(people, months)).figures.total).toBe(total);
  });

  test('T13: paid on 2026-06-30 for a year, the old price holds and nothing more is due', () => {
    const { figures, warnings } = amountOf([12], '2026-06-30');
    expect(figures.total).toBe(1_263_600);
    expect(warnings).toEqual([
      { code: 'reference_level_changes', operands: { from: { kind: 'date', value: '2026-07-01' } } },
    ]);
  });
});

describe('the day of payment decides', () => {
  test.each([
    ['2024-06-30', 972_000],
    ['2025-06-30', 1_263_600],
    ['2025-07-01', 1_263_600],
    ['2025-07-02', 1_263_600],
    ['2024-07-01', 1_263_600],
    ['2026-06-29', 1_263_600],
    ['2026-06-30', 1_263_600],
    ['2026-07-01', 1_366_200],
    ['2026-07-02', 1_366_200],
  ])('%s: one person, a year: %d', (date, total) => {
    expect(amountOf([12], date).figures.total).toBe(total);
  });

  test('a period over a known change says that nothing is adjusted', () => {
    expect(amountOf([3], '2026-05-20').warnings.map(({ code }) => code)).toEqual(['reference_level_changes']);
    expect(amountOf([3], '2026-04-20').warnings).toEqual([]);
  });

  test('from 2027 the rate is to be checked again', () => {
    expect(amountOf([12], '2026-12-31').warnings).toEqual([]);
    expect(amountOf([12], '2027-01-01').warnings.map(({ code }) => code)).toEqual(['review_due']);
  });

  test('before the known rules nothing is guessed', () => {
    expect(household({ date: '2018-11-30', members: [{ months: 12 }] }, table).status).toBe(
      'unknownParameter',
    );
  });
});

test.each([
  [{}, ['members']],
  [{ members: [{ months: 12 }, {}] }, ['members.1.months']],
])('%j lacks %j', (situation, missing) => {
  expect(household({ date: '2026-11-21', ...situation }, table)).toEqual({ status: 'incomplete', missing });
});
