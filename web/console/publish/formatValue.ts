import { formatNumber, formatVnd } from '../../../src/i18n/format.js';
import { formatIsoDate } from '../common/times.js';
import type { Words } from '../common/useWords.js';
import type { Unit } from './records.js';

/** A value as people read it: `1.234.000 đ`, `4,5%`, `36 tháng`, `01/01/2027`. */
export function formatValue(unit: Unit, value: unknown, words: Words): string {
  if (value === null || value === undefined) return words('parameters.noValue');
  if (unit === 'table') return words('parameters.tableValue');
  if (typeof value === 'string') return unit === 'date' ? formatIsoDate(value) : value;
  if (typeof value !== 'number') return JSON.stringify(value);
  switch (unit) {
    case 'vnd':
      return formatVnd(value);
    case 'percent':
      return `${formatNumber(value)}%`;
    case 'months':
    case 'years':
    case 'days':
    case 'multiple':
      return words(`parameters.counted.${unit}`, { smart_count: value, count: formatNumber(value) });
    default:
      return formatNumber(value);
  }
}
