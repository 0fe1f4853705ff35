import type { Lead } from '../api/records.js';

/** By which campaign and event somebody came, `TN01 · CHO-MOI`; empty for who came by themselves. */
export function entryOf({ campaign, event }: Pick<Lead, 'campaign' | 'event'>): string {
  return [campaign, event].filter((part) => part !== null).join(' · ');
}
