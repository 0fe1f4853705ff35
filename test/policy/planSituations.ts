import {
  parseParameterTable,
  plan,
  type ParameterTable,
  type PlanMode,
  type PlanSituation,
} from '../../src/policy/index.js';
import { shippedDocument, shippedTable } from './shippedTable.js';

export const table = shippedTable();

/** The table whose last values go on for ever, made from the document and not by the rule. */
export const endless: ParameterTable = endlessTable();

/** What isn't said is the farmer of May 1976 who has paid nothing yet. */
export function outcomeOf(situation: Partial<PlanSituation>, parameters: ParameterTable = table) {
  const farmer = { date: '2026-11-21', sex: 'male', birth: '1976-05', monthsPaid: 0, groups: [] } as const;
  return plan({ ...farmer, ...situation }, parameters);
}

/** The result of a situation that must yield an amount. */
export function amountOf(situation: Partial<PlanSituation>, parameters: ParameterTable = table) {
  const outcome = outcomeOf(situation, parameters);
  if (outcome.status !== 'amount') throw new Error(JSON.stringify(outcome));
  return outcome;
}

export function optionOf(situation: Partial<PlanSituation>, income: number, mode: PlanMode) {
  const found = amountOf(situation).figures.options.find(
    (option) => option.income === income && option.mode === mode,
  );
  if (found === undefined) throw new Error(`There is no option ${income} ${mode}.`);
  return found;
}

export function warningCodes(situation: Partial<PlanSituation>): string[] {
  return amountOf(situation).warnings.map(({ code }) => code);
}

export function assumptionCodes(situation: Partial<PlanSituation>): string[] {
  return amountOf(situation).assumptions.map(({ code }) => code);
}

/** A table whose reference level, and with it the highest income, falls in 2027. */
export function fallingCeiling(): ParameterTable {
  const level = table.parameters.get('reference_level');
  const row = level?.values.at(-1);
  if (level === undefined || row === undefined) throw new Error('There is no reference level.');
  const values = [
    ...level.values.slice(0, -1),
    { ...row, to: '2026-12-31' },
    { ...row, from: '2027-01-01', value: 1_000_000 },
  ];
  return { ...table, parameters: new Map([...table.parameters, [level.id, { ...level, values }]]) };
}

function endlessTable(): ParameterTable {
  const { parameters, localSupport } = shippedDocument();
  const open = parameters.map((parameter) => {
    const values: unknown = parameter['values'];
    if (!Array.isArray(values)) throw new Error('A parameter has no values.');
    const rows: readonly Record<string, unknown>[] = values;
    return {
      ...parameter,
      values: rows.map((row, index) => (index < rows.length - 1 ? row : { ...row, to: undefined })),
    };
  });
  const parsed = parseParameterTable({ parameters: open, localSupport });
  if (parsed.status === 'invalid') throw new Error(parsed.errors.map(({ message }) => message).join('\n'));
  return parsed.table;
}
