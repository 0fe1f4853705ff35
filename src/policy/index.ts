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
export { advanceRefund } from './voluntary/refund.js';
export type { VoluntaryFigures } from './voluntary/calculation.js';
export { household, type HouseholdFigures, type HouseholdSituation } from './household.js';
export {
  supported,
  supportedGroups,
  type SupportedFigures,
  type SupportedGroup,
  type SupportedSituation,
} from './supported.js';
export { pension, type PensionFigures, type PensionSituation, type Sex } from './pension.js';
export { retirementOf, type Retirement } from './retirement.js';
export { lumpSum } from './benefits/lumpSum.js';
export { monthlyAllowance } from './benefits/monthlyAllowance.js';
export { stateSupport } from './benefits/stateSupport.js';
export { cardValidity, type CardValidity } from './cardValidity.js';
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
