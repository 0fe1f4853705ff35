/**
 * A CSV document for spreadsheet programs: UTF-8 with a byte order mark (so that Vietnamese is read as such), comma,
 * every cell quoted, CRLF. Cells that a spreadsheet would take for a formula begin with an apostrophe.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => row.map(toCell).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** Half-width and full-width signs that begin a formula, also behind spaces, and the controls that begin a new cell. */
const formulaStart = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u;

function toCell(text: string): string {
  const safe = formulaStart.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
