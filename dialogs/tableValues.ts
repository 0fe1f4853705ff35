import { figure } from '../src/policy/index.js';
import type { ChatTurn } from './ChatTurn.js';

/** A number of the table on the turn's day. The content is checked for these at start, so a missing one is a bug. */
export function amountOf(turn: ChatTurn, reference: string): number {
  const found = figure(turn.scope.content.table, reference, turn.scope.today);
  if (found.status !== 'found' || typeof found.value !== 'number')
    throw new Error(`${reference} has no value today.`);
  return found.value;
}

/** The lowest income that may be chosen today, đồng a month. */
export function floorIncome(turn: ChatTurn): number {
  return amountOf(turn, 'figure.vsi.floor_income');
}

/** The highest income that may be chosen today, đồng a month. */
export function ceilingIncome(turn: ChatTurn): number {
  return amountOf(turn, 'figure.vsi.ceiling_income');
}
