import type { Lead } from '../api/records.js';
import type { Words } from '../common/useWords.js';

/** What to call a lead: the name, or that it was erased when the citizen withdrew. */
export function nameOf(lead: Lead, words: Words): string {
  return lead.name === '' ? words('leads.erased') : lead.name;
}
