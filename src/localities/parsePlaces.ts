import { z } from 'zod';
import type { Gazetteer } from './Gazetteer.js';
import { placeKinds, placeSchema, type Place } from './Place.js';
import { readTable, type LineFault, type TableReading } from './readTable.js';

const coordinate = z.string().transform((text) => Number(text.replace(',', '.')));

/** One line of the file; `communes` are codes with blanks or semicolons between them. */
const row = z.strictObject({
  kind: z.enum(placeKinds),
  communes: z.string().transform((codes) => codes.split(/[\s;|]+/u).map((code) => code.padStart(5, '0'))),
  name: placeSchema.shape.name,
  address: placeSchema.shape.address,
  phone: placeSchema.shape.phone,
  hours: placeSchema.shape.hours,
  latitude: coordinate.pipe(z.number().min(8).max(24)).optional(),
  longitude: coordinate.pipe(z.number().min(102).max(118)).optional(),
  checked_on: placeSchema.shape.checkedOn,
});
type Row = z.infer<typeof row>;

/**
 * Offices and collection points: `kind,communes,name,address,phone,hours,latitude,longitude,checked_on`. Refused as a whole, with
 * every faulty line, when a commune isn't in the list or a place comes twice.
 */
export function parsePlaces(text: string, gazetteer: Gazetteer): TableReading<Place> {
  const table = readTable(text, row, (rows) => checkRows(rows, gazetteer));
  if (table.status === 'refused') return table;
  return {
    status: 'read',
    rows: table.rows.map(({ checked_on: checkedOn, ...place }) => placeSchema.parse({ ...place, checkedOn })),
  };
}

function checkRows(
  rows: readonly Readonly<{ line: number; row: Row }>[],
  gazetteer: Gazetteer,
): readonly LineFault[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ line, row: { kind, name, address, communes } }) => {
    const faults: LineFault[] = communes
      .filter((code) => gazetteer.commune(code) === undefined)
      .map((code) => ({ line, field: 'communes', problem: `${code} is no commune of the imported list` }));
    const identity = `${kind}|${name}|${address}`;
    const before = first.get(identity);
    if (before === undefined) first.set(identity, line);
    else faults.push({ line, field: 'name', problem: `the same place stands on line ${before} already` });
    return faults;
  });
}
