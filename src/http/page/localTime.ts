const vietnamOffset = 7 * 60 * 60 * 1000;

/** Day (YYYY-MM-DD), day as people write it (DD/MM/YYYY) and time (HH:MM) of an instant in Vietnam. */
export interface LocalTime {
  readonly day: string;
  readonly dayText: string;
  readonly time: string;
}

/** Reads an ISO 8601 instant as Vietnam time, whatever the machine's zone (Vietnam has no summer time). Null if unreadable. */
export function localTime(instant: string | undefined): LocalTime | null {
  const milliseconds = Date.parse(instant ?? '');
  if (Number.isNaN(milliseconds)) return null;
  const iso = new Date(milliseconds + vietnamOffset).toISOString();
  const day = iso.slice(0, 10);
  return { day, dayText: day.split('-').reverse().join('/'), time: iso.slice(11, 16) };
}
