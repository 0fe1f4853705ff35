export { parseParameterTable, type ParsedTable, type TableError } from './parseParameterTable.js';
export { missingParameters } from './missingParameters.js';
export { lookUp, type LookUp, type UnknownParameter, type UsedParameter } from './lookUp.js';
export {
  figure,
  listReferences,
  nextChange,
  previousValue,
  sinceDate,
  type DatedValue,
  type Figure,
} from './references.js';
export {
  voluntaryGroups,
  voluntaryModes,
  type VoluntaryGroup,
  type VoluntaryMode,
  type VoluntarySituation,
} from './voluntary/situation.js';
export { voluntary } from './voluntary/voluntary.js';
export { advanceRefund } from './voluntary/advanceRefund.js';
export {
  refund,
  refundModes,
  refundReasons,
  type RefundFigures,
  type RefundMode,
  type RefundReason,
  type RefundSituation,
} from './voluntary/refund.js';
export { participation, type ParticipationFigures } from './voluntary/participation.js';
export {
  participationStatuses,
  type ParticipationSituation,
  type ParticipationStatus,
} from './voluntary/participationSituation.js';
export { comparison } from './voluntary/comparison.js';
export type { ComparisonFigures, ComparisonSituation } from './voluntary/comparisonSituation.js';
export { schedule, type ScheduleFigures, type ScheduleSituation } from './voluntary/schedule.js';
export type { VoluntaryFigures } from './voluntary/calculation.js';
export { household, type HouseholdFigures, type HouseholdSituation } from './household.js';
export {
  supported,
  supportedGroups,
  type SupportedFigures,
  type SupportedGroup,
  type SupportedSituation,
} from './supported.js';
export { pension } from './pension/pension.js';
export type { PensionFigures } from './pension/calculation.js';
export type { Contributions, PensionSituation, Sex } from './pension/situation.js';
export { plan } from './plan/plan.js';
export type { PlanOption } from './plan/option.js';
export type { PlanPath } from './plan/path.js';
export { planModes, type PlanMode } from './plan/payments.js';
export type { PlanFigures } from './plan/planned.js';
export type { PlanSegment } from './plan/segments.js';
export type { PlanSituation } from './plan/situation.js';
export type { PlanWaiting } from './plan/waiting.js';
export { retirementOf, type Retirement } from './retirement.js';
export { householdClasses, type HouseholdClass } from './benefits/householdClass.js';
export { lumpSum, type LumpSumFigures } from './benefits/lumpSum/lumpSum.js';
export { lumpSumCases, type LumpSumCase, type LumpSumSituation } from './benefits/lumpSum/situation.js';
export { maternity, type MaternityFigures, type MaternitySituation } from './benefits/maternity.js';
export {
  monthlyAllowance,
  type MonthlyAllowanceFigures,
} from './benefits/monthlyAllowance/monthlyAllowance.js';
export type { MonthlyAllowanceSituation } from './benefits/monthlyAllowance/situation.js';
export {
  socialPension,
  type SocialPensionFigures,
  type SocialPensionSituation,
} from './benefits/socialPension.js';
export { stateSupport, type StateSupport, type SupportedPeriod } from './benefits/stateSupport.js';
export { survivors, type SurvivorsFigures } from './benefits/survivors/survivors.js';
export { deceasedKinds, type SurvivorsSituation } from './benefits/survivors/situation.js';
export { cardValidity, type CardValidity } from './cardValidity.js';
export {
  choiceForms,
  householdChoice,
  type ChoiceForm,
  type ChoiceMember,
  type HouseholdChoiceFigures,
  type HouseholdChoiceSituation,
} from './health/householdChoice.js';
export { healthGroups, type HealthGroup } from './health/groups.js';
export { cardTerm, type CardTermFigures, type CardTermSituation } from './health/cardTerm.js';
export {
  coPayment,
  copayRules,
  type CopayRule,
  type CoPaymentFigures,
  type CoPaymentSituation,
} from './health/coPayment.js';
export { cardHolders, type CardHolder } from './health/benefitLevel.js';
export { careSettings, facilities, type CareSetting, type Facility } from './health/routing.js';
export {
  cardRefund,
  cardRefundCases,
  type CardRefundCase,
  type CardRefundFigures,
  type CardRefundSituation,
} from './health/cardRefund.js';
export { residences, type Residence } from './health/localForPerson.js';
export type { Amount, Operand, Operands, Outcome, Reason, Remark, Shares, Step } from './Outcome.js';
export type {
  Basis,
  Bilingual,
  JsonValue,
  LocalSupportRow,
  Parameter,
  ParameterRow,
  ParameterTable,
  ParameterUnit,
  ParameterValue,
} from './ParameterTable.js';
