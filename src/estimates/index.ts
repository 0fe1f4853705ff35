import type { z } from 'zod';
import { cardValidityEstimator } from './kinds/cardValidity.js';
import { comparisonEstimator } from './kinds/comparison.js';
import { householdEstimator } from './kinds/household.js';
import { householdChoiceEstimator } from './kinds/householdChoice.js';
import { participationEstimator } from './kinds/participation.js';
import { pensionEstimator } from './kinds/pension.js';
import { planEstimator } from './kinds/plan.js';
import { supportedEstimator } from './kinds/supported.js';
import { voluntaryEstimator } from './kinds/voluntary.js';

export { estimatorOf, estimators } from './estimators.js';
export type { Estimator, PreparedEstimate, ReadInput } from './estimator.js';
export { openReference, type OpenedReference } from './openReference.js';
export { shortReference } from './shortReference.js';
export { signReference, type ReferenceContent } from './signReference.js';
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

export const { estimate: estimateVoluntary, input: voluntaryInput } = voluntaryEstimator;
export const { estimate: estimateHousehold, input: householdInput } = householdEstimator;
export const { estimate: estimateSupported, input: supportedInput } = supportedEstimator;
export const { estimate: estimatePension, input: pensionInput } = pensionEstimator;
export const { estimate: estimatePlan, input: planInput } = planEstimator;
export const { estimate: estimateComparison } = comparisonEstimator;
export const { estimate: estimateParticipation } = participationEstimator;
export const { estimate: estimateHouseholdChoice, input: householdChoiceInput } = householdChoiceEstimator;
export const { estimate: estimateCardValidity } = cardValidityEstimator;
export type VoluntaryInput = z.infer<typeof voluntaryInput>;
export type HouseholdInput = z.infer<typeof householdInput>;
export type SupportedInput = z.infer<typeof supportedInput>;
export type PensionInput = z.infer<typeof pensionInput>;
export type PlanInput = z.infer<typeof planInput>;
export type HouseholdChoiceInput = z.infer<typeof householdChoiceInput>;
