import { voluntary, type ParameterTable, type VoluntarySituation } from '../../src/policy/index.js';
import { shippedTable } from './shippedTable.js';

export const table = shippedTable();

/** The result of a situation that must yield an amount; what isn't said is the ordinary monthly case of late 2026. */
export function amountOf(situation: Partial<VoluntarySituation>, parameters: ParameterTable = table) {
  const outcome = outcomeOf(situation, parameters);
  if (outcome.status !== 'amount') throw new Error(JSON.stringify(outcome));
  return outcome;
}

export function outcomeOf(situation: Partial<VoluntarySituation>, parameters: ParameterTable = table) {
  return voluntary(
    { date: '2026-11-21', income: 1_500_000, groups: [], mode: 'monthly', ...situation },
    parameters,
  );
}

export function warningCodes(situation: Partial<VoluntarySituation>): string[] {
  return amountOf(situation).warnings.map(({ code }) => code);
}
