/** A point in degrees. */
export type GeoPoint = Readonly<{ latitude: number; longitude: number }>;

const earthRadiusKm = 6_371;

/** How far two points lie apart as the crow flies. */
export function kilometresBetween(one: GeoPoint, other: GeoPoint): number {
  const [fromLatitude, toLatitude] = [radians(one.latitude), radians(other.latitude)];
  const byLatitude = Math.sin((toLatitude - fromLatitude) / 2) ** 2;
  const byLongitude = Math.sin(radians(other.longitude - one.longitude) / 2) ** 2;
  const share = byLatitude + Math.cos(fromLatitude) * Math.cos(toLatitude) * byLongitude;
  return 2 * earthRadiusKm * Math.asin(Math.sqrt(Math.min(1, share)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
