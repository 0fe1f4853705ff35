import { useEffect, useRef } from 'react';
import { useFormContext } from 'react-hook-form';
import { knownAccount } from '../api/session.js';
import { dropEntryDraft, keepEntryDraft } from './entryDrafts.js';

/** Keeps the form for its author when the page goes away because the session ended, and only then. */
export function useKeepDraft(entryId: string, version: number, dirty: boolean): void {
  const { getValues } = useFormContext();
  const latest = useRef({ version, dirty });
  useEffect(() => {
    latest.current = { version, dirty };
  }, [version, dirty]);
  useEffect(() => {
    const accountId = knownAccount()?.id;
    return () => {
      if (accountId === undefined) return;
      const sessionEnded = knownAccount() === undefined;
      const { version: base, dirty: unsaved } = latest.current;
      if (sessionEnded && unsaved) keepEntryDraft(accountId, entryId, { values: getValues(), version: base });
      else dropEntryDraft(accountId, entryId);
    };
  }, [entryId, getValues]);
}
