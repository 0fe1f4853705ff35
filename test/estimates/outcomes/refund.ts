import { refund, refundModes, refundReasons, type Outcome } from '../../../src/policy/index.js';
import { shippedTable } from '../../policy/shippedTable.js';

const table = shippedTable();
const ordinary = {
  date: '2027-06-15',
  paidOn: '2026-03-10',
  income: 1_500_000,
  groups: [],
  years: 5,
} as const;

/** Refunds of every way to pay, with and without support of the province, over a change of the poverty line. */
export const refunds: readonly Outcome<unknown>[] = refundModes.flatMap((mode) => [
  ...refundReasons.flatMap((reason) =>
    [undefined, 'ha-noi', 'ho-chi-minh'].flatMap((province) =>
      ['2026-03-10', '2026-11-21'].map((paidOn) =>
        refund({ ...ordinary, reason, mode, province, paidOn, monthsLeft: 2 }, table),
      ),
    ),
  ),
  refund({ ...ordinary, reason: 'death', mode, monthsLeft: 2, groups: ['island'] }, table),
  refund({ ...ordinary, reason: 'death', mode, monthsLeft: 55, groups: ['poor'], province: 'ha-noi' }, table),
  refund({ ...ordinary, reason: 'death', mode, monthsLeft: 61, paidOn: '2027-07-01' }, table),
]);
