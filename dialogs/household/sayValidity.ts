import { estimateCardValidity } from '../../src/estimates/index.js';
import { formatDate } from '../../src/i18n/index.js';
import type { ChatTurn } from '../ChatTurn.js';
import { sayAmount, sayNoAmount } from '../say/sayAmount.js';
import { asPeriod } from './asPeriod.js';

/** Months of a full year's card. */
const fullYear = 12;

/** From when to when a card holds that is paid for today. `expiry` is the last day of the card before; null for none. */
export async function sayValidity(turn: ChatTurn, expiry: string | null): Promise<void> {
  const { estimate: last } = turn.memory;
  const isHousehold = last?.kind === 'household' || last?.kind === 'household-choice';
  const months = asPeriod((isHousehold ? last.input.members?.[0]?.months : undefined) ?? fullYear);
  const estimate = estimateCardValidity(
    { previousExpiry: expiry, months, locale: turn.memory.locale },
    turn.estimateDeps,
  );
  if (estimate.status !== 'amount') return sayNoAmount(turn, estimate, []);
  const { validFrom, validTo, rule, uncoveredDays, waitingDays } = estimate;
  const values = {
    expiry: expiry === null ? '' : formatDate(expiry),
    days: uncoveredDays ?? 0,
    wait: waitingDays,
  };
  const why = {
    renewal: 'validity.renewal',
    short_gap: 'validity.short_gap',
    first_or_long_gap: 'validity.long_gap',
  };
  const reason = turn.t(expiry === null ? 'validity.first' : why[rule], values);
  const dates = turn.t('validity.dates', { from: formatDate(validFrom), to: formatDate(validTo), months });
  await sayAmount(turn, estimate, {
    texts: [`${dates} ${reason}`],
    choices: [turn.button('where_to_buy'), turn.button('estimate_household'), turn.button('call_me')],
  });
}
