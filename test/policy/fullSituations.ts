import {
  cardRefund,
  cardTerm,
  coPayment,
  comparison,
  household,
  householdChoice,
  lumpSum,
  maternity,
  monthlyAllowance,
  participation,
  pension,
  plan,
  refund,
  schedule,
  socialPension,
  supported,
  survivors,
  voluntary,
  type Outcome,
  type ParameterTable,
} from '../../src/policy/index.js';

/** One situation of a rule, told in full, and how to ask it of another table or with a field left out. */
export type FullSituation = Readonly<{
  name: string;
  fields: readonly string[];
  run: (table: ParameterTable, without?: string) => Outcome<unknown>;
}>;

/** A field that is left out reads as undefined, as it does for a citizen who said nothing of it. */
function told<Situation extends object>(
  name: string,
  rule: (situation: Situation, table: ParameterTable) => Outcome<unknown>,
  situation: Situation,
): FullSituation {
  return {
    name,
    fields: Object.keys(situation).filter((field) => field !== 'date'),
    run: (table, without) =>
      rule(without === undefined ? situation : { ...situation, [without]: undefined }, table),
  };
}

const date = '2026-11-21';
const person = { date, sex: 'female', birth: '1980-01' } as const;
const poor = { groups: ['poor' as const], province: 'ha-noi', supportedMonths: 12 };
const stay = {
  setting: 'inpatient',
  facility: 'basic_former_provincial',
  inLine: false,
  contracted: true,
} as const;

/** At least one amount of every rule, with everything that can be told, and refusals that rest on figures. */
export const fullSituations: readonly FullSituation[] = [
  told('voluntary monthly', voluntary, { date, income: 1_500_000, mode: 'monthly', ...poor }),
  told('voluntary in advance', voluntary, { date, income: 2_200_000, mode: 'advance', years: 5, ...poor }),
  told('voluntary arrears', voluntary, { date, income: 2_200_000, mode: 'arrears', months: 60, groups: [] }),
  told('voluntary over the change of the line', voluntary, {
    ...{ date: '2026-12-20', income: 1_500_000, mode: 'yearly' as const },
    groups: [],
  }),
  told('participation', participation, {
    ...{ date, birth: '1990-05-20', sex: 'male' as const, citizen: true, keepsPaying: true, ...poor },
    status: ['domestic_worker' as const],
  }),
  told('participation after the pension age', participation, {
    ...{ date, birth: '1950-05-20', sex: 'male' as const, citizen: true, groups: [], status: [] },
  }),
  told('participation of a business owner', participation, {
    ...{ date, birth: '1990-05-20', sex: 'male' as const, citizen: true, groups: [] },
    status: ['household_business_declaration' as const],
  }),
  told('participation of a child', participation, {
    ...{ date, birth: '2015-05-20', sex: 'male' as const, citizen: true, groups: [], status: [] },
  }),
  told('schedule in advance', schedule, {
    ...{ date, mode: 'advance' as const, from: '2026-12', paidOn: '2026-11-20', years: 2 },
  }),
  told('schedule of three months', schedule, {
    date,
    mode: 'quarterly',
    from: '2026-11',
    paidOn: '2026-11-20',
  }),
  told('schedule of arrears', schedule, { date, mode: 'arrears', from: '2022-01', months: 24 }),
  told('refund of an advance', refund, {
    ...{ date: '2027-06-15', paidOn: '2026-03-10', income: 1_500_000, years: 5, mode: 'advance' as const },
    ...{ reason: 'death' as const, monthsLeft: 31, groups: ['poor' as const], province: 'ha-noi' },
  }),
  told('refund of a year', refund, {
    ...{ date: '2027-06-15', paidOn: '2026-11-21', income: 1_500_000, mode: 'yearly' as const },
    ...{ reason: 'pension' as const, monthsLeft: 5, groups: [] },
  }),
  told('comparison', comparison, { date, budget: 500_000, harvests: 2, ...poor }),
  told('pension', pension, {
    ...{ ...person, averageIncome: 3_000_000, monthsPaid: 180, monthsPlanned: 24, plannedIncome: 4_000_000 },
    compulsory: { months: 60, average: 5_000_000 },
  }),
  told('pension of a man for long', pension, {
    ...{ date, sex: 'male' as const, birth: '1964-01', averageIncome: 3_000_000, monthsPaid: 480 },
    monthsPlanned: 0,
  }),
  told('pension from a history', pension, {
    ...{ ...person, birth: '1968-01', monthsPlanned: 12, firstPaid: '2008-01' },
    history: [{ from: '2008-01', months: 215, income: 1_000_000 }],
  }),
  told('pension after the age', pension, {
    ...{ ...person, birth: '1965-01', averageIncome: 3_000_000, monthsPaid: 367, monthsPlanned: 0 },
    monthsAfterAge: 4,
  }),
  told('pension with arrears after the last index', pension, {
    ...{ ...person, birth: '1968-01', monthsPlanned: 12 },
    history: [
      { from: '2008-01', months: 203, income: 1_000_000 },
      { from: '2026-05', months: 12, income: 1_500_000, arrears: true },
    ],
  }),
  told('pension of a man for less', pension, {
    ...{ date, sex: 'male' as const, birth: '1964-01', averageIncome: 3_000_000, monthsPaid: 228 },
    monthsPlanned: 0,
  }),
  told('plan', plan, { ...person, monthsPaid: 60, budget: 500_000, harvests: 2, ...poor }),
  told('plan of who is beyond the age', plan, {
    ...{ date, sex: 'male' as const, birth: '1962-01', monthsPaid: 130, groups: [] },
  }),
  told('lump sum', lumpSum, {
    ...{ ...person, birth: '1969-05', case: 'abroad' as const, averageIncome: 2_000_000 },
    ...{ monthsBefore2014: 14, monthsFrom2014: 101, firstPaid: '2012-11', lastPaid: '2024-06' },
    group: 'ethnic_minority',
  }),
  told('lump sum at the age', lumpSum, {
    ...{ ...person, birth: '1965-05', case: 'age' as const, averageIncome: 2_000_000 },
    ...{ monthsBefore2014: 0, monthsFrom2014: 101, firstPaid: '2015-11', lastPaid: '2024-06' },
    group: 'other',
  }),
  told('lump sum from a history', lumpSum, {
    ...{ date, case: 'abroad' as const, group: 'poor' as const },
    history: [{ from: '2024-01', months: 30, income: 1_500_000 }],
  }),
  told('monthly allowance', monthlyAllowance, {
    ...{ date, sex: 'female' as const, birth: '1966-01-10', averageIncome: 3_000_000, monthsPaid: 100 },
    ...{ compulsoryMonths: 12, householdClass: 'near_poor' as const },
  }),
  told('social pension', socialPension, {
    ...{ date, birth: '1950-01-10', householdClass: 'near_poor' as const },
    ...{ otherMonthly: 0, assistanceMonthly: 100_000 },
  }),
  told('maternity', maternity, {
    ...{ date, parent: 'mother' as const, birthDate: '2026-10-01', children: 2, monthsVoluntary: 8 },
    ...{ monthsCompulsory: 2, otherParentClaims: false, compulsoryEligible: false, applied: '2026-11-01' },
  }),
  told('survivors of a contributor', survivors, {
    ...{ date, deceased: 'contributor' as const, averageIncome: 2_000_000, monthsBefore2014: 24 },
    ...{ monthsFrom2014: 100, compulsoryMonths: 0 },
  }),
  told('survivors of a pensioner', survivors, {
    ...{ date, deceased: 'pensioner' as const, pension: 3_000_000, monthsReceived: 20 },
  }),
  told('household', household, { date, members: [{ months: 12 }, { months: 3 }, { months: 6 }] }),
  told('supported', supported, {
    ...{ date, group: 'near_poor' as const, months: 12, province: 'ha-noi', householdRank: 2 },
  }),
  told('household choice', householdChoice, {
    ...{ date, province: 'ha-noi' },
    members: [
      { months: 12, groups: ['near_poor'], birth: '1961-05-02' },
      { months: 12, groups: ['average_farm'] },
      { months: 12 },
    ],
  }),
  told('card term', cardTerm, {
    ...{ date, previousExpiry: '2026-10-31', months: 12 as const, birth: '2021-03-04', grade12In: 2039 },
    continuousSince: '2020-01-01',
  }),
  told('card after a short gap', cardTerm, { date, previousExpiry: '2026-09-30', months: 12 }),
  told('card after a long gap', cardTerm, {
    date,
    previousExpiry: '2026-05-31',
    months: 6,
    birth: '1990-01-01',
  }),
  told('card refund of a student', cardRefund, {
    ...{ date, paidOn: '2026-03-10', months: 12 as const, group: 'student' as const },
    ...{ from: '2026-09-25', validFrom: '2026-04-09', case: 'state_raised_support' as const },
  }),
  told('card refund', cardRefund, {
    ...{ date, paidOn: '2026-03-10', months: 12 as const, rank: 2, case: 'other_group' as const },
    ...{ from: '2026-06-10', validFrom: '2026-03-10' },
  }),
  told('household of six', household, {
    ...{ date, members: Array.from({ length: 6 }, () => ({ months: 12 })) },
  }),
  told('co-payment', coPayment, {
    ...{ ...stay, date, holder: 'household' as const, birth: '1955-01-01', cost: 30_000_000 },
    ...{ copayThisYear: [{ date: '2026-05-01', amount: 12_000_000 }], fiveContinuousYears: true },
  }),
];
