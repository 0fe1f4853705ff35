import { z } from 'zod';
import type { GeoPoint } from '../../src/localities/index.js';

/** https://schema.org/GeoCoordinates, in which every channel hands over a shared location. */
const shared = z.object({
  type: z.literal('GeoCoordinates'),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});

/** The place on the map that came with a message; undefined where none did. */
export function sharedLocation(entities: readonly unknown[] = []): GeoPoint | undefined {
  for (const entity of entities) {
    const read = shared.safeParse(entity);
    if (read.success) return { latitude: read.data.latitude, longitude: read.data.longitude };
  }
  return undefined;
}
