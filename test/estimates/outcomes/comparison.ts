import { comparison, voluntary, voluntaryGroups, type Outcome } from '../../../src/policy/index.js';
import { shippedTable } from '../../policy/shippedTable.js';

const table = shippedTable();

/** Comparisons before and after changes of the law, and the estimates of days without support. */
export const comparisons: readonly Outcome<unknown>[] = [
  ...['2026-05-20', '2026-11-21', '2027-01-01'].flatMap((date) =>
    [undefined, 'ha-noi', 'ho-chi-minh'].flatMap((province) =>
      [[], ...voluntaryGroups.map((group) => [group])].flatMap((groups) =>
        [100_000, 500_000, undefined].map((budget) =>
          comparison({ date, province, groups, budget, harvests: 2, supportedMonths: budget && 110 }, table),
        ),
      ),
    ),
  ),
  comparison({ date: '2026-11-21', groups: [], incomes: [1, 90_000_000] }, table),
  voluntary({ date: '2017-12-31', income: 700_000, groups: [], mode: 'monthly' }, table),
];
