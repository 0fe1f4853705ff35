import { estimateSupported } from '../../src/estimates/index.js';
import { formatVnd } from '../../src/i18n/index.js';
import type { ChatTurn } from '../ChatTurn.js';
import { asAmount } from '../say/sayAmount.js';

/** Months of a full year's card, for which pupils pay. */
const fullYear = 12;

/** Who of a household needs no card of it, and what theirs costs. */
export function coveredLines(
  turn: ChatTurn,
  covered: Readonly<{ worker: number; pupil: number; child: number }>,
): readonly string[] {
  const lines: string[] = [];
  if (covered.worker > 0) lines.push(turn.t('household.covered_worker', { people: covered.worker }));
  if (covered.pupil > 0)
    lines.push(turn.t('household.covered_pupil', { people: covered.pupil, ...pupilCard(turn) }));
  if (covered.child > 0) lines.push(turn.t('household.covered_child', { people: covered.child }));
  return lines;
}

function pupilCard(turn: ChatTurn): Readonly<{ pay: string; state: string }> {
  const estimate = estimateSupported(
    { group: 'pupil', months: fullYear, locale: turn.memory.locale },
    turn.estimateDeps,
  );
  const { pay, state } = asAmount(estimate);
  return { pay: formatVnd(pay), state: formatVnd(state) };
}
