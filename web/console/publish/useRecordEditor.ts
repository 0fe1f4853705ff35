import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useDataProvider, useNotify, type RaRecord } from 'react-admin';
import { pathOf } from '../api/dataProvider.js';
import { knownAccount } from '../api/session.js';
import { useFailureText } from '../common/useFailureText.js';
import { dropEntryDraft, readEntryDraft, type EntryDraft } from '../faq/entryDrafts.js';
import type { Refusal } from './Findings.js';
import type { ChangePreview } from './records.js';
import { usePublish, type CheckResult, type Publication, type PublishResult } from './usePublish.js';

/** What another person published meanwhile, and the form as it stood here. */
export interface Conflict<Data> {
  readonly theirs: Data;
  readonly values: unknown;
}

/**
 * The way of a record from the form to publication: a check that shows what would change, findings beside their fields, a
 * conflict that keeps what was typed, and a draft that outlives the end of a session.
 */
export function useRecordEditor<Data extends RaRecord & { readonly version: number }>(props: {
  readonly resource: string;
  readonly record: Data;
  readonly onReload: () => Promise<void>;
}): {
  readonly draft: EntryDraft | undefined;
  readonly base: number;
  readonly refusal: Refusal | undefined;
  readonly conflict: Conflict<Data> | undefined;
  readonly preview: ChangePreview | undefined;
  readonly checking: boolean;
  readonly publishing: boolean;
  readonly publishError: unknown;
  readonly check: (
    values: unknown,
    change: Pick<Publication, 'method' | 'body'>,
    version: number,
  ) => Promise<void>;
  readonly publish: () => Promise<PublishResult['status']>;
  readonly close: () => void;
  readonly reload: () => Promise<void>;
} {
  const { resource, record, onReload } = props;
  const id = String(record.id);
  const notify = useNotify();
  const failureText = useFailureText();
  const dataProvider = useDataProvider();
  const queryClient = useQueryClient();
  const publication = usePublish();
  const draftKey = `${resource}/${id}`;
  const [draft, setDraft] = useState(() => readEntryDraft(knownAccount()?.id ?? '', draftKey));
  const [refusal, setRefusal] = useState<Refusal>();
  const [conflict, setConflict] = useState<Conflict<Data>>();
  const [publishError, setPublishError] = useState<unknown>();
  const [checked, setChecked] = useState<unknown>();

  const reload = useCallback(async () => {
    setConflict(undefined);
    setRefusal(undefined);
    dropEntryDraft(knownAccount()?.id ?? '', draftKey);
    await queryClient.invalidateQueries({ queryKey: [resource] });
    await onReload();
    setDraft(undefined);
  }, [draftKey, onReload, queryClient, resource]);

  const explain = async (result: CheckResult | PublishResult, values: unknown): Promise<void> => {
    if (result.status === 'refused') {
      setRefusal({ findings: result.findings, values });
      return notify('console.publish.refused', { type: 'error' });
    }
    if (result.status !== 'stale') return;
    try {
      const { data } = await dataProvider.getOne<Data>(resource, { id });
      setConflict({ theirs: data, values });
    } catch (error) {
      notify(failureText(error), { type: 'error' });
    }
  };

  return {
    ...publication,
    draft,
    base: draft?.version ?? record.version,
    refusal,
    conflict,
    publishError,
    reload,
    check: async (values, change, version) => {
      setRefusal(undefined);
      setConflict(undefined);
      setPublishError(undefined);
      setChecked(values);
      const isNew = change.method === 'POST';
      const result = await publication.check({
        ...change,
        path: isNew ? `/${resource}` : pathOf(resource, id),
        version: isNew ? undefined : version,
      });
      if (result.status === 'failed') notify(failureText(result.error), { type: 'error' });
      else await explain(result, values);
    },
    publish: async () => {
      setPublishError(undefined);
      const result = await publication.publish();
      if (result.status === 'failed') setPublishError(result.error);
      else await explain(result, checked);
      return result.status;
    },
  };
}
