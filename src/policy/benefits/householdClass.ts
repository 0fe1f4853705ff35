/** What a household is certified as; poor and near-poor people have the social pension earlier. */
export const householdClasses = ['poor', 'near_poor', 'other'] as const;
export type HouseholdClass = (typeof householdClasses)[number];

/** The parameter that holds the age of the social pension. Law 41/2024/QH15 article 21. */
export function socialPensionAgeId(
  householdClass: HouseholdClass,
): 'social_pension.age' | 'social_pension.age_poor' {
  return householdClass === 'other' ? 'social_pension.age' : 'social_pension.age_poor';
}
