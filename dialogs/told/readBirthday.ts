import { readBirth } from '../../src/language/index.js';
import type { ChatTurn } from '../ChatTurn.js';
import type { Facts } from './facts.js';

const englishMonths = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const shortest = 3;
const monthsPerYear = 12;

/**
 * A month and year of birth, or what of them is told: "5/1976", "5/76", "tháng 5", "1976", "May 1976". Years to come and of
 * people too old to be asked about are none.
 */
export function readBirthday(turn: ChatTurn): Pick<Facts, 'birth' | 'birthMonth'> {
  const short = /(?<![\d/.-])(0?[1-9]|1[0-2])[/.-](\d{2})(?![\d/.-])/.exec(turn.told);
  const reading = readBirth(
    short === null ? inVietnamese(turn) : turn.told.replace(short[0], `${short[1]}/19${short[2]}`),
  );
  if (reading.status !== 'value') return {};
  const { year, month } = reading.value;
  if (year === null) return month === null ? {} : { birthMonth: month };
  if (year >= yearOf(turn.scope.today)) return {};
  return { birth: toBirth(year, month) };
}

/**
 * The birth that an age and a month leave, `YYYY-MM`: sure only when the birthday of the year has passed, since people count
 * the running year too.
 */
export function birthFromAge(today: string, age: number, month: number): string | undefined {
  const passed = month < Number(today.slice(5, 7));
  return passed ? toBirth(yearOf(today) - age, month) : undefined;
}

/** The years of birth that an age leaves open, the later one first. */
export function yearsOfAge(today: string, age: number): readonly [number, number] {
  return [yearOf(today) - age, yearOf(today) - age - 1];
}

export function toBirth(year: number, month: number | null): string {
  return month === null ? String(year) : `${year}-${String(month).padStart(2, '0')}`;
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

/** "May 1976" as "tháng 5 năm 1976". */
function inVietnamese(turn: ChatTurn): string {
  if (turn.memory.locale !== 'en') return turn.told;
  return turn.told.replace(/\b[a-z]{3,9}\b/gi, (word) => {
    const index = englishMonths.findIndex((name) => isMonth(name, word.toLowerCase()));
    return index < 0 || index >= monthsPerYear ? word : `tháng ${index + 1} năm`;
  });
}

function isMonth(name: string, word: string): boolean {
  return word === name || (word.length === shortest && name.startsWith(word));
}
