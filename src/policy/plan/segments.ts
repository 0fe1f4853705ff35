import { addMonths } from '../dates.js';
import type { Shares } from '../Outcome.js';
import type { PlanMode } from './payments.js';
import type { Priced } from './pricing.js';

/** Equal payments in a row: together for the months `from` to `to` (`YYYY-MM`; of arrears both are the month of payment). */
export type PlanSegment = Shares &
  Readonly<{
    from: string;
    to: string;
    months: number;
    payments: number;
    mode: PlanMode;
    /** Đồng a month. */
    income: number;
  }>;

const noShares: Shares = { gross: 0, state: 0, local: 0, pay: 0 };

/** Amounts added part by part. */
export function addShares(parts: readonly Shares[]): Shares {
  return parts.reduce(
    (sum, part) => ({
      gross: sum.gross + part.gross,
      state: sum.state + part.state,
      local: sum.local + part.local,
      pay: sum.pay + part.pay,
    }),
    noShares,
  );
}

/** Payments in their order, those that are equal and follow each other taken together. */
export function segmentsOf(priced: readonly Priced[]): readonly PlanSegment[] {
  const runs: Priced[][] = [];
  for (const each of priced) {
    const run = runs.at(-1);
    if (run?.[0] !== undefined && isSame(run[0], each)) run.push(each);
    else runs.push([each]);
  }
  return runs.flatMap((run) => {
    const [first] = run;
    if (first === undefined) return [];
    const months = run.reduce((sum, { payment }) => sum + payment.months, 0);
    const { from, mode } = first.payment;
    return [
      {
        from,
        to: mode === 'arrears' ? from : addMonths(from, months - 1),
        ...{ months, payments: run.length, mode, income: first.income },
        ...addShares(run.map(({ period }) => period)),
      },
    ];
  });
}

function isSame(a: Priced, b: Priced): boolean {
  return (
    a.payment.mode === b.payment.mode &&
    a.income === b.income &&
    a.period.months === b.period.months &&
    a.period.gross === b.period.gross &&
    a.period.state === b.period.state &&
    a.period.local === b.period.local
  );
}
