import { estimatePlan } from '../../src/estimates/index.js';
import { formatVnd } from '../../src/i18n/index.js';
import type { ChatTurn } from '../ChatTurn.js';
import { chosenOption } from '../plan/sayPlan.js';
import { cellOf, chosenSoFar, comparisonOf } from './comparisonOf.js';
import { usualHarvests } from '../usualHarvests.js';

/** What to put aside a day, a month and a crop for the last estimate. False where there is none. */
export async function sayPerDay(turn: ChatTurn): Promise<boolean> {
  const text = turn.memory.estimate?.kind === 'plan' ? planText(turn) : voluntaryText(turn);
  if (text === undefined) return false;
  turn.memory.lastWas = 'estimate';
  await turn.say({
    text: `${text}\n\n${turn.t('saving.habit')}`,
    choices: [turn.button('compare'), turn.button('next_change'), turn.button('call_me')],
  });
  return true;
}

function voluntaryText(turn: ChatTurn): string | undefined {
  const chosen = chosenSoFar(turn);
  const compared = comparisonOf(turn, chosen, 'chosen');
  const amounts = compared && cellOf(compared, chosen);
  if (compared === undefined || amounts === undefined) return undefined;
  return turn.t('saving.voluntary', {
    income: formatVnd(chosen.income ?? compared.floor),
    day: formatVnd(amounts.perDay),
    month: formatVnd(amounts.perMonth),
    harvest: formatVnd(amounts.perHarvest ?? 0),
    harvests: usualHarvests,
  });
}

function planText(turn: ChatTurn): string | undefined {
  const { estimate } = turn.memory;
  if (estimate?.kind !== 'plan') return undefined;
  const made = estimatePlan({ ...estimate.input, harvests: usualHarvests }, turn.estimateDeps);
  const option = made.status === 'amount' ? chosenOption(made) : undefined;
  if (option === undefined || option.perDay === null) return undefined;
  return turn.t('saving.plan', {
    day: formatVnd(option.perDay),
    month: formatVnd(option.perMonth ?? 0),
    harvest: formatVnd(option.perHarvest ?? 0),
    harvests: usualHarvests,
    highest: formatVnd(option.highestPerMonth ?? 0),
  });
}
