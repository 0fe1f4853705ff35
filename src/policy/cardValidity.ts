import { addDays, daysBetween } from './dates.js';
import type { UnknownParameter, UsedParameter } from './lookUp.js';
import type { ParameterTable } from './ParameterTable.js';
import { readParameters } from './readParameters.js';

/** From which day a paid card holds, why, and whether the continuous years go on. */
export type CardValidity =
  | Readonly<{
      status: 'found';
      validFrom: string;
      rule: 'renewal' | 'short_gap' | 'first_or_long_gap';
      continuous: boolean;
      parameters: readonly UsedParameter[];
    }>
  | Readonly<{ status: 'unknown'; unknown: readonly UnknownParameter[] }>;

/**
 * The first day of a health insurance card paid on a day; `previousExpiry` is the last day of the card before, null
 * for who never had one. Law on Health Insurance article 16 clause 3.
 */
export function cardValidity(
  { paidOn, previousExpiry }: Readonly<{ paidOn: string; previousExpiry: string | null }>,
  table: ParameterTable,
): CardValidity {
  const read = readParameters(table, paidOn, ['hhi.gap_days', 'hhi.wait_days']);
  if (read.status === 'unknown') return read;
  const parameters = read.used;
  const found = { status: 'found', parameters } as const;
  if (previousExpiry !== null && paidOn <= previousExpiry) {
    return { ...found, validFrom: addDays(previousExpiry, 1), rule: 'renewal', continuous: true };
  }
  const uncoveredDays = previousExpiry === null ? undefined : daysBetween(previousExpiry, paidOn) - 1;
  if (uncoveredDays !== undefined && uncoveredDays < read.value('hhi.gap_days')) {
    return { ...found, validFrom: paidOn, rule: 'short_gap', continuous: true };
  }
  return {
    ...found,
    validFrom: addDays(paidOn, read.value('hhi.wait_days')),
    rule: 'first_or_long_gap',
    continuous: false,
  };
}
