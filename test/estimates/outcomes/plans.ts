import { plan, type Outcome, type PlanSituation } from '../../../src/policy/index.js';
import { fallingCeiling } from '../../policy/planSituations.js';
import { shippedTable } from '../../policy/shippedTable.js';

const table = shippedTable();
const person = { date: '2026-11-21', sex: 'male', birth: '1976-05', monthsPaid: 0, groups: [] } as const;

/** Plans for the young, for those near the age and for those beyond it, with and without a budget. */
const situations: readonly PlanSituation[] = [
  { ...person, budget: 500_000, harvests: 2 },
  { ...person, budget: 264_000, groups: ['ethnic_minority'], province: 'ha-noi' },
  { ...person, budget: 100_000, birth: '2000', province: 'ha-noi', groups: ['poor', 'island'] },
  { ...person, birth: '1975-01', sex: 'female', monthsPaid: 110 },
  { ...person, birth: '1975-01', sex: 'female', monthsPaid: 111, incomes: [3_000_000], budget: 100_000 },
  { ...person, birth: '1970-03', sex: 'female', monthsPaid: 172, groups: ['near_poor'] },
  { ...person, birth: '1962-01', monthsPaid: 60, province: 'quang-ninh' },
  { ...person, birth: '1962-01', monthsPaid: 130 },
  { ...person, birth: '1962-01', monthsPaid: 180 },
  { ...person, monthsPaid: 240, incomes: [1_510_000] },
  { ...person, date: '2027-02-01' },
  { ...person, incomes: [1_000_000, 90_000_000], birth: '2015-01' },
];

export const plans: readonly Outcome<unknown>[] = [
  ...situations.map((situation) => plan(situation, table)),
  plan({ ...person, incomes: [40_000_000] }, fallingCeiling()),
];
