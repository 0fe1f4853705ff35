import { isRecord } from '../common/isRecord.js';
import type { PlaceContent } from './records.js';

/** A place as the form holds it, every field a text, empty where it is left out; a commune a line. */
export interface PlaceFields {
  readonly kind: string;
  readonly name: string;
  readonly address: string;
  readonly communes: readonly string[];
  readonly phone: string;
  readonly hours: string;
  readonly latitude: string;
  readonly longitude: string;
  readonly checkedOn: string;
}

/** The form of a new place; `today` is the day on which somebody writes it down. */
export function emptyPlace(today: string): PlaceFields {
  return {
    kind: 'collection',
    name: '',
    address: '',
    communes: [],
    phone: '',
    hours: '',
    latitude: '',
    longitude: '',
    checkedOn: today,
  };
}

export function toPlaceForm(place: PlaceContent): PlaceFields {
  return {
    kind: place.kind,
    name: place.name,
    address: place.address,
    communes: [...place.communeNames],
    phone: place.phone ?? '',
    hours: place.hours ?? '',
    latitude: toText(place.latitude),
    longitude: toText(place.longitude),
    checkedOn: place.checkedOn,
  };
}

/** What the form holds, whatever it was handed. */
export function readPlaceForm(values: unknown): PlaceFields {
  const form = isRecord(values) ? values : {};
  return {
    kind: readText(form['kind']),
    name: readText(form['name']),
    address: readText(form['address']),
    communes: readLines(form['communes']).filter((line) => line !== ''),
    phone: readText(form['phone']),
    hours: readText(form['hours']),
    latitude: readText(form['latitude']),
    longitude: readText(form['longitude']),
    checkedOn: readText(form['checkedOn']),
  };
}

/**
 * What is sent. A commune that `place` had already goes by its code, so that its name can't be taken for another's; a new one
 * goes as it was typed. What is empty and may be is left out.
 */
export function toPlaceBody(
  values: unknown,
  place: PlaceContent | undefined,
): Readonly<Record<string, unknown>> {
  const { kind, name, communes, address, phone, hours, latitude, longitude, checkedOn } =
    readPlaceForm(values);
  const codes = new Map(place?.communeNames.map((commune, at) => [commune, place.communes[at] ?? commune]));
  return {
    kind,
    name,
    communes: communes.map((line) => codes.get(line) ?? line),
    address,
    ...(phone === '' ? {} : { phone }),
    ...(hours === '' ? {} : { hours }),
    ...(latitude === '' ? {} : { latitude: toNumber(latitude) }),
    ...(longitude === '' ? {} : { longitude: toNumber(longitude) }),
    checkedOn,
    reason: readReason(values),
  };
}

export function readReason(values: unknown): string {
  return readText(isRecord(values) ? values['reason'] : undefined);
}

/** Empty lines aren't sent: `communes.1` of the server is the second line of the form that isn't empty. */
export function toFormField(values: unknown, field: string): string {
  const sent = /^communes\.(\d+)$/.exec(field)?.[1];
  if (sent === undefined) return field;
  const lines = readLines(isRecord(values) ? values['communes'] : undefined);
  const filled = lines.flatMap((line, at) => (line === '' ? [] : [at]));
  return `communes.${filled[Number(sent)] ?? sent}`;
}

/** The first field on the page of which something is told. */
export function firstOf(fields: readonly string[]): keyof PlaceFields | undefined {
  const isTold = (name: string): boolean =>
    fields.some((field) => field === name || field.startsWith(`${name}.`));
  return order.find(isTold);
}

const order: readonly (keyof PlaceFields)[] = [
  'kind',
  'name',
  'address',
  'communes',
  'phone',
  'hours',
  'checkedOn',
  'latitude',
  'longitude',
];

/** What isn't a number goes as it was typed, so that the server can say what is wrong. Maps write a dot, people a comma. */
function toNumber(typed: string): number | string {
  const plain = typed.replace(',', '.');
  return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : typed;
}

function toText(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}

function readLines(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(readText) : [];
}

function readText(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
