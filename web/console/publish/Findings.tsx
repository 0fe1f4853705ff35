import { createContext, useContext, useMemo, type JSX, type ReactNode } from 'react';
import { useWatch } from 'react-hook-form';
import { isRecord } from '../common/isRecord.js';
import type { TableFinding } from './records.js';

/** What the server's check refused, and the form as it then stood. */
export interface Refusal {
  readonly findings: readonly TableFinding[];
  readonly values: unknown;
}

const FindingsContext = createContext<readonly TableFinding[]>([]);

/** Hands the findings of a refused check to the fields; each goes once its field is changed, all when rows come or go. */
export function FindingsProvider(props: {
  readonly refusal: Refusal | undefined;
  readonly children: ReactNode;
}): JSX.Element {
  const { refusal, children } = props;
  const values: unknown = useWatch();
  const findings = useMemo(() => standing(refusal, values), [refusal, values]);
  return <FindingsContext value={findings}>{children}</FindingsContext>;
}

export function useFindings(): readonly TableFinding[] {
  return useContext(FindingsContext);
}

/** The messages for one field, `values.2.to`. */
export function useFieldFindings(field: string): readonly string[] {
  return useFindings()
    .filter((finding) => finding.field === field)
    .map(({ message }) => message);
}

function standing(refusal: Refusal | undefined, values: unknown): readonly TableFinding[] {
  if (refusal === undefined || countRows(refusal.values) !== countRows(values)) return [];
  return refusal.findings.filter(({ field }) => sameAt(refusal.values, values, field));
}

function sameAt(before: unknown, after: unknown, field: string): boolean {
  return JSON.stringify(valueAt(before, field)) === JSON.stringify(valueAt(after, field));
}

function valueAt(values: unknown, field: string): unknown {
  return field.split('.').reduce<unknown>((inner, key) => {
    if (Array.isArray(inner)) return inner[Number(key)];
    return isRecord(inner) ? inner[key] : undefined;
  }, values);
}

function countRows(values: unknown): number {
  const rows = isRecord(values) ? values['values'] : undefined;
  return Array.isArray(rows) ? rows.length : 0;
}
