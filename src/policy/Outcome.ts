import type { UnknownParameter, UsedParameter } from './lookUp.js';
import type { Basis } from './ParameterTable.js';

/**
 * What a calculation answers. No text: codes and operands, for which the words stand in the locales.
 * `amount` carries how it came about, `incomplete` what to ask, `notEligible` every reason at once, `unknownParameter`
 * the values that nobody has published for the day.
 */
export type Outcome<Figures> =
  | Amount<Figures>
  | Readonly<{ status: 'incomplete'; missing: readonly string[] }>
  | Readonly<{ status: 'notEligible'; date: string; reasons: readonly Reason[] }>
  | Readonly<{ status: 'unknownParameter'; date: string; unknown: readonly UnknownParameter[] }>;

export type Amount<Figures> = Readonly<{
  status: 'amount';
  date: string;
  figures: Figures;
  steps: readonly Step[];
  parameters: readonly UsedParameter[];
  assumptions: readonly Remark[];
  warnings: readonly Remark[];
}>;

/** One line of the reckoning: `value` is what it yields (a number, or a month `YYYY-MM`), `operands` what went into it. */
export type Step = Readonly<{ code: string; operands: Operands; value: number | string }>;

/** Something assumed or to be minded. */
export type Remark = Readonly<{ code: string; operands: Operands }>;

export type Reason = Readonly<{ code: string; operands: Operands; basis: Basis }>;

export type Operands = Readonly<Record<string, Operand>>;

/**
 * A value with what it is, so that it can be written in words: `term` is a code that has a word of its own,
 * `month` is `YYYY-MM`, `parameter` names a parameter whose label is meant, `localCondition` and `localDoubt` a row of
 * local support whose text is meant.
 */
export type Operand = Readonly<
  | { kind: 'money' | 'percent' | 'number'; value: number }
  | { kind: 'date' | 'month' | 'term' | 'parameter' | 'localCondition' | 'localDoubt'; value: string }
>;

export const money = (value: number): Operand => ({ kind: 'money', value });
export const percent = (value: number): Operand => ({ kind: 'percent', value });
export const number = (value: number): Operand => ({ kind: 'number', value });
export const day = (value: string): Operand => ({ kind: 'date', value });
export const month = (value: string): Operand => ({ kind: 'month', value });
export const term = (value: string): Operand => ({ kind: 'term', value });

/** An amount of đồng and who bears it; `pay` is what the citizen pays. The parts sum to `gross`. */
export type Shares = Readonly<{ gross: number; state: number; local: number; pay: number }>;
