import type { ChatTurn } from '../ChatTurn.js';

const monthsPerYear = 12;

/** `11 năm rưỡi`, `3 năm 2 tháng`, `10 tháng`: a length as people say it. */
export function sayMonths(turn: ChatTurn, length: number): string {
  const years = Math.floor(length / monthsPerYear);
  const months = length % monthsPerYear;
  if (years === 0) return turn.t('span.months', { months });
  if (months === 0) return turn.t('span.years', { years });
  if (months * 2 === monthsPerYear) return turn.t('span.half', { years });
  return turn.t('span.both', { years, months });
}

/** `5/1976` for `1976-05`, `1976` for the year alone. */
export function sayMonth(month: string): string {
  const [year, number] = month.split('-');
  return number === undefined ? month : `${Number(number)}/${year}`;
}
