import { formatVnd } from '../../src/i18n/index.js';
import { readAge, readHousehold, readMoney, readMonths } from '../../src/language/index.js';
import type { ChatTurn } from '../ChatTurn.js';
import { bornText } from '../plan/pathText.js';
import { sayMonths } from '../say/times.js';
import { readBirthday } from '../told/readBirthday.js';

const number = /^\D{0,3}(\d{1,6})\D{0,3}$/;
const unitOfAge = /\b(?:tuoi|tui|years? old)\b/;

/** What an answer that doesn't fit the question was understood as: an age, an amount, a length of time; undefined for words. */
export function understoodAs(turn: ChatTurn): string | undefined {
  const bare = number.exec(turn.plain)?.[1];
  if (bare !== undefined) return turn.t('form.number', { number: bare });
  const age = readAge(turn.told);
  if (age.status === 'value' && unitOfAge.test(turn.plain)) return turn.t('span.age', { years: age.value });
  const money = readMoney(turn.told);
  if (money.status === 'value') return formatVnd(money.value);
  const time = readMonths(turn.told);
  if (time.status === 'value' && Number.isInteger(time.value)) return sayMonths(turn, time.value);
  const { birth } = readBirthday(turn);
  if (birth !== undefined) return bornText(turn, birth);
  const household = readHousehold(turn.told);
  return household.status === 'value' && household.value.people !== null
    ? turn.t('household.people_choice', { people: household.value.people })
    : undefined;
}
