import { z } from 'zod';
import { placeSchema } from './Place.js';

const placeVersion = z.object({
  version: z.number().int().min(1),
  at: z.string(),
  /** The editor's name, or null for an import. */
  by: z.string().nullable(),
  reason: z.string(),
  /** Null where it was removed. */
  place: placeSchema.nullable(),
});
export type PlaceVersion = Readonly<z.infer<typeof placeVersion>>;

/** Offices and collection points with every version of each, the newest last. */
export const placesDocument = z.object({ places: z.record(z.string(), z.array(placeVersion).min(1)) });
export type PlacesDocument = z.infer<typeof placesDocument>;
