import { z } from 'zod';
import { findCommune, type KnownCommune } from '../../src/localities/index.js';
import type { ChatTurn } from '../ChatTurn.js';

export const placeShape = {
  /** With its type, as in the list or as typed: `Xã Tam Hải`. */
  commune: z.string().optional(),
  province: z.string().optional(),
  /** Official code; undefined for a place kept as typed. */
  communeCode: z.string().optional(),
  /** Codes of the communes that may be meant. */
  placeOptions: z.array(z.string()).optional(),
  /** A name that isn't in the list: `open` until the citizen says to keep it so. */
  placeTyped: z.enum(['open', 'kept']).optional(),
} as const;
export const placeValues = z.object(placeShape);
export type PlaceValues = z.infer<typeof placeValues>;

/** Every key of a place, so that another place leaves nothing of the one before. */
export const noPlace = {
  commune: undefined,
  province: undefined,
  communeCode: undefined,
  placeOptions: undefined,
  placeTyped: undefined,
} as const satisfies PlaceValues;

export type PlaceReading =
  | Readonly<{ status: 'filled'; values: PlaceValues }>
  /** Only the province is named. */
  | Readonly<{ status: 'province'; province: string }>
  | Readonly<{ status: 'none' }>;

/** Communes are large in the mountains; the citizen is asked in any case. */
const aroundKm = 30;
const mostAround = 8;

/** The place that a message names, held against the imported list; without one, as typed. A shared location is asked back. */
export function readPlace(turn: ChatTurn): PlaceReading {
  const { gazetteer, places } = turn.scope.localities;
  if (turn.location !== undefined) {
    const around = places.communesAround(turn.location, aroundKm);
    const placeOptions = around.filter((code) => gazetteer.commune(code) !== undefined).slice(0, mostAround);
    return placeOptions.length === 0
      ? { status: 'none' }
      : { status: 'filled', values: { ...noPlace, placeOptions } };
  }
  const found = findCommune(gazetteer, turn.text);
  switch (found.status) {
    case 'found':
      return found.certain
        ? { status: 'filled', values: { ...noPlace, ...known(found.commune) } }
        : { status: 'filled', values: { ...noPlace, placeOptions: [found.commune.code] } };
    case 'several':
      return {
        status: 'filled',
        values: { ...noPlace, placeOptions: found.communes.map(({ code }) => code) },
      };
    case 'unlisted': {
      const typed = typedPlace(found.commune, found.province);
      return {
        status: 'filled',
        values: { ...noPlace, ...typed, ...(gazetteer.isEmpty ? {} : { placeTyped: 'open' as const }) },
      };
    }
    case 'province':
      return { status: 'province', province: found.province.name };
    case 'none':
      return { status: 'none' };
  }
}

/** A place told beside something else: only where its type is said ("xã", "phường"), for names are common words. */
export function placeBeside(turn: ChatTurn): PlaceValues {
  const place = namesPlace(turn) ? readPlace(turn) : undefined;
  return place?.status === 'filled' ? place.values : {};
}

/** "xã", "phường" and the like stand before a name: whatever was asked, this is a place. */
export function namesPlace(turn: ChatTurn): boolean {
  return /\b(?:xa|phuong|thi tran|dac khu|commune|ward)\b/.test(turn.plain);
}

export function known({ name, province, code }: KnownCommune): PlaceValues {
  return { commune: name, province: province.name, communeCode: code };
}

export function typedPlace(commune: string, province: string | undefined): PlaceValues {
  return {
    commune: startLarge(commune),
    ...(province === undefined ? {} : { province: startLarge(province) }),
  };
}

/** As typed, but for the first letter. */
export function startLarge(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
