import type { Shares } from '../Outcome.js';
import { roundedProduct } from '../roundedProduct.js';
import type { SupportedGroup } from './groups.js';

/** The parameter with the State's share for each supported group. */
export const supportIds = {
  near_poor: 'hhi.support.near_poor',
  near_poor_poor_commune: 'hhi.support.near_poor_poor_commune',
  pupil: 'hhi.support.student',
  student: 'hhi.support.student',
  average_farm: 'hhi.support.farm',
  ethnic_left_difficulty: 'hhi.support.ethnic_left',
  security_force: 'hhi.support.village',
  village_health: 'hhi.support.village',
  hamlet_staff: 'hhi.support.village',
  artisan: 'hhi.support.village',
  trafficking_victim: 'hhi.support.trafficking',
  mine_victim: 'hhi.support.mine_victim',
} as const satisfies Readonly<Record<SupportedGroup, string>>;

/** Groups whose support ends after some months, with the parameter that holds how many. */
export const supportLimitIds: Readonly<Partial<Record<SupportedGroup, string>>> = {
  ethnic_left_difficulty: 'hhi.support.ethnic_left_months',
  trafficking_victim: 'hhi.support.trafficking_months',
};

/** `rate`, `state` and `local` are percent: of the reference level, and twice of the contribution. */
export type SupportRates = Readonly<{ referenceLevel: number; rate: number; state: number; local: number }>;

/**
 * A full contribution for some months and who bears it, in đồng; together State and province never pay more than all.
 * Law on Health Insurance article 13 clause 3 d; Decree 188/2025/NĐ-CP article 6 clauses 4 and 6.
 */
export function supportShares({ referenceLevel, rate, state, local }: SupportRates, months: number): Shares {
  const part = (...shares: readonly number[]): number =>
    roundedProduct({ factors: [referenceLevel, months], percents: [rate, ...shares] });
  const gross = part();
  const stateShare = Math.min(part(state), gross);
  const localShare = Math.min(part(local), gross - stateShare);
  return { gross, state: stateShare, local: localShare, pay: gross - stateShare - localShare };
}
