import type { PlanMode, VoluntaryMode } from '../../policy/index.js';
import type { Say } from './Say.js';

/** A way to pay in words, with the years of an advance. */
export function wayToPay(
  mode: VoluntaryMode | PlanMode,
  years: number | null | undefined,
  { t }: Say,
): string {
  return mode === 'advance' && typeof years === 'number' ? t('modeYears', { years }) : t(`mode.${mode}`);
}
