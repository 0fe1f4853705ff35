import type { Finding as FoundFault, FindingCode } from '../faq/index.js';
import type { Translate } from '../i18n/index.js';

/** A fault of an entry in the editor's language; an `error` keeps it from being published. */
export type Finding = Readonly<{
  field: string;
  code: FindingCode;
  severity: 'error' | 'warning';
  message: string;
}>;

/** Puts what was found into words. */
export function sayFindings(found: readonly FoundFault[], translate: Translate): readonly Finding[] {
  return found.map(({ field, code, severity, details }) => ({
    field,
    code,
    severity,
    message: translate(`content:${code}`, details),
  }));
}
