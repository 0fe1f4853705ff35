const vietnamOffsetMs = 7 * 60 * 60 * 1000;

/** The legal date (`YYYY-MM-DD`, Asia/Ho_Chi_Minh, UTC+7 without summer time) at an instant. */
export function vietnamDate(instant: Date): string {
  return new Date(instant.getTime() + vietnamOffsetMs).toISOString().slice(0, 10);
}
