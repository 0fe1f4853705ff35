import { formatMonth, formatNumber, formatVnd, type Locale, type Translate } from '../../i18n/index.js';
import type { ParameterTable, ParameterUnit } from '../../policy/index.js';
import type { PageTranslate } from '../page/FrameView.js';

/** The words that a presentation is written with. */
export type Say = Readonly<{
  /** A word of `locales/<locale>/result.json`. */
  t: PageTranslate;
  /** The word of a code of the rules, such as `group.near_poor`, as it stands in a sentence. */
  term: (code: string) => string;
  /** The same with a capital letter, to stand alone. */
  title: (code: string) => string;
  /** The label of a parameter. */
  label: (id: string) => string;
  /** A parameter's number with its unit. */
  figure: (id: string, value: number) => string;
  months: (count: number) => string;
  /** Đồng more or less than something else. */
  difference: (amount: number) => string;
  /** A month `YYYY-MM` as people write it. */
  month: (month: string) => string;
  /** From a month to another, `YYYY-MM`. */
  span: (from: string, to: string) => string;
  age: (age: Readonly<{ years: number; months: number }>) => string;
}>;

/** Words in one language, with the labels of the table that the estimate was made with. */
export function createSay(translate: Translate, locale: Locale, table: ParameterTable): Say {
  const t: PageTranslate = (key, values) => translate(`result:${key}`, values);
  const term = (code: string): string => translate(`estimate:term.${code}`);
  const months = (count: number): string => t('unit.months', { n: formatNumber(count) });
  return {
    t,
    term,
    title: (code) => capital(term(code)),
    label: (id) => table.parameters.get(id)?.label[locale] ?? id,
    figure: (id, value) => written(value, table.parameters.get(id)?.unit),
    months,
    difference: (amount) => {
      if (amount === 0) return t('unit.same');
      const text = formatVnd(Math.abs(amount));
      return amount > 0 ? t('unit.more', { amount: text }) : t('unit.less', { amount: text });
    },
    month: formatMonth,
    span: (from, to) =>
      from === to ? formatMonth(from) : t('unit.span', { from: formatMonth(from), to: formatMonth(to) }),
    age: ({ years, months: odd }) =>
      odd === 0 ? t('unit.age', { years }) : t('unit.ageMonths', { years, months: odd }),
  };
}

function written(value: number, unit: ParameterUnit | undefined): string {
  if (unit === 'vnd') return formatVnd(value);
  return unit === 'percent' ? `${formatNumber(value)}%` : formatNumber(value);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
