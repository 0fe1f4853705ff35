import { readAge, readMoney } from '../../src/language/index.js';
import { formatVnd } from '../../src/i18n/index.js';
import type { ChatTurn } from '../ChatTurn.js';
import type { SlotReading } from '../forms/Form.js';
import { ceilingIncome, floorIncome } from '../tableValues.js';
import { birthChange } from '../told/birthChange.js';
import { birthFromAge, readBirthday } from '../told/readBirthday.js';
import type { PlanValues } from './planValues.js';

/** Two digits alone are an age, a month or the end of a year: whichever was named. */
const bareNumber = /^\D{0,3}(\d{1,2})\D{0,3}$/;
const monthsPerYear = 12;

/** "sửa tuổi thành 47", "đổi tháng sinh sang 6", "năm sinh là 81": what isn't named of the old birth stays. */
export function correctedBirth(turn: ChatTurn, values: PlanValues, name: string): SlotReading<PlanValues> {
  const number = bareNumber.exec(turn.plain)?.[1];
  const told = number === undefined ? readBirthday(turn) : namedNumber(turn, Number(number), name);
  if (told.birth !== undefined) return filled({ birth: withMonth(told.birth, values), age: undefined });
  if (told.birthMonth !== undefined) {
    const change = birthChange(turn, { birthMonth: told.birthMonth }, values.birth);
    return filled('birth' in change ? change : { birthMonth: told.birthMonth, age: values.age });
  }
  const age = readAge(number === undefined ? turn.told : `${number} tuổi`);
  if (age.status !== 'value') return { status: 'missed', hint: turn.t('plan.birth_missed') };
  const month = values.birthMonth ?? (Number(values.birth?.split('-')[1] ?? 0) || undefined);
  const birth = month === undefined ? undefined : birthFromAge(turn.scope.today, age.value, month);
  return filled(birth === undefined ? { age: age.value, birthMonth: month } : { birth });
}

function namedNumber(turn: ChatTurn, number: number, name: string): Pick<PlanValues, 'birth' | 'birthMonth'> {
  if (/\bthang\b|\bmonth\b/.test(name) && number >= 1 && number <= monthsPerYear)
    return { birthMonth: number };
  return /\bnam\b|\byear\b/.test(name) ? readBirthday(turn.saying(`sinh năm ${number}`)) : {};
}

/** A year alone keeps the month that was known. */
function withMonth(birth: string, { birth: before, birthMonth }: PlanValues): string {
  const month =
    before?.split('-')[1] ?? (birthMonth === undefined ? undefined : String(birthMonth).padStart(2, '0'));
  return birth.includes('-') || month === undefined ? birth : `${birth}-${month}`;
}

/** "sửa số tiền thành 500 nghìn" is what can be put aside; named as a level or an income it is that. */
export function correctedSaving(turn: ChatTurn, _values: PlanValues, name: string): SlotReading<PlanValues> {
  const money = readMoney(turn.told);
  if (money.status !== 'value' || money.per === 'day' || money.per === 'year')
    return { status: 'missed', hint: turn.t('plan.saving_missed') };
  if (!/\b(?:muc|thu nhap|income|level)\b/.test(`${name} ${turn.plain}`))
    return filled({ budget: money.value });
  const [floor, ceiling] = [floorIncome(turn), ceilingIncome(turn)];
  if (money.value >= floor && money.value <= ceiling) return filled({ income: money.value });
  const bounds = { amount: formatVnd(money.value), floor: formatVnd(floor), ceiling: formatVnd(ceiling) };
  const key = money.value < floor ? 'voluntary.income_low' : 'voluntary.income_high';
  return { status: 'missed', hint: turn.t(key, bounds) };
}

function filled(values: Partial<PlanValues>): SlotReading<PlanValues> {
  return { status: 'filled', values };
}
