/** Context of a lead's sealed fields: bound to the row, so that a value copied to another lead doesn't open. */
export function leadContext(leadId: string, field: 'name' | 'phone'): string {
  return `leads/${leadId}/${field}`;
}

/** Context of the note of an event. */
export function noteContext(eventId: string): string {
  return `lead_events/${eventId}/note`;
}
