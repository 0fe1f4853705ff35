import { addDays, addMonths, firstDayOf } from '../dates.js';
import type { UsedParameter } from '../lookUp.js';
import type { ParameterTable } from '../ParameterTable.js';
import { readParameters } from '../readParameters.js';
import type { VoluntaryMode } from './situation.js';

const windows = {
  monthly: 'vsi.deadline.monthly_months',
  quarterly: 'vsi.deadline.quarterly_months',
  half_yearly: 'vsi.deadline.half_yearly_months',
  yearly: 'vsi.deadline.yearly_months',
} as const;

/** Until when a period is paid: by a day, when registering, or (under the former law) not known here. */
export type DueDay =
  | Readonly<{ status: 'by_day'; day: string; window: number; used: readonly UsedParameter[] }>
  | Readonly<{ status: 'when_registering' | 'unknown' }>;

/**
 * The last day on which a period that begins in a month (`YYYY-MM`) can be paid: the end of its first `window` months;
 * payments for years ahead and of missing months are made when registering. Law 41/2024/QH15 article 36 clause 3.
 */
export function dueDay(
  { mode, from }: Readonly<{ mode: VoluntaryMode; from: string }>,
  table: ParameterTable,
): DueDay {
  if (mode === 'advance' || mode === 'arrears') return { status: 'when_registering' };
  const id = windows[mode];
  const read = readParameters(table, firstDayOf(from), [id]);
  if (read.status === 'unknown') return { status: 'unknown' };
  const window = read.value(id);
  const day = addDays(firstDayOf(addMonths(from, window)), -1);
  return { status: 'by_day', day, window, used: read.used };
}
