import type { Bilingual, LegalBasis } from '../api/records.js';
import { isRecord } from '../common/isRecord.js';

/** Shapes of the parameter table as the console uses it. Days are YYYY-MM-DD, money is whole đồng. */

export const units = [
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
export type Unit = (typeof units)[number];

export interface ParameterRow {
  readonly from: string;
  readonly to?: string;
  readonly value: unknown;
  readonly basis: LegalBasis;
  readonly note?: string;
  readonly reviewedOn: string;
  readonly reviewBy?: string;
}

/** How a record came to be; `edited` ones no longer follow the releases. */
export interface Edited {
  readonly version: number;
  readonly updatedAt: string | null;
  readonly updatedBy: string | null;
  readonly edited: boolean;
}

export interface ParameterSummary extends Edited {
  readonly id: string;
  readonly label: Bilingual;
  readonly unit: Unit;
  readonly value: unknown;
  readonly from: string | null;
  readonly to: string | null;
  readonly document: string | null;
  readonly next: { readonly from: string; readonly value: unknown } | null;
  readonly state: 'current' | 'due' | 'overdue';
  readonly dueOn: string | null;
  readonly because: 'review' | 'end' | 'missing' | null;
}

export interface Parameter {
  readonly id: string;
  readonly label: Bilingual;
  readonly unit: Unit;
  readonly values: readonly ParameterRow[];
}

export interface ParameterDetail extends Parameter, Edited {
  /** The day on which the server is. */
  readonly today: string;
  /** What the release has in its place, where that is something else. */
  readonly release: Parameter | null;
}

export type Scheme = 'vsi' | 'hhi';

export interface LocalSupport {
  readonly id: string;
  readonly scheme: Scheme;
  readonly province: string;
  readonly groups: readonly string[];
  /** Null: something exists, how much isn't known. */
  readonly percent: number | null;
  readonly from: string;
  readonly to?: string;
  readonly basis: LegalBasis;
  /** Ids of parameters in years. */
  readonly ages?: { readonly from: string; readonly below?: string };
  readonly residence?: 'permanent';
  readonly withoutSupport?: boolean;
  readonly condition?: Bilingual;
  readonly doubtful?: Bilingual;
  readonly reviewedOn: string;
}

export interface LocalSupportSummary extends LocalSupport, Edited {
  readonly state: 'current' | 'coming' | 'ended';
}

export interface LocalSupportDetail extends LocalSupport, Edited {
  readonly release: LocalSupport | null;
}

export interface RecordVersion<Data> {
  readonly version: number;
  readonly at: string;
  readonly by: string | null;
  readonly reason: string;
  readonly record: Data | null;
}

export interface TableFinding {
  readonly field: string;
  readonly message: string;
}

/** What publishing a change would do. */
export interface ChangePreview {
  readonly warnings: readonly TableFinding[];
  readonly figures: readonly FigureChange[];
  readonly answers: readonly AnswerChange[];
  readonly estimates: readonly EstimateChange[];
}

export interface FigureChange {
  readonly reference: string;
  readonly unit: Unit;
  readonly from: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface AnswerChange {
  readonly id: string;
  readonly title: string;
  readonly from: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface EstimateChange {
  readonly kind: 'voluntary' | 'household' | 'supported';
  readonly group: string | null;
  readonly province: string | null;
  readonly from: string;
  readonly before: number | null;
  readonly after: number | null;
}

export function isChangePreview(value: unknown): value is ChangePreview {
  return (
    isRecord(value) &&
    Array.isArray(value['warnings']) &&
    Array.isArray(value['figures']) &&
    Array.isArray(value['answers']) &&
    Array.isArray(value['estimates'])
  );
}

export function isVersionList<Data>(value: unknown): value is readonly RecordVersion<Data>[] {
  return Array.isArray(value) && value.every((item) => isRecord(item) && typeof item['version'] === 'number');
}

export function isGroupList(value: unknown): value is Readonly<Record<Scheme, readonly string[]>> {
  return isRecord(value) && Array.isArray(value['vsi']) && Array.isArray(value['hhi']);
}
