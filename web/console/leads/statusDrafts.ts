import type { LeadStatus } from '../api/records.js';
import { knownAccount } from '../api/session.js';

/** An outcome being written. `base` is the version of the lead its author had before their eyes. */
export interface StatusDraft {
  readonly status: LeadStatus | undefined;
  readonly note: string;
  readonly base: number | undefined;
}

export const emptyDraft: StatusDraft = { status: undefined, note: '', base: undefined };

const drafts = new Map<string, StatusDraft>();

/**
 * Drafts live as long as the page is open, each with its author: a note outlives a session that ended, a change of
 * language or a look at the list, and is never seen by the next person who signs in.
 */
export function readDraft(leadId: string): StatusDraft {
  return drafts.get(keyOf(leadId)) ?? emptyDraft;
}

export function keepDraft(leadId: string, draft: StatusDraft): void {
  if (draft.status === undefined && draft.note === '') drafts.delete(keyOf(leadId));
  else drafts.set(keyOf(leadId), draft);
}

function keyOf(leadId: string): string {
  return `${knownAccount()?.id ?? ''}/${leadId}`;
}
