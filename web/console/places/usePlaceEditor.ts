import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useDataProvider, useNotify } from 'react-admin';
import { toFailure } from '../api/ApiFailure.js';
import { pathOf } from '../api/dataProvider.js';
import { request } from '../api/request.js';
import { knownAccount } from '../api/session.js';
import { useFailureText } from '../common/useFailureText.js';
import { useGuarded } from '../common/useGuarded.js';
import { useSave } from '../common/useSave.js';
import { dropEntryDraft, readEntryDraft, type EntryDraft } from '../faq/entryDrafts.js';
import type { Refusal } from '../publish/Findings.js';
import type { Conflict } from '../publish/useRecordEditor.js';
import { toFormField, toPlaceBody } from './placeForm.js';
import type { Place } from './records.js';

/** Adds, changes and removes a place. What the server refuses goes to its fields; a conflict keeps what was typed. */
export function usePlaceEditor(
  place: Place | undefined,
  onReload: () => Promise<void>,
): {
  readonly draft: EntryDraft | undefined;
  /** The version on which the changes are based. */
  readonly base: number;
  readonly refusal: Refusal | undefined;
  readonly conflict: Conflict<Place> | undefined;
  readonly busy: boolean;
  /** Added or removed: nothing is left to edit. */
  readonly done: boolean;
  readonly save: (values: unknown, version: number) => Promise<void>;
  readonly remove: (values: unknown, reason: string) => Promise<void>;
  readonly reload: () => Promise<void>;
} {
  const draftKey = placeDraftKey(place);
  const notify = useNotify();
  const failureText = useFailureText();
  const guarded = useGuarded();
  const dataProvider = useDataProvider();
  const queryClient = useQueryClient();
  const [saveRecord, saving] = useSave('places');
  const [draft, setDraft] = useState(() => readEntryDraft(knownAccount()?.id ?? '', draftKey));
  const [refusal, setRefusal] = useState<Refusal>();
  const [conflict, setConflict] = useState<Conflict<Place>>();
  const [sending, setSending] = useState(false);
  const [done, setDone] = useState(false);
  const base = draft?.version ?? place?.version ?? 0;

  const reload = useCallback(async () => {
    setConflict(undefined);
    setRefusal(undefined);
    dropEntryDraft(knownAccount()?.id ?? '', draftKey);
    await onReload();
    setDraft(undefined);
  }, [draftKey, onReload]);

  /** Runs a call that leaves nothing to edit behind. */
  const finish = async (call: Promise<unknown>, said: string): Promise<void> => {
    setSending(true);
    try {
      await guarded(call);
      // Asking for a place that was just removed would only be answered that it is gone.
      await queryClient.invalidateQueries({ queryKey: ['places'], refetchType: 'none' });
      notify(said, { type: 'success' });
      setDone(true);
    } finally {
      setSending(false);
    }
  };

  const explain = async (error: unknown, values: unknown): Promise<void> => {
    const { status, fields } = toFailure(error);
    if (status === 404) return notify('console.places.gone', { type: 'error' });
    if (status === 412 && place !== undefined) return showConflict(place.id, values);
    if (fields.length === 0) return notify(failureText(error), { type: 'error' });
    const findings = fields.map(({ field, message }) => ({ field: toFormField(values, field), message }));
    setRefusal({ findings, values });
    notify('console.places.refused', { type: 'error' });
  };

  const showConflict = async (id: string, values: unknown): Promise<void> => {
    try {
      const { data } = await dataProvider.getOne<Place>('places', { id });
      setConflict({ theirs: data, values });
    } catch (error) {
      await explain(error, values);
    }
  };

  return {
    draft,
    base,
    refusal,
    conflict,
    busy: saving || sending,
    done,
    reload,
    save: async (values, version) => {
      setRefusal(undefined);
      setConflict(undefined);
      const body = toPlaceBody(values, place);
      try {
        if (place === undefined) {
          await finish(request('/places', { method: 'POST', body }), 'console.places.added');
          return;
        }
        await saveRecord({ id: place.id, data: body, previousData: place, version });
        notify('console.places.saved', { type: 'success' });
        await reload();
      } catch (error) {
        await explain(error, values);
      }
    },
    remove: async (values, reason) => {
      if (place === undefined) return;
      const path = pathOf('places', place.id);
      try {
        await finish(
          request(path, { method: 'DELETE', body: { reason }, version: base }),
          'console.places.removed',
        );
      } catch (error) {
        await explain(error, values);
      }
    },
  };
}

/** Under which a form is kept when the session ends. */
export function placeDraftKey(place: Place | undefined): string {
  return `places/${place?.id ?? 'create'}`;
}
