import type { CardHolder } from './benefitLevel.js';

export const careSettings = ['outpatient', 'inpatient', 'emergency'] as const;
export type CareSetting = (typeof careSettings)[number];

/** Facilities by level of care and, where it still matters, by what they were before 2025. */
export const facilities = [
  'first_level',
  'basic_former_district',
  'basic_below_50',
  'basic_50_69',
  'basic_former_provincial',
  'specialised_former_provincial',
  'specialised_former_central',
] as const;
export type Facility = (typeof facilities)[number];

/** The share of the benefit level that holds for a way to a facility, and whether its co-payment counts for the cap. */
export type Route = Readonly<{ id: RouteId; countsForCap: boolean }>;

export type RouteId =
  | 'hhi.routing.in_line'
  | 'hhi.routing.emergency'
  | 'hhi.routing.first_level'
  | 'hhi.routing.former_district'
  | 'hhi.routing.inpatient_basic'
  | 'hhi.routing.outpatient_basic_below_50'
  | 'hhi.routing.outpatient_basic_50_69'
  | 'hhi.routing.outpatient_basic_former_provincial'
  | 'hhi.routing.outpatient_specialised_former_provincial'
  | 'hhi.routing.inpatient_specialised_former_provincial'
  | 'hhi.routing.inpatient_central'
  | 'hhi.routing.outpatient_central'
  | 'hhi.routing.difficult_area_inpatient';

/** People who may go to a specialised hospital for inpatient care as if they had been sent there. */
const areaHolders: readonly CardHolder[] = ['ethnic_difficult_area', 'island'];

/**
 * Which share applies to a visit. `inLine`: at the place of registration, with referral, or for a listed disease.
 * Law on Health Insurance article 22 clauses 3 to 5; Decree 188/2025/NĐ-CP article 19. What counts for the cap on
 * co-payments: clause 1 d names clauses 3, 4 a, b, c, đ, e and 5.
 */
export function routeOf({
  setting,
  facility,
  inLine,
  holders,
}: Readonly<{
  setting: CareSetting;
  facility: Facility | undefined;
  inLine: boolean;
  holders: readonly CardHolder[];
}>): Route {
  if (setting === 'emergency') return { id: 'hhi.routing.emergency', countsForCap: true };
  if (inLine || facility === undefined) return { id: 'hhi.routing.in_line', countsForCap: true };
  const inpatient = setting === 'inpatient';
  switch (facility) {
    case 'first_level':
      return { id: 'hhi.routing.first_level', countsForCap: true };
    case 'basic_former_district':
      return { id: 'hhi.routing.former_district', countsForCap: true };
    case 'basic_below_50':
      return inpatient ? inpatientBasic : { id: 'hhi.routing.outpatient_basic_below_50', countsForCap: true };
    case 'basic_50_69':
      return inpatient ? inpatientBasic : { id: 'hhi.routing.outpatient_basic_50_69', countsForCap: true };
    case 'basic_former_provincial':
      return inpatient
        ? inpatientBasic
        : { id: 'hhi.routing.outpatient_basic_former_provincial', countsForCap: true };
    case 'specialised_former_provincial':
    case 'specialised_former_central':
      return specialised(facility, inpatient, holders);
  }
}

const inpatientBasic: Route = { id: 'hhi.routing.inpatient_basic', countsForCap: false };

function specialised(
  facility: 'specialised_former_provincial' | 'specialised_former_central',
  inpatient: boolean,
  holders: readonly CardHolder[],
): Route {
  if (inpatient && areaHolders.some((holder) => holders.includes(holder)))
    return { id: 'hhi.routing.difficult_area_inpatient', countsForCap: true };
  const provincial = facility === 'specialised_former_provincial';
  if (inpatient) {
    return provincial
      ? { id: 'hhi.routing.inpatient_specialised_former_provincial', countsForCap: false }
      : { id: 'hhi.routing.inpatient_central', countsForCap: false };
  }
  return provincial
    ? { id: 'hhi.routing.outpatient_specialised_former_provincial', countsForCap: false }
    : { id: 'hhi.routing.outpatient_central', countsForCap: false };
}
