import { basisOf } from '../benefits/basisOf.js';
import { monthOf, monthsBetween } from '../dates.js';
import { number, type Outcome, type Reason } from '../Outcome.js';
import type { ParameterTable } from '../ParameterTable.js';
import { retirementOf } from '../retirement.js';
import { reviewWarnings } from '../reviewWarnings.js';
import { averageIncomeOf } from './averageIncome.js';
import {
  calculatePension,
  MONTHS_PER_YEAR,
  monthsPossibleAfterAge,
  type PensionCase,
  type PensionFigures,
} from './calculation.js';
import { explainPension } from './explain.js';
import { healthCard, pensionAssumptions, pensionWarnings } from './remarks.js';
import { readOldJoinerRules, readPensionRules } from './rules.js';
import { completePension, type PensionSituation } from './situation.js';

/**
 * The pension after the months paid and planned: retirement age by month of birth, average income, rate by sex and
 * years, the one-off for years above the highest rate, and the day from which it is paid. Law 41/2024/QH15 articles 98
 * to 101 and 104; years are counted by article 5 clause 6; mixed time by Decree 159/2025/NĐ-CP article 11.
 */
export function pension(given: PensionSituation, table: ParameterTable): Outcome<PensionFigures> {
  const completed = completePension(given);
  if (completed.status === 'incomplete') return completed;
  const { situation } = completed;
  const { date } = situation;

  const age = retirementOf(situation, table);
  const read = readPensionRules(situation, table);
  const income = averageIncomeOf(situation, table);
  if (age.status === 'unknown' || read.status === 'unknown' || income.status === 'unknown') {
    const unknown = [
      ...(age.status === 'unknown' ? [age] : []),
      ...[read, income].flatMap((part) => (part.status === 'unknown' ? part.unknown : [])),
    ];
    return { status: 'unknownParameter', date, unknown };
  }
  const asked: PensionCase = {
    situation,
    retirement: age.retirement,
    retirementUsed: age.used,
    rules: read.rules,
    income: income.value,
    oldJoiner: readOldJoinerRules(situation, table),
  };
  const reasons = obstacles(asked);
  if (reasons.length > 0) return { status: 'notEligible', date, reasons };

  const calculated = calculatePension(asked);
  const card = calculated.figures.pension === null ? undefined : healthCard(date, table);
  const used = [
    age.used,
    ...read.rules.used.filter(({ id }) => id !== 'vsi.min_age'),
    ...income.value.used,
    ...(calculated.figures.earlyRetirement === null ? [] : (asked.oldJoiner?.used ?? [])),
    ...(card === undefined ? [] : [card.used]),
  ];
  return {
    status: 'amount',
    date,
    figures: calculated.figures,
    steps: explainPension(asked, calculated),
    parameters: used,
    assumptions: pensionAssumptions(asked, card),
    warnings: [...pensionWarnings(asked, calculated), ...reviewWarnings(used, date)],
  };
}

function obstacles(asked: PensionCase): Reason[] {
  const { situation, retirement, retirementUsed, rules } = asked;
  const { date, birth, monthsAfterAge = 0 } = situation;
  const reasons: Reason[] = [];
  const minAge = rules.value('vsi.min_age');
  if (monthsBetween(birth, monthOf(date)) < minAge * MONTHS_PER_YEAR) {
    reasons.push({
      code: 'below_min_age',
      operands: { age: number(minAge) },
      basis: basisOf(rules.used, 'vsi.min_age'),
    });
  }
  if (monthsAfterAge > monthsPossibleAfterAge(asked)) {
    reasons.push({
      code: 'months_after_age_impossible',
      operands: {
        months: number(monthsAfterAge),
        age: { kind: 'month', value: retirement.month },
        possible: number(monthsPossibleAfterAge(asked)),
      },
      basis: retirementUsed.basis,
    });
  }
  return reasons;
}
