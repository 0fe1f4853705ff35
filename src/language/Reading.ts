/**
 * What a reader found in a message. `value`: one clear reading. `range`: two bounds of the same kind. `unclear`: something
 * of this kind is said but not which, `reason` says why and `suggestion` (where there is one) may be put back as a question;
 * it is never to be used without the person's yes. `none`: nothing of this kind is said. `matched` is the part of the
 * message that was read.
 */
export type Reading<T, Reason extends string = UnclearReason> =
  Value<T> | Range<T> | Unclear<T, Reason> | None;

export interface Value<T> {
  readonly status: 'value';
  readonly value: T;
  readonly matched: string;
  /** Said with "about", "nearly": right to use, worth saying back. */
  readonly approximate?: boolean;
}

export interface Range<T> {
  readonly status: 'range';
  readonly from: T;
  readonly to: T;
  readonly matched: string;
}

export interface Unclear<T, Reason extends string = UnclearReason> {
  readonly status: 'unclear';
  readonly reason: Reason;
  readonly suggestion?: T;
  readonly matched?: string;
}

export interface None {
  readonly status: 'none';
}

export type UnclearReason =
  | 'no_unit'
  | 'vague'
  | 'bound'
  | 'several'
  | 'slang'
  | 'foreign_currency'
  | 'per_hour'
  | 'ambiguous'
  | 'looks_like_year'
  | 'out_of_range';

export const NONE: None = { status: 'none' };
