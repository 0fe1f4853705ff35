import type { ChatTurn } from '../ChatTurn.js';
import type { Facts } from './facts.js';
import { birthFromAge, toBirth } from './readBirthday.js';

/**
 * What a new age or month makes of a birth that was known: "sửa tuổi thành 47" keeps the month. The birth is undefined again
 * where the age leaves two years open; empty where nothing new was told.
 */
export function birthChange(
  turn: ChatTurn,
  { age, birthMonth, birth }: Facts,
  before: string | undefined,
): Pick<Facts, 'age' | 'birth' | 'birthMonth'> {
  if (birth !== undefined || before === undefined || (age === undefined && birthMonth === undefined))
    return {};
  const [year, month] = before.split('-').map(Number);
  if (age === undefined) {
    return year === undefined || birthMonth === undefined ? {} : { birth: toBirth(year, birthMonth) };
  }
  const known = birthMonth ?? month;
  const made = known === undefined ? undefined : birthFromAge(turn.scope.today, age, known);
  return {
    age: made === undefined ? age : undefined,
    birth: made,
    birthMonth: made === undefined ? known : undefined,
  };
}
