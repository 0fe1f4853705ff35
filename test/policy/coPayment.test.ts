import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  cardHolders,
  careSettings,
  coPayment,
  facilities,
  type CardHolder,
  type CoPaymentSituation,
} from '../../src/policy/index.js';
import { codesOf } from './codesOf.js';
import { shippedTable } from './shippedTable.js';

const table = shippedTable();
const stay = {
  date: '2026-11-21',
  cost: 10_000_000,
  holder: 'household',
  setting: 'inpatient',
  facility: 'basic_50_69',
  inLine: true,
} as const;

function visit(situation: Partial<CoPaymentSituation>) {
  const outcome = coPayment({ ...stay, ...situation }, table);
  if (outcome.status !== 'amount') throw new Error(JSON.stringify(outcome));
  return outcome;
}

describe('Law on Health Insurance article 22 clause 1: benefit level by group', () => {
  test('T34: inpatient, 10,000,000, basic level, household card', () => {
    expect(visit({}).figures).toMatchObject({
      ...{ benefitPercent: 80, routingPercent: 100, rule: 'group' },
      ...{ fund: 8_000_000, patient: 2_000_000, copay: 2_000_000, selfPaid: 0 },
    });
  });

  test.each([
    [100, ['army_police', 'militia', 'meritorious', 'veteran', 'child_under_6', 'martyr_relative', 'poor']],
    [
      100,
      [
        'ethnic_difficult_area',
        'especially_difficult_area',
        'island',
        'social_allowance',
        'elder_survivor_pension',
      ],
    ],
    [100, ['near_poor', 'near_poor_poor_commune', 'other_full']],
    [95, ['pensioner', 'merit_relative', 'ethnic_left_difficulty']],
    [
      80,
      [
        'household',
        'pupil',
        'student',
        'employee',
        'average_farm',
        'unemployment_benefit',
        'deputy',
        'organ_donor',
      ],
    ],
    [80, ['army_relative', 'former_commune_official', 'bridging_allowance', 'charity', 'out_of_poverty']],
  ] as const)('%d %%: %j', (benefitPercent, holders) => {
    for (const holder of holders) expect(visit({ holder }).figures.benefitPercent).toBe(benefitPercent);
  });

  test.each([
    ['near_poor', '2025-12-31', 95],
    ['near_poor', '2026-01-01', 100],
    ['near_poor', '2026-01-02', 100],
    ['social_pension', '2025-12-31', 80],
    ['social_pension', '2026-01-01', 100],
  ] as const)('Resolution 261/2025: %s on %s: %d %%', (holder, date, benefitPercent) => {
    expect(visit({ holder, date, birth: '1940-01-01' }).figures.benefitPercent).toBe(benefitPercent);
  });

  test.each([
    ['1951-11-22', 80],
    ['1951-11-21', 100],
    ['1951-11-20', 100],
  ])('social pension, born %s: %d %%', (birth, benefitPercent) => {
    expect(visit({ holder: 'social_pension', birth }).figures.benefitPercent).toBe(benefitPercent);
  });

  test('clause 2: of several groups the one with the highest level (D15)', () => {
    const elder = { holder: 'social_pension', birth: '1955-01-01' } as const;
    const alone = visit(elder);
    expect(alone.figures.benefitPercent).toBe(80);
    expect(codesOf(alone.warnings)).toEqual(['social_pension_level_doubtful']);
    const nearPoor = visit({ ...elder, otherGroups: ['near_poor'] });
    expect(nearPoor.figures.benefitPercent).toBe(100);
    expect(codesOf(nearPoor.warnings)).toEqual([]);
  });

  test.each([
    ['2025-06-30', 'unknownParameter'],
    ['2025-07-01', 'amount'],
  ])('Law 51/2024: levels are known from %s: %s', (date, status) => {
    expect(coPayment({ ...stay, date }, table).status).toBe(status);
  });
});

describe('clause 1 b, c: visits that are paid in full', () => {
  test.each([
    ['2026-11-21', 379_499, 'small_visit', 0],
    ['2026-11-21', 379_500, 'group', 75_900],
    ['2026-11-21', 379_501, 'group', 75_900],
    ['2026-06-30', 350_999, 'small_visit', 0],
    ['2026-06-30', 351_000, 'group', 70_200],
    ['2026-06-30', 379_499, 'group', 75_900],
    ['2026-07-01', 379_499, 'small_visit', 0],
  ] as const)('on %s, a visit for %d: %s', (date, cost, rule, patient) => {
    expect(visit({ date, cost }).figures).toMatchObject({ rule, patient, fund: cost - patient });
  });

  test('a first-level facility pays in full, sent there or not', () => {
    for (const inLine of [true, false]) {
      const { figures } = visit({ facility: 'first_level', setting: 'outpatient', inLine });
      expect(figures).toMatchObject({ rule: 'first_level', benefitPercent: 100, patient: 0 });
    }
  });

  test('whose card pays in full anyway needs no other rule', () => {
    expect(visit({ holder: 'poor', cost: 100_000, facility: 'first_level' }).figures.rule).toBe('group');
  });
});

describe('clause 4 and Decree 188 article 19: without referral, as a share of the level', () => {
  test.each([
    ['inpatient', 'first_level', 100, true],
    ['inpatient', 'basic_former_district', 100, true],
    ['inpatient', 'basic_below_50', 100, false],
    ['inpatient', 'basic_50_69', 100, false],
    ['inpatient', 'basic_former_provincial', 100, false],
    ['inpatient', 'specialised_former_provincial', 100, false],
    ['inpatient', 'specialised_former_central', 40, false],
    ['outpatient', 'first_level', 100, true],
    ['outpatient', 'basic_former_district', 100, true],
    ['outpatient', 'basic_below_50', 100, true],
    ['outpatient', 'basic_50_69', 50, true],
    ['outpatient', 'basic_former_provincial', 50, true],
    ['outpatient', 'specialised_former_provincial', 50, false],
    ['outpatient', 'specialised_former_central', 0, false],
  ] as const)('%s, %s: %d %%, counts for the cap: %s', (setting, facility, routingPercent, counts) => {
    const { figures } = visit({ setting, facility, inLine: false });
    expect(figures.routingPercent).toBe(routingPercent);
    expect(figures.countsForCap).toBe(counts && figures.copay > 0);
    expect(figures.fund).toBe((10_000_000 * figures.benefitPercent * routingPercent) / 10_000);
  });

  test.each([
    ['basic_50_69', '2026-06-30', 0],
    ['basic_50_69', '2026-07-01', 50],
    ['basic_50_69', '2026-07-02', 50],
    ['basic_former_provincial', '2026-06-30', 0],
    ['basic_former_provincial', '2026-07-01', 50],
    ['specialised_former_provincial', '2026-06-30', 0],
    ['specialised_former_provincial', '2026-07-01', 50],
    ['specialised_former_central', '2026-07-01', 0],
  ] as const)('outpatient, %s on %s: %d %%', (facility, date, routingPercent) => {
    const { figures } = visit({ date, setting: 'outpatient', facility, inLine: false });
    expect(figures.routingPercent).toBe(routingPercent);
  });

  test('what the way takes away is paid by oneself, and is no co-payment', () => {
    const { figures } = visit({ setting: 'outpatient', facility: 'basic_50_69', inLine: false });
    expect(figures).toMatchObject({
      fund: 4_000_000,
      copay: 1_000_000,
      selfPaid: 5_000_000,
      patient: 6_000_000,
    });
  });

  test('an emergency counts in full anywhere, whatever the facility', () => {
    const { figures } = visit({ setting: 'emergency', facility: undefined, inLine: undefined });
    expect(figures).toMatchObject({ routingPercent: 100, fund: 8_000_000, countsForCap: true });
  });

  test.each([
    ['ethnic_difficult_area', 100],
    ['island', 100],
    ['poor', 40],
    ['household', 40],
  ] as const)('%s, inpatient at a formerly central hospital: %d %%', (holder, routingPercent) => {
    const stayed = visit({ holder, facility: 'specialised_former_central', inLine: false });
    expect(stayed.figures.routingPercent).toBe(routingPercent);
    expect(codesOf(stayed.warnings).includes('difficult_area_possible')).toBe(holder === 'poor');
  });
});

test('what the fund and the patient pay is the whole cost, for every card and way', () => {
  const situations = fc.record({
    cost: fc.integer({ min: 0, max: 500_000_000 }),
    holder: fc.constantFrom(...cardHolders),
    otherGroups: fc.subarray([...cardHolders], { maxLength: 2 }),
    setting: fc.constantFrom(...careSettings),
    facility: fc.constantFrom(...facilities),
    inLine: fc.boolean(),
    contracted: fc.boolean(),
    fiveContinuousYears: fc.boolean(),
    copayThisYear: fc.array(
      fc.record({
        date: fc.constantFrom('2026-02-03', '2026-06-30', '2026-07-01', '2026-10-10'),
        amount: fc.integer({ min: 0, max: 20_000_000 }),
      }),
      { maxLength: 4 },
    ),
  });
  fc.assert(
    fc.property(situations, (situation) => {
      const { figures } = visit({ birth: '1950-01-01', ...situation });
      expect(figures.fund + figures.patient).toBe(situation.cost);
      expect(figures.copay + figures.selfPaid).toBe(figures.patient);
      expect(
        Math.min(figures.fund, figures.copay, figures.selfPaid, figures.remainingToCap),
      ).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 500 },
  );
});

test('a better card never lets the patient pay more', () => {
  const byLevel: readonly CardHolder[] = ['household', 'pensioner', 'poor'];
  const patients = byLevel.map((holder) => visit({ holder, inLine: false }).figures.patient);
  expect(patients).toEqual([2_000_000, 500_000, 0]);
});

describe('what is missing', () => {
  const none = {
    cost: undefined,
    holder: undefined,
    setting: undefined,
    facility: undefined,
    inLine: undefined,
  };
  test.each([
    [none, ['cost', 'holder', 'setting', 'facility', 'inLine']],
    [{ facility: undefined, inLine: undefined }, ['facility', 'inLine']],
    [{ holder: 'social_pension' }, ['birth']],
    [{ otherGroups: ['social_pension'] }, ['birth']],
    [{ ...none, setting: 'emergency' }, ['cost', 'holder']],
  ] as const)('%j lacks %j', (situation, missing) => {
    expect(coPayment({ ...stay, ...situation }, table)).toEqual({ status: 'incomplete', missing });
  });
});
