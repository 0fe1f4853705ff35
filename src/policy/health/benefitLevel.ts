import { healthGroups } from './groups.js';

/**
 * The parameter with the benefit level of each group when going by the rules.
 * Law on Health Insurance article 22 clause 1; Resolution 261/2025/QH15 article 2.
 */
const levelIds: Readonly<Partial<Record<CardHolder, BenefitId>>> = {
  army_police: 'hhi.benefit.state_full',
  militia: 'hhi.benefit.state_full',
  meritorious: 'hhi.benefit.state_full',
  veteran: 'hhi.benefit.state_full',
  child_under_6: 'hhi.benefit.state_full',
  martyr_relative: 'hhi.benefit.state_full',
  poor: 'hhi.benefit.state_full',
  ethnic_near_poor_mountain: 'hhi.benefit.state_full',
  ethnic_difficult_area: 'hhi.benefit.state_full',
  especially_difficult_area: 'hhi.benefit.state_full',
  island: 'hhi.benefit.state_full',
  social_allowance: 'hhi.benefit.state_full',
  elder_survivor_pension: 'hhi.benefit.state_full',
  merit_relative: 'hhi.benefit.merit_relative',
  pensioner: 'hhi.benefit.pensioner',
  near_poor: 'hhi.benefit.near_poor',
  near_poor_poor_commune: 'hhi.benefit.near_poor',
  ethnic_left_difficulty: 'hhi.benefit.ethnic_left',
  household: 'hhi.benefit.household',
  other_full: 'hhi.benefit.state_full',
};

export type BenefitId =
  | 'hhi.benefit.state_full'
  | 'hhi.benefit.merit_relative'
  | 'hhi.benefit.pensioner'
  | 'hhi.benefit.near_poor'
  | 'hhi.benefit.ethnic_left'
  | 'hhi.benefit.elder_social_pension'
  | 'hhi.benefit.household'
  | 'hhi.benefit.other';

/** Whose card it is: any group, who joined by household, or whoever knows that the card pays all. */
export const cardHolders = [...healthGroups, 'household', 'other_full'] as const;
export type CardHolder = (typeof cardHolders)[number];

/** The parameter with a holder's benefit level; `oldEnough`: of the age at which social pension has its own level. */
export function benefitId(holder: CardHolder, oldEnough: boolean): BenefitId {
  if (holder === 'social_pension' && oldEnough) return 'hhi.benefit.elder_social_pension';
  return levelIds[holder] ?? 'hhi.benefit.other';
}
