import { formatNumber } from '../../../src/i18n/format.js';
import type { Unit } from './records.js';

/** A value as it stands in the input: `1.234.000`, `4,5`, `2027-01-01`; a table as JSON over several lines. */
export function toInputText(unit: Unit, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (unit === 'table') return JSON.stringify(value, null, 2);
  if (typeof value === 'number') return formatNumber(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/**
 * What was typed as a value of the unit; the text itself where it isn't one, so that the server's check can say what is
 * wrong. Dots and spaces part thousands, a comma parts decimals, as in Vietnamese; a percentage may have a dot instead.
 */
export function toValue(unit: Unit, text: string): unknown {
  const typed = text.trim();
  if (unit === 'text' || unit === 'date') return typed;
  if (unit === 'table') return parseTable(typed);
  const compact = typed.replace(/[\s\u00a0]|đ$|%$/gu, '');
  const grouped = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u.test(compact) ? compact.replaceAll('.', '') : compact;
  const plain = grouped.replace(',', '.');
  if (!/^\d+(?:\.\d+)?$/u.test(plain)) return typed;
  // In money a dot that doesn't part thousands is a slip: 1.5 is nobody's đồng.
  if (unit === 'vnd' && plain.includes('.')) return typed;
  return Number(plain);
}

function parseTable(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
