import { comparisonEstimator } from './kinds/comparison.js';
import { householdEstimator } from './kinds/household.js';
import { lumpSumEstimator } from './kinds/lumpSum.js';
import { maternityEstimator } from './kinds/maternity.js';
import { monthlyAllowanceEstimator } from './kinds/monthlyAllowance.js';
import { participationEstimator } from './kinds/participation.js';
import { pensionEstimator } from './kinds/pension.js';
import { planEstimator } from './kinds/plan.js';
import { refundEstimator } from './kinds/refund.js';
import { scheduleEstimator } from './kinds/schedule.js';
import { socialPensionEstimator } from './kinds/socialPension.js';
import { supportedEstimator } from './kinds/supported.js';
import { survivorsEstimator } from './kinds/survivors.js';
import { voluntaryEstimator } from './kinds/voluntary.js';
import { cardRefundEstimator } from './kinds/cardRefund.js';
import { cardValidityEstimator } from './kinds/cardValidity.js';
import { coPaymentEstimator } from './kinds/coPayment.js';
import { householdChoiceEstimator } from './kinds/householdChoice.js';

/** Every kind of estimate: the routes, the contract, the command line and references follow from this list. */
export const estimators = [
  voluntaryEstimator,
  householdEstimator,
  supportedEstimator,
  pensionEstimator,
  planEstimator,
  participationEstimator,
  scheduleEstimator,
  refundEstimator,
  comparisonEstimator,
  lumpSumEstimator,
  monthlyAllowanceEstimator,
  socialPensionEstimator,
  maternityEstimator,
  survivorsEstimator,
  cardRefundEstimator,
  cardValidityEstimator,
  coPaymentEstimator,
  householdChoiceEstimator,
] as const;

/** The kind of that name; undefined when there is none. */
export function estimatorOf(kind: string): (typeof estimators)[number] | undefined {
  return estimators.find((estimator) => estimator.kind === kind);
}
