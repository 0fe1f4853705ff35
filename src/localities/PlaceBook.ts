import { kilometresBetween, type GeoPoint } from './kilometresBetween.js';
import type { Place } from './Place.js';
import type { PlacesDocument, PlaceVersion } from './placesDocument.js';

/** A place as it stands, with how it came to be. */
export type StoredPlace = Readonly<{
  id: string;
  place: Place;
  version: number;
  updatedAt: string;
  updatedBy: string | null;
  versions: readonly PlaceVersion[];
}>;

/** The offices and collection points at one moment, looked up by commune. */
export class PlaceBook {
  readonly #places = new Map<string, StoredPlace>();
  readonly #byCommune = new Map<string, StoredPlace[]>();

  constructor({ places }: PlacesDocument = { places: {} }) {
    for (const [id, versions] of Object.entries(places)) {
      const newest = versions.at(-1);
      if (newest === undefined || newest.place === null) continue;
      const { place, version, at, by } = newest;
      const stored = { id, place, version, updatedAt: at, updatedBy: by, versions };
      this.#places.set(id, stored);
      for (const code of place.communes)
        this.#byCommune.set(code, [...(this.#byCommune.get(code) ?? []), stored]);
    }
  }

  get isEmpty(): boolean {
    return this.#places.size === 0;
  }

  all(): readonly StoredPlace[] {
    return [...this.#places.values()];
  }

  place(id: string): StoredPlace | undefined {
    return this.#places.get(id);
  }

  /** Where contributions are taken in a commune, the most recently checked first; the office itself comes last. */
  collecting(communeCode: string): readonly Place[] {
    const here = (this.#byCommune.get(communeCode) ?? []).map(({ place }) => place);
    const rank = ({ kind }: Place): number => (kind === 'collection' ? 0 : 1);
    return here.toSorted(
      (one, other) => rank(one) - rank(other) || other.checkedOn.localeCompare(one.checkedOn),
    );
  }

  /**
   * Official codes of the communes served by the places around a point (degrees), those of the nearest place first; only places that
   * were entered with their own point count, and none beyond `withinKm`.
   */
  communesAround(point: GeoPoint, withinKm: number): readonly string[] {
    const around = this.all()
      .flatMap(({ place }) => {
        const { latitude, longitude } = place;
        if (latitude === undefined || longitude === undefined) return [];
        return [{ place, km: kilometresBetween(point, { latitude, longitude }) }];
      })
      .filter(({ km }) => km <= withinKm)
      .toSorted((one, other) => one.km - other.km);
    return [...new Set(around.flatMap(({ place }) => place.communes))];
  }

  /** The office in charge of a commune. */
  office(communeCode: string): Place | undefined {
    return this.#byCommune.get(communeCode)?.find(({ place }) => place.kind === 'office')?.place;
  }
}
