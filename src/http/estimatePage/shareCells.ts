import { formatVnd } from '../../i18n/index.js';
import type { Say } from './Say.js';

/** The heads of the columns that `shareCells` fills. */
export function shareColumns({ t }: Say): readonly string[] {
  return [t('share.gross'), t('share.state'), t('share.local'), t('share.pay')];
}

/** Who bears an amount, a cell each; null where a figure of the day isn't published. */
export function shareCells(
  shares: Readonly<{ gross: number; state: number; local: number; pay: number }> | null,
  { t }: Say,
): readonly string[] {
  if (shares === null) return Array.from({ length: 4 }, () => t('comparison.unknown'));
  return [shares.gross, shares.state, shares.local, shares.pay].map(formatVnd);
}
