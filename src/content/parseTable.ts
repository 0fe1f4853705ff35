import { missingParameters, parseParameterTable, type ParameterTable } from '../policy/index.js';

/**
 * The table of a parameter document that is to answer citizens.
 * @throws naming every parameter and row that can't be used, or what the calculations need and the table lacks.
 */
export function parseTable(document: unknown): ParameterTable {
  const parsed = parseParameterTable(document);
  if (parsed.status === 'invalid') {
    const lines = parsed.errors.map(
      ({ parameter, row, message }) => `${parameter}${row === null ? '' : ` (${row})`}: ${message}`,
    );
    throw new Error(`The parameter table can't be used:\n${lines.join('\n')}`);
  }
  const missing = missingParameters(parsed.table);
  if (missing.length > 0) throw new Error(`The parameter table lacks ${missing.join(', ')}.`);
  return parsed.table;
}
