/** A record of a CSV file with the line on which it begins, counted from 1. */
export type CsvRecord = Readonly<{ line: number; fields: readonly string[] }>;

export type CsvReading = Readonly<
  | { status: 'read'; records: readonly CsvRecord[] }
  | { status: 'broken'; line: number; problem: 'open_quote' }
>;

/**
 * The records of a CSV file as spreadsheets write it (RFC 4180): commas or, where the first line has more of them, semicolons;
 * quoted fields with doubled quotes and line ends inside; a byte-order mark, CRLF and empty lines are passed over.
 */
export function readCsv(text: string): CsvReading {
  const source = text.replace(/^\ufeff/u, '').normalize('NFC');
  const comma = separatorOf(source);
  const records: CsvRecord[] = [];
  let fields: string[] = [];
  let field = '';
  let quoted = false;
  let line = 1;
  let begun = 1;
  const endField = (): void => {
    fields.push(field.trim());
    field = '';
  };
  const endRecord = (): void => {
    endField();
    if (fields.some((value) => value !== '')) records.push({ line: begun, fields });
    fields = [];
  };
  for (let at = 0; at < source.length; at += 1) {
    const char = source.charAt(at);
    if (quoted) {
      if (char === '"' && source.charAt(at + 1) === '"') {
        field += '"';
        at += 1;
      } else if (char === '"') quoted = false;
      else {
        if (char === '\n') line += 1;
        field += char;
      }
    } else if (char === '"' && field.trim() === '') {
      field = '';
      quoted = true;
    } else if (char === comma) endField();
    else if (char === '\n') {
      endRecord();
      line += 1;
      begun = line;
    } else if (char !== '\r') field += char;
  }
  if (quoted) return { status: 'broken', line: begun, problem: 'open_quote' };
  endRecord();
  return { status: 'read', records };
}

function separatorOf(source: string): ',' | ';' {
  const head = source.slice(0, source.indexOf('\n') < 0 ? source.length : source.indexOf('\n'));
  return head.split(';').length > head.split(',').length ? ';' : ',';
}
