import { readFileSync } from 'node:fs';
import { parseParameterTable, type ParameterTable } from '../../src/policy/index.js';

/** The document that ships, as it is written: tests may change a copy. */
export function shippedDocument(): {
  parameters: Record<string, unknown>[];
  localSupport: Record<string, unknown>[];
} {
  return JSON.parse(readFileSync('content/parameters.json', 'utf8'));
}

export function shippedTable(): ParameterTable {
  const parsed = parseParameterTable(shippedDocument());
  if (parsed.status === 'invalid') throw new Error(parsed.errors.map(({ message }) => message).join('\n'));
  return parsed.table;
}
