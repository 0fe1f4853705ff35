import { pension, type Outcome, type PensionSituation } from '../../../src/policy/index.js';
import { shippedTable } from '../../policy/shippedTable.js';

const table = shippedTable();
const person = { date: '2026-11-21', sex: 'female', birth: '1980-01', monthsPlanned: 0 } as const;
const given = { ...person, averageIncome: 3_000_000, monthsPaid: 180 };
const twenty = { months: 240, average: 2_000_000 };

/** Pensions from a history of incomes, beside compulsory time, after the age, and for who joined long ago. */
const situations: readonly PensionSituation[] = [
  { ...given, birth: '1980' },
  { ...given, birth: '1960-01' },
  { ...given, compulsory: twenty, averageIncome: 1_500_000, plannedIncome: 2_000_000, monthsPlanned: 12 },
  { ...given, birth: '1965-01', monthsPaid: 367, monthsAfterAge: 4 },
  { ...given, monthsAfterAge: 4 },
  { ...given, birth: '1972-01', firstPaid: '2010-01', monthsPaid: 240 },
  {
    ...person,
    monthsPlanned: 12,
    history: [
      { from: '2026-06', months: 12, income: 2_000_000 },
      { from: '2008-01', months: 168, income: 1_000_000 },
      { from: '2026-05', months: 12, income: 1_500_000, arrears: true },
    ],
  },
];

export const pensions: readonly Outcome<unknown>[] = situations.map((situation) => pension(situation, table));
