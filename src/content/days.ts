const dayMs = 24 * 60 * 60 * 1000;

/** The day after a `YYYY-MM-DD` day. */
export function dayAfter(date: string): string {
  return addDays(date, 1);
}

/** The day before a `YYYY-MM-DD` day. */
export function dayBefore(date: string): string {
  return addDays(date, -1);
}

/** The day `days` later (earlier where negative), both `YYYY-MM-DD`. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
}
