import { isRecord } from '../common/isRecord.js';
import { isVersionList, type RecordVersion } from '../publish/records.js';

/** `office`: in charge of communes; `collection`: where contributions are taken. */
export const placeKinds = ['office', 'collection'] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** What an administrator writes of an office or a collection point. The day is YYYY-MM-DD. */
export interface PlaceContent {
  readonly kind: PlaceKind;
  readonly name: string;
  /** Official codes. */
  readonly communes: readonly string[];
  /** The same communes in words, with their province. */
  readonly communeNames: readonly string[];
  readonly address: string;
  readonly phone?: string;
  readonly hours?: string;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly checkedOn: string;
}

export interface Place extends PlaceContent {
  readonly id: string;
  readonly version: number;
  readonly updatedAt: string;
  /** Null for an import. */
  readonly updatedBy: string | null;
}

interface PlaceVersion extends Omit<RecordVersion<PlaceContent>, 'record'> {
  readonly place: PlaceContent | null;
}

export function isPlaceVersions(value: unknown): value is readonly PlaceVersion[] {
  return isVersionList(value) && value.every((item) => isRecord(item) && 'place' in item);
}

/** Versions as the history of any record shows them. */
export function toRecordVersions(versions: readonly PlaceVersion[]): readonly RecordVersion<PlaceContent>[] {
  return versions.map(({ place, ...version }) => ({ ...version, record: place }));
}
