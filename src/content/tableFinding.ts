import type { Translate } from '../i18n/index.js';

/** What can be wrong with a change of the parameter table, or has to be looked at. */
export type TableFault =
  | 'unknown_key'
  | 'required'
  | 'not_a_day'
  | 'not_a_text'
  | 'not_a_link'
  | 'malformed'
  | 'text_too_long'
  | 'missing_basis'
  | 'id_fixed'
  | 'unit_fixed'
  | 'no_rows'
  | 'too_many_rows'
  | 'gap'
  | 'overlap'
  | 'out_of_order'
  | 'to_before_from'
  | 'wrong_vnd'
  | 'wrong_percent'
  | 'wrong_months'
  | 'wrong_years'
  | 'wrong_days'
  | 'wrong_multiple'
  | 'wrong_text'
  | 'wrong_date'
  | 'wrong_table'
  | 'wrong_share'
  | 'wrong_province'
  | 'wrong_scheme'
  | 'no_groups'
  | 'unknown_group'
  | 'group_taken'
  | 'unknown_age'
  | 'review_order'
  | 'table_refused'
  | 'parameter_missing'
  | 'answer_breaks'
  | 'answer_breaks_later'
  | 'answer_too_long'
  | 'big_jump'
  | 'past_changed'
  | 'review_passed';

/** One fault with what its words need; `field` is the path within the record, as in `values.2.to`. */
export type TableFindingDraft = Readonly<{
  field: string;
  code: TableFault;
  severity: 'error' | 'warning';
  details?: Readonly<Record<string, string | number>>;
}>;

/** A fault in the editor's language. An `error` refuses a publication, a `warning` is shown before it. */
export type TableFinding = Readonly<{
  field: string;
  code: TableFault;
  severity: 'error' | 'warning';
  message: string;
}>;

export const fault = (
  field: string,
  code: TableFault,
  details?: TableFindingDraft['details'],
): TableFindingDraft => ({ field, code, severity: 'error', ...(details === undefined ? {} : { details }) });

export const remark = (
  field: string,
  code: TableFault,
  details?: TableFindingDraft['details'],
): TableFindingDraft => ({ field, code, severity: 'warning', ...(details === undefined ? {} : { details }) });

/** Puts findings into words: what is wrong and the way out. */
export function writeFindings(
  drafts: readonly TableFindingDraft[],
  translate: Translate,
): readonly TableFinding[] {
  return drafts.map(({ field, code, severity, details }) => ({
    field,
    code,
    severity,
    message: translate(`content:table.${code}`, details),
  }));
}
