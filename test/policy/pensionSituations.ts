import { pension, type PensionSituation } from '../../src/policy/index.js';
import { shippedTable } from './shippedTable.js';

export const table = shippedTable();

/** What isn't said is a woman who has paid fifteen years and gives an average. */
export function outcomeOf(situation: Partial<PensionSituation>) {
  const income =
    situation.history === undefined
      ? { averageIncome: 3_000_000, monthsPaid: 180 }
      : { monthsPaid: undefined };
  const complete = {
    date: '2026-11-21',
    birth: '1980-01',
    sex: 'female',
    monthsPlanned: 0,
    ...income,
  } as const;
  return pension({ ...complete, ...situation }, table);
}

/** The result of a situation that must yield an amount. */
export function amountOf(situation: Partial<PensionSituation>) {
  const outcome = outcomeOf(situation);
  if (outcome.status !== 'amount') throw new Error(JSON.stringify(outcome));
  return outcome;
}

export function warningCodes(situation: Partial<PensionSituation>): string[] {
  return amountOf(situation).warnings.map(({ code }) => code);
}

export function assumptionCodes(situation: Partial<PensionSituation>): string[] {
  return amountOf(situation).assumptions.map(({ code }) => code);
}
