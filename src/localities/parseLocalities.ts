import { z } from 'zod';
import type { Commune } from './Commune.js';
import { takeApart } from './placeName.js';
import type { Province } from './Province.js';
import { readTable, type LineFault, type TableReading } from './readTable.js';

const row = z.strictObject({
  province_code: z.string().regex(/^\d{2}$/, 'two digits expected'),
  /** For people who read the file; the code counts. */
  province: z.string().max(80).optional(),
  code: z.string().regex(/^\d{5}$/, 'five digits expected'),
  name: z.string().max(80, 'at most 80 characters').regex(/\p{L}/u, 'a name expected'),
});
type Row = z.infer<typeof row>;

/**
 * The official list of communes: `province_code,province,code,name`. Spreadsheets drop the zeros in front of a code: they are
 * put back. Refused as a whole, with every faulty line, when a code comes twice, a province is unknown or a name has no type.
 */
export function parseLocalities(text: string, provinces: readonly Province[]): TableReading<Commune> {
  const known = new Map(provinces.map((province) => [province.code, province]));
  const padded = row.extend({
    province_code: z
      .string()
      .transform((code) => code.padStart(2, '0'))
      .pipe(row.shape.province_code),
    code: z
      .string()
      .transform((code) => code.padStart(5, '0'))
      .pipe(row.shape.code),
  });
  const table = readTable(text, padded, (rows) => checkRows(rows, known));
  if (table.status === 'refused') return table;
  return {
    status: 'read',
    rows: table.rows.map(({ code, name, province_code: provinceCode }) => ({
      code,
      name: name.charAt(0).toLocaleUpperCase('vi') + name.slice(1),
      provinceCode,
    })),
  };
}

function checkRows(
  rows: readonly Readonly<{ line: number; row: Row }>[],
  provinces: ReadonlyMap<string, Province>,
): readonly LineFault[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ line, row: { code, name, province_code: provinceCode } }) => {
    const faults: LineFault[] = [];
    const before = first.get(code);
    if (before === undefined) first.set(code, line);
    else faults.push({ line, field: 'code', problem: `${code} stands on line ${before} already` });
    if (!provinces.has(provinceCode))
      faults.push({ line, field: 'province_code', problem: `${provinceCode} is no province` });
    const { type, key } = takeApart(name);
    if (type === undefined || key === '')
      faults.push({ line, field: 'name', problem: 'a name begins with its type, as in “Xã …”' });
    return faults;
  });
}
