import type { UsedParameter } from '../lookUp.js';
import type { Amount } from '../Outcome.js';
import type { ParameterTable } from '../ParameterTable.js';
import type { PensionFigures } from '../pension/calculation.js';
import type { Retirement } from '../retirement.js';
import type { VoluntaryRules } from '../voluntary/rules.js';
import type { AdvanceNow } from './advance.js';
import type { PlanOption, PlannedOption } from './option.js';
import type { PlanLimits, PlanPath } from './path.js';
import type { CompletePlan } from './situation.js';
import type { PlanWaiting } from './waiting.js';

/** The earliest pension and the ways to it; no option and no waiting for who may ask for it now. */
export type PlanFigures = Readonly<{
  retirement: Retirement;
  path: PlanPath;
  /** The highest income whose own payment stays within the budget; null without a budget or when none does. */
  budgetIncome: number | null;
  options: readonly PlanOption[];
  waiting: PlanWaiting | null;
}>;

/** Everything that steps and remarks of a plan speak of. */
export type Planned = Readonly<{
  situation: CompletePlan;
  table: ParameterTable;
  limits: PlanLimits;
  path: PlanPath;
  /** The estimate of the age, for the steps and rows it stands on. */
  age: Amount<PensionFigures>;
  rules: VoluntaryRules;
  advance: AdvanceNow;
  budgetIncome: number | null;
  options: readonly PlannedOption[];
  waiting: Readonly<{ figures: PlanWaiting; planned: PlannedOption }> | null;
  used: readonly UsedParameter[];
}>;
