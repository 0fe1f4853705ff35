/** A day as people write it, `31/10/2026`, `31-10-26`, `31/10` (of `year`); undefined for none or one that doesn't exist. */
export function readDay(text: string, year: number): string | undefined {
  const found = /(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}|\d{2}))?(?!\d)/.exec(text);
  const said =
    found ??
    /(?:ngày|ngay)?\s*(\d{1,2})\s+(?:tháng|thang)\s+(\d{1,2})(?:\s+(?:năm|nam)\s+(\d{4}))?/i.exec(text);
  if (said === null) return undefined;
  const [, day = '', month = '', written] = said;
  const century = String(year).slice(0, 2);
  const full = written === undefined ? String(year) : written.length === 2 ? `${century}${written}` : written;
  const date = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const exists = !Number.isNaN(Date.parse(date)) && new Date(date).toISOString().startsWith(date);
  return exists ? date : undefined;
}
