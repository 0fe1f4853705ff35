import { useCallback, useState, type JSX } from 'react';
import { Form, useDataProvider, useNotify } from 'react-admin';
import { useQueryClient } from '@tanstack/react-query';
import { toFailure } from '../api/ApiFailure.js';
import { isRecord } from '../common/isRecord.js';
import type { FaqContent, FaqEntry } from '../api/records.js';
import { knownAccount } from '../api/session.js';
import { useFailureText } from '../common/useFailureText.js';
import { useSave } from '../common/useSave.js';
import { toFaqContent } from './faqContent.js';
import { readEntryDraft } from './entryDrafts.js';
import { FaqForm } from './FaqForm.js';
import { PreviewProvider, type Refusal } from './PreviewContext.js';

/** What another person saved meanwhile, and what was about to be saved here. */
export interface Conflict {
  readonly theirs: FaqEntry;
  readonly mine: FaqContent;
}

/** Saves an answer with its reason; a conflict keeps what was typed and shows both versions. */
export function FaqEditor(props: {
  readonly entry: FaqEntry;
  readonly onReload: () => Promise<void>;
}): JSX.Element {
  const { entry, onReload } = props;
  const notify = useNotify();
  const failureText = useFailureText();
  const dataProvider = useDataProvider();
  const queryClient = useQueryClient();
  const [saveEntry, saving] = useSave('faq-entries');
  const [refused, setRefused] = useState<Refusal>();
  const [draft, setDraft] = useState(() => readEntryDraft(knownAccount()?.id ?? '', entry.id));
  const [conflict, setConflict] = useState<Conflict>();

  const reload = useCallback(async () => {
    setConflict(undefined);
    setRefused(undefined);
    await queryClient.invalidateQueries({ queryKey: ['faq-entries', 'versions'] });
    await onReload();
    setDraft(undefined);
  }, [onReload, queryClient]);

  const save = async (values: unknown, version: number): Promise<void> => {
    const content = toFaqContent(values);
    setRefused(undefined);
    try {
      await saveEntry({
        id: entry.id,
        data: { id: entry.id, product: entry.product, ...content, reason: readReason(values) },
        previousData: entry,
        version,
      });
      notify('console.entry.saved', { type: 'success' });
      await reload();
    } catch (error) {
      await explain(error, content);
    }
  };

  const explain = async (error: unknown, mine: FaqContent): Promise<void> => {
    const { status, fields } = toFailure(error);
    if (status === 412) {
      const { data } = await dataProvider.getOne<FaqEntry>('faq-entries', { id: entry.id });
      return setConflict({ theirs: data, mine });
    }
    if (fields.length === 0) return notify(failureText(error), { type: 'error' });
    setRefused({ content: mine, findings: fields.map((each) => ({ ...each, severity: 'error' })) });
    notify('console.entry.checkFailed', { type: 'error' });
  };

  const base = draft?.version ?? entry.version;
  const record = draft === undefined ? entry : { ...entry, ...draft.values };
  return (
    <Form record={record} onSubmit={(values: unknown) => save(values, base)}>
      <PreviewProvider entry={entry} refused={refused}>
        <FaqForm
          entry={entry}
          base={base}
          restored={draft !== undefined}
          conflict={conflict}
          saving={saving}
          onSave={save}
          onReload={reload}
        />
      </PreviewProvider>
    </Form>
  );
}

function readReason(values: unknown): string {
  const reason = isRecord(values) ? values['reason'] : undefined;
  return typeof reason === 'string' ? reason.trim() : '';
}
