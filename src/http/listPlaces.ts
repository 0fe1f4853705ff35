import { z } from 'zod';
import { foldText } from '../language/index.js';
import {
  fullName,
  placeKinds,
  type Gazetteer,
  type LocalitySnapshot,
  type Place,
  type StoredPlace,
} from '../localities/index.js';
import { listReply, readListQuery } from './listQuery.js';
import type { HttpReply, HttpRequest } from './Route.js';

const filterSchema = z.strictObject({
  id: z.array(z.string()).optional(),
  q: z.string().max(200).optional(),
  kind: z.enum(placeKinds).optional(),
  province: z.string().max(60).optional(),
});

/** A page of the offices and collection points that the reader asks for. */
export function listPlaces({ places, gazetteer }: LocalitySnapshot, request: HttpRequest): HttpReply {
  const { sort, offset, limit, filter } = readListQuery(request, filterSchema);
  const wanted = foldText(filter.q ?? '');
  const provinceOf = (code: string) => gazetteer.commune(code)?.province.slug;
  const found = places
    .all()
    .filter(({ id }) => filter.id === undefined || filter.id.includes(id))
    .filter(({ place }) => filter.kind === undefined || place.kind === filter.kind)
    .filter(
      ({ place }) =>
        filter.province === undefined || place.communes.some((code) => provinceOf(code) === filter.province),
    )
    .filter(({ place }) => wanted === '' || foldedOf(place, gazetteer).all.includes(wanted));
  const keys = {
    name: ({ place }: StoredPlace) => foldedOf(place, gazetteer).name,
    kind: ({ place }: StoredPlace) => place.kind,
    communes: ({ place }: StoredPlace) => foldedOf(place, gazetteer).communes,
    checkedOn: ({ place }: StoredPlace) => place.checkedOn,
    updatedAt: ({ updatedAt }: StoredPlace) => updatedAt,
  } as const;
  const isKey = (field: string): field is keyof typeof keys => field in keys;
  const key = keys[isKey(sort.field) ? sort.field : 'name'];
  // Folded words compare well enough as they are; comparing ten thousand by the rules of a language holds citizens up.
  const ordered = found.toSorted((one, other) => compare(key(one), key(other)) || compare(one.id, other.id));
  const page = (sort.descending ? ordered.toReversed() : ordered).slice(offset, offset + limit);
  const items = page.map((stored) => describePlace(stored, gazetteer));
  return listReply('places', items, { offset, total: found.length });
}

/** A place as it stands, with its communes in words. */
export function describePlace(
  { id, place, version, updatedAt, updatedBy }: StoredPlace,
  gazetteer: Gazetteer,
) {
  return { id, ...place, communeNames: communeNames(place, gazetteer), version, updatedAt, updatedBy };
}

/** The communes of a place in words; the code of one that the list no longer has. */
export function communeNames({ communes }: Place, gazetteer: Gazetteer): readonly string[] {
  return communes.map((code) => {
    const commune = gazetteer.commune(code);
    return commune === undefined ? code : fullName(commune);
  });
}

/** What a place is found and ordered by, without marks. */
type FoldedPlace = Readonly<{ name: string; communes: string; all: string }>;

/** Folding takes long, so each place is folded once. */
const folded = new WeakMap<Gazetteer, WeakMap<Place, FoldedPlace>>();

function foldedOf(place: Place, gazetteer: Gazetteer): FoldedPlace {
  const known = folded.get(gazetteer) ?? new WeakMap<Place, FoldedPlace>();
  folded.set(gazetteer, known);
  const held = known.get(place);
  if (held !== undefined) return held;
  const name = foldText(place.name);
  const communes = foldText(communeNames(place, gazetteer).join(' '));
  const words = { name, communes, all: `${name} ${foldText(place.address)} ${communes}` };
  known.set(place, words);
  return words;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
