const vietnamOffsetMs = 7 * 60 * 60 * 1000;

/** The first moment of a `YYYY-MM-DD` day in Vietnam, in milliseconds since 1970. */
export function startOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) - vietnamOffsetMs;
}
