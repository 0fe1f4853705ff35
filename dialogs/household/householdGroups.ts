/** What a commune finds a whole household to be, as far as it changes who pays for its cards. */
export const householdGroups = ['poor', 'near_poor', 'average_farm', 'other', 'none'] as const;
export type HouseholdGroup = (typeof householdGroups)[number];
