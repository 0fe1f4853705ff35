import { formatDate, formatNumber, formatVnd } from '../i18n/index.js';
import type { ParameterUnit, ParameterValue } from '../policy/index.js';

/** A value of the table as people read it: `1.234.000 đ`, `4,5%`, `01/01/2027`; tables as JSON. */
export function formatValue(unit: ParameterUnit, value: ParameterValue): string {
  if (typeof value === 'number') {
    if (unit === 'vnd') return formatVnd(value);
    return unit === 'percent' ? `${formatNumber(value)}%` : formatNumber(value);
  }
  if (typeof value !== 'string') return JSON.stringify(value);
  return unit === 'date' ? formatDate(value) : value;
}
