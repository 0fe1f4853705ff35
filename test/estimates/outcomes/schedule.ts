import { schedule, voluntaryModes, type Outcome } from '../../../src/policy/index.js';
import { shippedTable } from '../../policy/shippedTable.js';

const table = shippedTable();

/** Periods around each change of the law, paid in time, late, before and after it. */
export const schedules: readonly Outcome<unknown>[] = voluntaryModes.flatMap((mode) => [
  ...['2017-06', '2025-01', '2025-05', '2026-05', '2026-11', '2027-01', '2027-03'].flatMap((from) =>
    [`${from}-01`, '2026-12-31', '2027-05-01'].flatMap((date) =>
      [undefined, `${from}-10`, '2026-12-20'].map((paidOn) =>
        schedule({ date, mode, from, paidOn, years: 2, months: 12 }, table),
      ),
    ),
  ),
  schedule({ date: '2026-11-21', mode, from: '2026-11', years: 9, months: 99 }, table),
]);
