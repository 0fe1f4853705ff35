import {
  household,
  pension,
  supported,
  voluntary,
  type HouseholdFigures,
  type PensionFigures,
  type SupportedFigures,
  type VoluntaryFigures,
} from '../policy/index.js';
import type { Estimate, EstimateDeps } from './Estimate.js';
import type { HouseholdInput, PensionInput, SupportedInput, VoluntaryInput } from './inputs.js';
import { toEstimate } from './toEstimate.js';

/** What voluntary social insurance costs a month and for the chosen way to pay. */
export function estimateVoluntary(input: VoluntaryInput, deps: EstimateDeps): Estimate<VoluntaryFigures> {
  return toEstimate('voluntary', input, deps, (dated) => voluntary(dated, deps.table));
}

/** What household health insurance costs each member and together. */
export function estimateHousehold(input: HouseholdInput, deps: EstimateDeps): Estimate<HouseholdFigures> {
  return toEstimate('household', input, deps, (dated) => household(dated, deps.table));
}

/** What health insurance costs a member of a group that the State supports. */
export function estimateSupported(input: SupportedInput, deps: EstimateDeps): Estimate<SupportedFigures> {
  return toEstimate('supported', input, deps, (dated) => supported(dated, deps.table));
}

/** When a person may retire, and the pension for the months paid and planned. */
export function estimatePension(input: PensionInput, deps: EstimateDeps): Estimate<PensionFigures> {
  return toEstimate('pension', input, deps, (dated) => pension(dated, deps.table));
}
