import type { UnknownParameter, UsedParameter } from '../lookUp.js';
import type { ParameterTable } from '../ParameterTable.js';
import { readParameters } from '../readParameters.js';
import { toDecimal } from '../roundedProduct.js';

/** A co-payment of an earlier visit of the year: its day, `YYYY-MM-DD`, and đồng. */
export type Copay = Readonly<{ date: string; amount: number }>;

/**
 * How far a person is from the cap on a year's co-payments on a day, before that day's visit: `remaining` is what may
 * still be asked, `reached` that the right has begun, `bases` the base salaries of the year in their order, `ignored`
 * co-payments of another year or of a later day.
 */
export type CopayCap =
  | Readonly<{
      status: 'found';
      reached: boolean;
      remaining: number;
      bases: readonly number[];
      ignored: number;
      used: readonly UsedParameter[];
    }>
  | Readonly<{ status: 'unknown'; unknown: readonly UnknownParameter[] }>;

/**
 * The cap is a multiple of the base salary, to be exceeded. When the base changes in the year, what was paid before
 * counts as a part of the old cap, and the rest is due of the new one; who had paid all of the old cap keeps the right.
 * Law on Health Insurance article 22 clause 1 d; Decree 188/2025/NĐ-CP article 18 clause 2.
 */
export function copayCap(table: ParameterTable, date: string, copays: readonly Copay[]): CopayCap {
  const ofYear = copays
    .filter((copay) => copay.date.slice(0, 4) === date.slice(0, 4) && copay.date <= date)
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const multiple = readParameters(table, date, ['hhi.copay_cap_multiple']);
  const levels = [...ofYear.map((copay) => copay.date), date].map((day) =>
    readParameters(table, day, ['reference_level']),
  );
  const unknown = [multiple, ...levels].flatMap((read) => (read.status === 'unknown' ? read.unknown : []));
  if (multiple.status === 'unknown' || unknown.length > 0) return { status: 'unknown', unknown };

  const cap = ratio(multiple.value('hhi.copay_cap_multiple'));
  const known = levels.flatMap((read) => (read.status === 'found' ? [read] : []));
  const bases = known.map((read) => read.value('reference_level'));
  const now = bases.at(-1) ?? 0;
  let paid = ratio(0);
  let reached = false;
  for (const [index, { amount }] of ofYear.entries()) {
    const base = bases[index] ?? now;
    paid = sum(paid, { top: BigInt(amount), bottom: BigInt(base) });
    const exceeded = isLess(cap, paid);
    const allOfOldCap = bases[index + 1] !== base && !isLess(paid, cap);
    reached ||= exceeded || allOfOldCap;
  }
  const rest = sum(cap, { top: -paid.top, bottom: paid.bottom });
  return {
    status: 'found',
    reached,
    remaining: reached ? 0 : rounded({ top: rest.top * BigInt(now), bottom: rest.bottom }),
    bases: bases.filter((base, index) => base !== bases[index - 1]),
    ignored: copays.length - ofYear.length,
    used: [
      ...multiple.used,
      ...new Map(known.flatMap((read) => read.used.map((level) => [level.from, level]))).values(),
    ],
  };
}

/** An exact fraction with a positive bottom. */
type Ratio = Readonly<{ top: bigint; bottom: bigint }>;

function ratio(value: number): Ratio {
  const { digits, places } = toDecimal(value);
  return { top: digits, bottom: 10n ** BigInt(places) };
}

function sum(a: Ratio, b: Ratio): Ratio {
  return { top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom };
}

function isLess(a: Ratio, b: Ratio): boolean {
  return a.top * b.bottom < b.top * a.bottom;
}

/** To the whole đồng, half upwards; never below 0. */
function rounded({ top, bottom }: Ratio): number {
  return top <= 0n ? 0 : Number((2n * top + bottom) / (2n * bottom));
}
