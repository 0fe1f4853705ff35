import { formatVnd } from '../../i18n/index.js';
import type { Row } from './Presentation.js';
import type { Say } from './Say.js';

type Shares = Readonly<{ gross: number; state: number; local: number; pay: number }>;

/** Who bears an amount: in full, the State, the province and the citizen, always apart. Notes say what is in doubt. */
export function shareRows(
  { gross, state, local, pay }: Shares,
  { t }: Say,
  notes: Readonly<{
    gross?: string | undefined;
    state?: string | undefined;
    local?: string | undefined;
  }> = {},
): readonly Row[] {
  return [
    { label: t('share.gross'), value: formatVnd(gross), note: notes.gross },
    { label: t('share.state'), value: formatVnd(state), note: notes.state },
    { label: t('share.local'), value: formatVnd(local), note: notes.local },
    { label: t('share.pay'), value: formatVnd(pay), main: true },
  ];
}

/** What is to be said beside the province's share: that it isn't known, or not certain. */
export function localNote(warned: (code: string) => boolean, { t }: Say): string | undefined {
  if (warned('local_support_unknown')) return t('share.localUnknown');
  return warned('local_support_doubtful') ? t('share.localDoubtful') : undefined;
}
