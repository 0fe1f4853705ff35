export type FindingCode =
  | 'invalid'
  | 'template_invalid'
  | 'unknown_reference'
  | 'no_value'
  | 'no_value_from'
  | 'too_long'
  | 'too_long_from'
  | 'too_many_sentences'
  | 'too_many_bubbles'
  | 'too_few_phrasings'
  | 'phrasing_repeated'
  | 'phrasing_taken'
  | 'unknown_topic'
  | 'related_to_itself'
  | 'literal_figure'
  | 'review_expired'
  | 'review_before_start'
  | 'not_yet_valid'
  | 'missing_basis'
  | 'first_sentence_long'
  | 'first_sentence_asks'
  | 'first_sentence_boilerplate'
  | 'first_sentence_elsewhere'
  | 'unexplained_abbreviation'
  | 'long_sentences'
  | 'not_translated'
  | 'outdated_document';

/** One fault of an entry. An `error` refuses a publication, a `warning` is shown. */
export interface Finding {
  /** Path of the field, as in `answer.vi` or `phrasings.vi.3`. */
  readonly field: string;
  readonly code: FindingCode;
  readonly severity: 'error' | 'warning';
  /** What the words of the finding need. */
  readonly details?: Readonly<Record<string, string | number>>;
}

export function error(field: string, code: FindingCode, details?: Finding['details']): Finding {
  return { field, code, severity: 'error', ...(details ? { details } : {}) };
}

export function warning(field: string, code: FindingCode, details?: Finding['details']): Finding {
  return { field, code, severity: 'warning', ...(details ? { details } : {}) };
}
