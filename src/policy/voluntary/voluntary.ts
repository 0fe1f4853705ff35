import { findLocalSupport, usedLocalSupport } from '../localSupport.js';
import type { Outcome } from '../Outcome.js';
import type { ParameterTable } from '../ParameterTable.js';
import { calculateVoluntary, type VoluntaryFigures } from './calculation.js';
import { voluntaryObstacles } from './eligibility.js';
import { readVoluntaryRules } from './rules.js';
import { completeVoluntarySituation, type VoluntarySituation } from './situation.js';
import { voluntaryAssumptions, voluntaryWarnings } from './warnings.js';

/**
 * What voluntary social insurance costs on a day and who pays how much of it, in whole đồng.
 * Law 41/2024/QH15 articles 31, 32, 36; Decree 159/2025/NĐ-CP articles 5 to 7; before 2025-07-01 the former law.
 */
export function voluntary(situation: VoluntarySituation, table: ParameterTable): Outcome<VoluntaryFigures> {
  const completed = completeVoluntarySituation(situation);
  if (completed.status === 'incomplete') return completed;
  const complete = completed.situation;
  const { date } = complete;

  const read = readVoluntaryRules(table, complete);
  if (read.status === 'unknown') return { status: 'unknownParameter', date, unknown: read.unknown };
  const { rules } = read;

  const reasons = voluntaryObstacles(complete, rules);
  if (reasons.length > 0) return { status: 'notEligible', date, reasons };

  const groups = complete.groups.length === 0 ? ['other'] : complete.groups;
  const local = findLocalSupport(table, { scheme: 'vsi', province: complete.province, groups, date });
  const localPercent = local.status === 'known' ? local.percent : 0;
  const { figures, supportedMonths, steps } = calculateVoluntary(complete, rules, localPercent);
  const calculated = { table, situation: complete, rules, local, figures, supportedMonths };
  return {
    status: 'amount',
    date,
    figures,
    steps,
    parameters: [...rules.used, ...(figures.period.local > 0 ? usedLocalSupport(local) : [])],
    assumptions: voluntaryAssumptions(calculated),
    warnings: voluntaryWarnings(calculated),
  };
}
