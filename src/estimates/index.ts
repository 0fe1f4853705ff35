export { estimateHousehold, estimatePension, estimateSupported, estimateVoluntary } from './estimates.js';
export { runEstimate, type AnyEstimate } from './runEstimate.js';
export { openReference, signReference, type OpenedReference, type ReferenceContent } from './reference.js';
export {
  estimateInputs,
  householdInput,
  pensionInput,
  supportedInput,
  voluntaryInput,
  type EstimateKind,
  type HouseholdInput,
  type PensionInput,
  type SupportedInput,
  type VoluntaryInput,
} from './inputs.js';
export { createWords, type Words } from './words.js';
export type {
  AmountEstimate,
  Estimate,
  EstimateDeps,
  EstimateParameter,
  EstimateRemark,
  EstimateStep,
  IncompleteEstimate,
  NotEligibleEstimate,
  UnknownParameterEstimate,
} from './Estimate.js';
