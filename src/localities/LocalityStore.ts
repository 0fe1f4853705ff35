import { Low } from 'lowdb';
import { uuidv7 } from 'uuidv7';
import { DatabaseRow, StaleDocument } from '../content/index.js';
import type { Records } from '../records/index.js';
import { Gazetteer } from './Gazetteer.js';
import type { Place } from './Place.js';
import { PlaceBook } from './PlaceBook.js';
import { placesDocument, type PlacesDocument, type PlaceVersion } from './placesDocument.js';
import type { Province } from './Province.js';
import { communesVersion, readCommunes } from './readCommunes.js';
import { samePlace } from './samePlace.js';

/** Places and who is in charge of them, as they stand at one moment. */
export type LocalitySnapshot = Readonly<{ gazetteer: Gazetteer; places: PlaceBook }>;

export type LocalityOptions = Readonly<{
  records: Records;
  provinces: readonly Province[];
  failed: (error: unknown) => void;
}>;

/** `place` null removes it; `ifVersion` is the version that the editor saw, null for a new place. */
export type PlaceEdit = Readonly<{
  id: string;
  place: Place | null;
  ifVersion: number | null;
  by: string | null;
  reason: string;
}>;

export type ImportedPlaces = Readonly<{ added: number; changed: number; unchanged: number }>;

const refreshEveryMs = 2_000;

/**
 * The communes and the places, in memory. Imports come from another process and edits from any instance: on both engines the
 * records are looked at again every two seconds. The places are one lowdb document in a row, whose version refuses a stale write.
 */
export class LocalityStore {
  readonly #options: LocalityOptions;
  readonly #row: DatabaseRow<PlacesDocument>;
  readonly #document: Low<PlacesDocument>;
  #version = '';
  #snapshot: LocalitySnapshot;
  #working: Promise<unknown> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;

  private constructor(options: LocalityOptions) {
    this.#options = options;
    this.#row = new DatabaseRow(options.records, 'places', placesDocument);
    this.#document = new Low(this.#row, { places: {} });
    this.#snapshot = { gazetteer: new Gazetteer(options.provinces, []), places: new PlaceBook() };
  }

  /** Reads what was imported and keeps looking for more. */
  static async open(options: LocalityOptions): Promise<LocalityStore> {
    const store = new LocalityStore(options);
    await store.#refresh();
    store.#timer = setInterval(() => {
      store.#inLine(() => store.#refresh()).catch((error: unknown) => options.failed(error));
    }, refreshEveryMs);
    store.#timer.unref();
    return store;
  }

  snapshot(): LocalitySnapshot {
    return this.#snapshot;
  }

  /** Looks for imports and edits of other processes at once. */
  async refresh(): Promise<void> {
    return this.#inLine(() => this.#refresh());
  }

  /** `stale`: the place was changed or removed since the editor saw it. When this returns, the next answer uses it. */
  async savePlace(edit: PlaceEdit, now: Date): Promise<'saved' | 'stale'> {
    return this.#inLine(async () => {
      for (;;) {
        await this.#refresh();
        const held = this.#snapshot.places.place(edit.id);
        if ((held?.version ?? null) !== edit.ifVersion) return 'stale';
        if (await this.#write([edit], now)) return 'saved';
      }
    });
  }

  /** Adds the places of a file: one of the same kind, name and communes is changed, the others stay. All of it or nothing. */
  async importPlaces(places: readonly Place[], reason: string, now: Date): Promise<ImportedPlaces> {
    return this.#inLine(async () => {
      for (;;) {
        await this.#refresh();
        const held = this.#snapshot.places.all();
        const edits = places.flatMap((place) => {
          const before = held.find((stored) => samePlace(stored.place, place));
          if (before !== undefined && JSON.stringify(before.place) === JSON.stringify(place)) return [];
          return [
            { id: before?.id ?? uuidv7(), place, ifVersion: before?.version ?? null, by: null, reason },
          ];
        });
        const added = edits.filter(({ ifVersion }) => ifVersion === null).length;
        const imported = { added, changed: edits.length - added, unchanged: places.length - edits.length };
        if (edits.length === 0 || (await this.#write(edits, now))) return imported;
      }
    });
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#working.catch(() => undefined);
  }

  /** False when another process wrote meanwhile; nothing is written then. */
  async #write(edits: readonly PlaceEdit[], now: Date): Promise<boolean> {
    const before = this.#document.data;
    const places = { ...before.places };
    for (const { id, place, by, reason } of edits) {
      const versions: readonly PlaceVersion[] = places[id] ?? [];
      const version = (versions.at(-1)?.version ?? 0) + 1;
      places[id] = [...versions, { version, at: now.toISOString(), by, reason, place }];
    }
    this.#document.data = { places };
    try {
      await this.#document.write();
    } catch (error) {
      this.#document.data = before;
      if (error instanceof StaleDocument) return false;
      throw error;
    }
    this.#snapshot = { ...this.#snapshot, places: new PlaceBook(this.#document.data) };
    return true;
  }

  async #refresh(): Promise<void> {
    const { records, provinces } = this.#options;
    const version = await communesVersion(records);
    if (version !== this.#version) {
      const communes = await readCommunes(records);
      this.#snapshot = { ...this.#snapshot, gazetteer: new Gazetteer(provinces, communes) };
      this.#version = version;
    }
    if (await this.#row.isStale()) {
      await this.#document.read();
      this.#snapshot = { ...this.#snapshot, places: new PlaceBook(this.#document.data) };
    }
  }

  /** One after the other: a document read in the middle of a write could hide it. */
  #inLine<Result>(job: () => Promise<Result>): Promise<Result> {
    const done = this.#working.catch(() => undefined).then(job);
    this.#working = done;
    return done;
  }
}
