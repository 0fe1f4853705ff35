import {
  householdClasses,
  lumpSum,
  lumpSumCases,
  maternity,
  monthlyAllowance,
  socialPension,
  survivors,
  type LumpSumSituation,
  type MaternitySituation,
  type MonthlyAllowanceSituation,
  type Outcome,
  type SocialPensionSituation,
  type SurvivorsSituation,
} from '../../../src/policy/index.js';
import { shippedTable } from '../../policy/shippedTable.js';

const table = shippedTable();
const date = '2026-11-21';

/** Lump sum, monthly allowance, social pension, maternity and survivors: every remark and every refusal. */
export const benefits: readonly Outcome<unknown>[] = [
  ...lumpSums().map((situation) => lumpSum(situation, table)),
  ...allowances().map((situation) => monthlyAllowance(situation, table)),
  ...socialPensions().map((situation) => socialPension(situation, table)),
  ...births().map((situation) => maternity(situation, table)),
  ...deaths().map((situation) => survivors(situation, table)),
];

function lumpSums(): readonly LumpSumSituation[] {
  const person = { date, sex: 'female', birth: '1969-05', disabilityPercent: 81 } as const;
  const paid = { averageIncome: 2_000_000, monthsBefore2014: 14, monthsFrom2014: 101 };
  const period = { firstPaid: '2012-11', lastPaid: '2024-06', group: 'ethnic_minority' } as const;
  const common = { ...person, ...paid, ...period };
  return [
    ...lumpSumCases.map((each): LumpSumSituation => ({ ...common, case: each })),
    { ...common, case: 'age', birth: '1969', monthsBefore2014: 0, monthsFrom2014: 150 },
    { ...common, case: 'age', birth: '1969-11' },
    { ...common, case: 'age', birth: '1980-05', monthsFrom2014: 240 },
    { ...common, case: 'abroad', monthsFrom2014: 0, monthsBefore2014: 0 },
    { ...common, case: 'abroad', monthsFrom2014: 0, monthsBefore2014: 240 },
    { ...common, case: 'abroad', monthsFrom2014: 6, monthsBefore2014: 0, averageIncome: 100 },
    { ...common, case: 'abroad', monthsFrom2014: 150, lastPaid: '2027-06' },
    { ...common, case: 'abroad', monthsFrom2014: 150, date: '2028-06-30', lastPaid: '2028-06' },
    { ...common, case: 'disability', disabilityPercent: 80 },
    { ...common, case: 'stopped', firstPaid: '2025-07', lastPaid: '2026-06', monthsFrom2014: 240 },
    {
      ...{ date, case: 'abroad', group: 'poor' },
      history: [{ from: '2026-01', months: 6, income: 1_500_000 }],
    },
  ];
}

function allowances(): readonly MonthlyAllowanceSituation[] {
  const born = householdClasses.flatMap((householdClass) =>
    ['1966', '1969-11', '1980-01', '1950-01'].flatMap((birth) =>
      [5, 50, 100, 170, 180].map((monthsPaid) => ({ householdClass, birth, monthsPaid })),
    ),
  );
  const person = { date, sex: 'female', averageIncome: 3_000_000 } as const;
  return [
    ...born.map((each) => ({ ...person, ...each })),
    { ...person, monthsPaid: 120, monthsToSocialPension: 180 },
    { ...person, monthsPaid: 120, monthsToSocialPension: 60 },
  ];
}

function socialPensions(): readonly SocialPensionSituation[] {
  return householdClasses.flatMap((householdClass) =>
    ['1950-02-03', '1956-11-22'].flatMap((birth) => [
      { date, birth, householdClass },
      ...[300_000, 500_000].flatMap((other) => [
        { date, birth, householdClass, otherMonthly: other },
        { date, birth, householdClass, assistanceMonthly: other },
      ]),
    ]),
  );
}

function births(): readonly MaternitySituation[] {
  const common: MaternitySituation = {
    date,
    parent: 'mother',
    birthDate: '2026-10-01',
    children: 2,
    monthsVoluntary: 6,
    otherParentClaims: false,
    compulsoryEligible: false,
  };
  return [
    common,
    { ...common, parent: 'father', birthDate: '2026-08-01' },
    { ...common, birthDate: '2027-01-01' },
    { ...common, monthsVoluntary: 0, otherParentClaims: true, compulsoryEligible: true },
    { ...common, birthDate: '2025-06-30' },
  ];
}

function deaths(): readonly SurvivorsSituation[] {
  const paid = { date, deceased: 'contributor', averageIncome: 3_000_000 } as const;
  return [
    { ...paid, monthsBefore2014: 14, monthsFrom2014: 100, compulsoryMonths: 12 },
    { ...paid, monthsBefore2014: 0, monthsFrom2014: 200, compulsoryMonths: 180 },
    { ...paid, monthsBefore2014: 0, monthsFrom2014: 59 },
    { ...paid, monthsBefore2014: 0, monthsFrom2014: 8, compulsoryMonths: 4, contributionsPaid: 1_000_000 },
    { ...paid, monthsBefore2014: 0, monthsFrom2014: 0 },
    { date, deceased: 'pensioner', pension: 2_000_000, monthsReceived: 30 },
  ];
}
