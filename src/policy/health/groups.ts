/** Cards that employment or the social insurance fund pays: their holders don't count in the household. */
export const otherCardGroups = [
  'employee',
  'business_owner',
  'civil_servant',
  'pensioner',
  'accident_allowance',
  'commune_retiree',
  'unemployment_benefit',
] as const;

/** Groups whose contribution the State pays in full. */
export const statePaidGroups = [
  'army_police',
  'militia',
  'meritorious',
  'veteran',
  'deputy',
  'child_under_6',
  'martyr_relative',
  'merit_relative',
  'army_relative',
  'organ_donor',
  'scholarship_foreigner',
  'poor',
  'ethnic_near_poor_mountain',
  'ethnic_difficult_area',
  'especially_difficult_area',
  'island',
  'former_commune_official',
  'former_disability_allowance',
  'social_allowance',
  'elder_survivor_pension',
  'social_pension',
  'bridging_allowance',
  'safe_zone_resident',
  'low_income_artisan',
  'resistance_participant',
] as const;

/** Groups whose contribution the State pays in part. */
export const supportedGroups = [
  'near_poor',
  'near_poor_poor_commune',
  'pupil',
  'student',
  'average_farm',
  'ethnic_left_difficulty',
  'security_force',
  'village_health',
  'hamlet_staff',
  'artisan',
  'trafficking_victim',
  'mine_victim',
] as const;

/** People who pay for themselves, and may choose the household form when they are members of one. */
export const selfPaidGroups = ['charity', 'unpaid_leave'] as const;

/** Groups that only a province knows. */
export const localGroups = [
  'out_of_poverty',
  'poor_by_local_standard',
  'ethnic_minority',
  'light_disability',
  'light_visual_disability',
  'leprosy_patient',
  'lonely_low_income',
  'seriously_ill_low_income',
  'provincial_allowance',
] as const;

/** Groups of article 12 of the Law on Health Insurance; what is not listed here pays by household or alone. */
export const lawGroups = [
  ...otherCardGroups,
  ...statePaidGroups,
  ...supportedGroups,
  ...selfPaidGroups,
] as const;

/** Every group that a person may name. */
export const healthGroups = [...lawGroups, ...localGroups] as const;

export type OtherCardGroup = (typeof otherCardGroups)[number];
export type StatePaidGroup = (typeof statePaidGroups)[number];
export type SupportedGroup = (typeof supportedGroups)[number];
export type LawGroup = (typeof lawGroups)[number];
export type LocalGroup = (typeof localGroups)[number];
export type HealthGroup = (typeof healthGroups)[number];
