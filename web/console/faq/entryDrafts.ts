/** A form that was being filled in when the session ended. `version` is the one its author had read. */
export interface EntryDraft {
  readonly values: Readonly<Record<string, unknown>>;
  readonly version: number;
}

const drafts = new Map<string, EntryDraft>();

/** Keeps a form until the same person opens the same entry again; lives as long as the page is open. */
export function keepEntryDraft(accountId: string, entryId: string, draft: EntryDraft): void {
  drafts.set(`${accountId}/${entryId}`, draft);
}

export function readEntryDraft(accountId: string, entryId: string): EntryDraft | undefined {
  return drafts.get(`${accountId}/${entryId}`);
}

/** The form was saved or given up. */
export function dropEntryDraft(accountId: string, entryId: string): void {
  drafts.delete(`${accountId}/${entryId}`);
}
