import { roundedProduct } from '../roundedProduct.js';
import type { VoluntaryRules } from './rules.js';

/** The usual incomes: multiples of the lowest, each raised to the next step above it and none above the highest. */
export function usualIncomes(
  { floor, ceiling, incomeStep }: Pick<VoluntaryRules, 'floor' | 'ceiling' | 'incomeStep'>,
  multiples: readonly number[],
): number[] {
  const step = Math.max(1, incomeStep);
  return multiples.map((multiple) => {
    const above = roundedProduct({ factors: [floor, multiple] }) - floor;
    return Math.min(ceiling, floor + Math.ceil(above / step) * step);
  });
}

/**
 * The highest income, by steps above the lowest, whose own payment of a month stays within a budget (đồng); null when
 * even the lowest costs more.
 * @param payOf the own payment of a month at an income; a higher income never costs less
 */
export function incomeWithin(
  budget: number,
  { floor, ceiling, incomeStep }: Pick<VoluntaryRules, 'floor' | 'ceiling' | 'incomeStep'>,
  payOf: (income: number) => number,
): number | null {
  if (payOf(floor) > budget) return null;
  if (payOf(ceiling) <= budget) return ceiling;
  const step = Math.max(1, incomeStep);
  // Halving between an income that is paid and one that is too dear.
  let paid = 0;
  let tooDear = Math.ceil((ceiling - floor) / step);
  while (tooDear - paid > 1) {
    const middle = Math.floor((paid + tooDear) / 2);
    if (payOf(floor + middle * step) <= budget) paid = middle;
    else tooDear = middle;
  }
  return floor + paid * step;
}
