import type { Translate } from '../i18n/index.js';
import type { Basis, JsonValue, ParameterTable, ParameterUnit } from '../policy/index.js';

/** What an estimate needs beside its input. `translate` speaks the locale of the input (`vi` when it names none). */
export type EstimateDeps = Readonly<{
  table: ParameterTable;
  /** Names the published state of the table; it goes into the reference, so that the same table can be found again. */
  tableVersion: string;
  signingKey: string | Uint8Array;
  /** Today in Asia/Ho_Chi_Minh, `YYYY-MM-DD`: the date of inputs that name none. */
  today: string;
  translate: Translate;
}>;

/** The JSON of the public contract. Money is whole đồng. */
export type Estimate<Figures> =
  AmountEstimate<Figures> | IncompleteEstimate | NotEligibleEstimate | UnknownParameterEstimate;

export type AmountEstimate<Figures> = Figures &
  Readonly<{
    status: 'amount';
    date: string;
    steps: readonly EstimateStep[];
    parameters: readonly EstimateParameter[];
    assumptions: readonly EstimateRemark[];
    warnings: readonly EstimateRemark[];
    /** Opens the same calculation again. */
    reference: string;
  }>;

/** Fields still to be asked. */
export type IncompleteEstimate = Readonly<{ status: 'incomplete'; missing: readonly string[] }>;

export type NotEligibleEstimate = Readonly<{
  status: 'not_eligible';
  date: string;
  reasons: readonly Readonly<{ code: string; text: string; basis: Basis }>[];
}>;

/** Values that nobody has published for the day. */
export type UnknownParameterEstimate = Readonly<{
  status: 'unknown_parameter';
  date: string;
  unknown: readonly Readonly<{ id: string; text: string }>[];
}>;

export type EstimateStep = Readonly<{ id: string; label: string; text: string; value: number | string }>;
export type EstimateRemark = Readonly<{ code: string; text: string }>;
export type EstimateParameter = Readonly<{
  id: string;
  value: JsonValue;
  unit: ParameterUnit;
  from: string;
  to: string | null;
  basis: Basis;
}>;
