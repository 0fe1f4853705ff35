/** The names of the fields that aren't told yet, in the order in which to ask them. */
export function missingFields(wanted: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(wanted).flatMap(([field, value]) => (value === undefined ? [field] : []));
}
