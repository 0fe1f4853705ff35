import { monthOf } from '../dates.js';
import { lookUp, type UsedParameter } from '../lookUp.js';
import type { Amount, Outcome } from '../Outcome.js';
import type { ParameterTable } from '../ParameterTable.js';
import type { PensionFigures } from '../pension/calculation.js';
import { pension } from '../pension/pension.js';
import { readParameters } from '../readParameters.js';
import { incomeMultiplesSchema } from '../tableSchemas.js';
import { usualIncomes } from '../voluntary/comparisonIncomes.js';
import { voluntaryObstacles } from '../voluntary/eligibility.js';
import { readVoluntaryRules, type VoluntaryRules } from '../voluntary/rules.js';
import { MONTHS_PER_YEAR } from '../voluntary/situation.js';
import type { PlanLimits, PlanPath } from './path.js';
import type { CompletePlan } from './situation.js';

type Refused = Extract<Outcome<never>, { status: 'notEligible' | 'unknownParameter' }>;

/** What holds for the person on the day, or every reason against a plan, or the values nobody has published. */
export function readPlan(
  { date, sex, birth, monthsPaid, groups, incomes = [] }: CompletePlan,
  table: ParameterTable,
):
  | Readonly<{
      status: 'found';
      limits: PlanLimits;
      rules: VoluntaryRules;
      age: Amount<PensionFigures>;
      used: readonly UsedParameter[];
    }>
  | Refused {
  const age = pension({ date, sex, birth, averageIncome: 0, monthsPaid, monthsPlanned: 0 }, table);
  const contribution = readVoluntaryRules(table, { date, groups, mode: 'monthly' });
  const read = readParameters(table, date, ['pension.min_years', 'vsi.arrears.max_months']);
  if (age.status === 'incomplete') throw new Error('The age of a complete plan can be told.');
  if (age.status === 'unknownParameter' || contribution.status === 'unknown' || read.status === 'unknown') {
    const parts = [age.status === 'unknownParameter' ? age : undefined, contribution, read];
    const unknown = parts.flatMap((part) => (part !== undefined && 'unknown' in part ? part.unknown : []));
    const once = new Map(unknown.map((each) => [`${each.id} ${each.date}`, each]));
    return { status: 'unknownParameter', date, unknown: [...once.values()] };
  }
  const { rules } = contribution;
  const reasons = [
    ...(age.status === 'notEligible' ? age.reasons : []),
    ...incomes.flatMap((income) => voluntaryObstacles({ income, mode: 'monthly', months: 1 }, rules)),
  ];
  if (age.status === 'notEligible' || reasons.length > 0) return { status: 'notEligible', date, reasons };
  return {
    status: 'found',
    limits: {
      retirementMonth: age.figures.retirement.month,
      minMonths: read.value('pension.min_years') * MONTHS_PER_YEAR,
      maxArrears: read.value('vsi.arrears.max_months'),
    },
    ...{ rules, age, used: [...rules.used, ...read.used] },
  };
}

/** What the path needs today: incomes to compare when none are named, and the return on arrears that are due at once. */
export function readDue(
  { date, groups, incomes }: CompletePlan,
  { path, rules }: Readonly<{ path: PlanPath; rules: VoluntaryRules }>,
  table: ParameterTable,
): Readonly<{ status: 'found'; usualIncomes: readonly number[]; used: readonly UsedParameter[] }> | Refused {
  if (path.kind === 'ask_now') return { status: 'found', usualIncomes: [], used: [] };
  // Arrears of a later year are told as a projection; a payment of today is not guessed.
  if (path.arrearsIn === monthOf(date)) {
    const arrears = readVoluntaryRules(table, { date, groups, mode: 'arrears' });
    if (arrears.status === 'unknown') return { status: 'unknownParameter', date, unknown: arrears.unknown };
  }
  if (incomes !== undefined) return { status: 'found', usualIncomes: [], used: [] };
  const multiples = lookUp(table, 'plan.income_multiples', date);
  if (multiples.status === 'unknown') return { status: 'unknownParameter', date, unknown: [multiples] };
  const { status, row, ...used } = multiples;
  const usual = usualIncomes(rules, incomeMultiplesSchema.parse(used.value));
  return { status, usualIncomes: usual, used: [used] };
}
