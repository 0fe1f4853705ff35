/**
 * The dated parameter table: every figure of the law with the days on which it holds and the text it stands on.
 * Money is whole đồng, `percent` holds 22 for 22 %, days are `YYYY-MM-DD` in Asia/Ho_Chi_Minh.
 */
export type ParameterTable = Readonly<{
  parameters: ReadonlyMap<string, Parameter>;
  localSupport: readonly LocalSupportRow[];
}>;

export type Parameter = Readonly<{
  id: string;
  label: Bilingual;
  unit: ParameterUnit;
  /** Ordered by `from`, without gap or overlap. */
  values: readonly ParameterRow[];
}>;

export type ParameterRow = Readonly<{
  from: string;
  /** The last day on which the value holds; absent while no end is known. */
  to?: string | undefined;
  value: ParameterValue;
  basis: Basis;
  note?: string | undefined;
  reviewedOn: string;
  /** After this day the value has to be checked again; results that use it later say so. */
  reviewBy?: string | undefined;
}>;

/** What a province adds on top of the State's support. */
export type LocalSupportRow = Readonly<{
  id: string;
  scheme: LocalScheme;
  /** Unaccented name in kebab case without its type: `ha-noi`. */
  province: string;
  groups: readonly string[];
  /** Percent of the lowest contribution (`vsi`) or of the full contribution (`hhi`); null: something exists, how much isn't known. */
  percent: number | null;
  from: string;
  to?: string | undefined;
  basis: Basis;
  /** Only people of this age: each end is the id of a parameter in years, so that an age stands in one place. */
  ages?: Readonly<{ from: string; below?: string | undefined }> | undefined;
  /** Only people with permanent residence; absent: whoever is registered there. */
  residence?: 'permanent' | undefined;
  /** Only people who aren't in a group that the State supports. */
  withoutSupport?: boolean | undefined;
  condition?: Bilingual | undefined;
  doubtful?: Bilingual | undefined;
  reviewedOn: string;
}>;

/** `vsi`: voluntary social insurance; `hhi`: health insurance. */
export type LocalScheme = 'vsi' | 'hhi';

export type Basis = Readonly<{
  document: string;
  article?: string | undefined;
  clause?: string | undefined;
  link?: string | undefined;
}>;

export type Bilingual = Readonly<{ vi: string; en: string }>;

export const parameterUnits = [
  'vnd',
  'percent',
  'months',
  'years',
  'days',
  'multiple',
  'text',
  'date',
  'table',
] as const;
export type ParameterUnit = (typeof parameterUnits)[number];

/** A number for the measured units, a string for `text` and `date`, any JSON for `table`. */
export type ParameterValue = JsonValue;

export type JsonValue =
  null | boolean | number | string | readonly JsonValue[] | Readonly<{ [key: string]: JsonValue }>;
