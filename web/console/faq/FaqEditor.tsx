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
import type { Trial } from '../testQuestions/records.js';
import { TrialDialog } from './TrialDialog.js';
import { useTrial } from './useTrial.js';

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
  const [runTrial, trying] = useTrial(entry);
  const [trial, setTrial] = useState<{
    readonly result: Trial;
    readonly values: unknown;
    readonly version: number;
  }>();

  const reload = useCallback(async () => {
    setConflict(undefined);
    setRefused(undefined);
    await queryClient.invalidateQueries({ queryKey: ['faq-entries', 'versions'] });
    await onReload();
    setDraft(undefined);
  }, [onReload, queryClient]);

  const trySave = async (values: unknown, version: number): Promise<void> => {
    const result = await runTrial(toFaqContent(values));
    if (result === undefined || result.lost.length === 0) return save(values, version, result);
    setTrial({ result, values, version });
  };

  const save = async (values: unknown, version: number, tried: Trial | undefined): Promise<void> => {
    const content = toFaqContent(values);
    setTrial(undefined);
    setRefused(undefined);
    try {
      await saveEntry({
        id: entry.id,
        data: { id: entry.id, product: entry.product, ...content, reason: readReason(values) },
        previousData: entry,
        version,
      });
      notify(tried === undefined ? 'console.entry.saved' : 'console.entry.savedTried', {
        type: 'success',
        messageArgs: { right: tried?.right.after ?? 0, total: tried?.total ?? 0 },
      });
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
    <Form record={record} onSubmit={(values: unknown) => trySave(values, base)}>
      <PreviewProvider entry={entry} refused={refused}>
        <FaqForm
          entry={entry}
          base={base}
          restored={draft !== undefined}
          conflict={conflict}
          saving={saving || trying}
          onSave={trySave}
          onReload={reload}
        />
        {trial === undefined ? null : (
          <TrialDialog
            trial={trial.result}
            saving={saving}
            onSave={() => void save(trial.values, trial.version, trial.result)}
            onClose={() => setTrial(undefined)}
          />
        )}
      </PreviewProvider>
    </Form>
  );
}

function readReason(values: unknown): string {
  const reason = isRecord(values) ? values['reason'] : undefined;
  return typeof reason === 'string' ? reason.trim() : '';
}
