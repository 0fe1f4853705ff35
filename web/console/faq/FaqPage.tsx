import type { JSX } from 'react';
import { EditBase, useEditContext } from 'react-admin';
import type { FaqEntry, FaqSummary } from '../api/records.js';
import { FailureAlert } from '../common/FailureAlert.js';
import { PageHeading } from '../common/PageHeading.js';
import { useConsoleLocale } from '../common/useConsoleLocale.js';
import { useWords } from '../common/useWords.js';
import { PageLoading } from '../layout/PageLoading.js';
import { FaqEditor } from './FaqEditor.js';

/** One answer: its texts, how it is asked for, its legal basis, and its history. */
export function FaqPage(): JSX.Element {
  return (
    <EditBase<FaqSummary | FaqEntry>
      mutationMode="pessimistic"
      redirect={false}
      queryOptions={{ onError: () => undefined }}
    >
      <FaqView />
    </EditBase>
  );
}

function FaqView(): JSX.Element {
  const words = useWords();
  const locale = useConsoleLocale();
  const { record, error, refetch } = useEditContext<FaqSummary | FaqEntry>();
  const back = { to: '/faq-entries', label: words('entry.back') };
  // The list hands over a summary; the form begins with the whole entry.
  if (record === undefined || !isEntry(record)) {
    return (
      <>
        <PageHeading title={record?.title[locale] ?? words('faq.title')} back={back} />
        {error == null ? <PageLoading /> : <FailureAlert error={error} onRetry={() => void refetch()} />}
      </>
    );
  }
  return (
    <>
      <PageHeading title={record.title[locale]} back={back} />
      <FaqEditor
        key={record.id}
        entry={record}
        onReload={async () => {
          await refetch();
        }}
      />
    </>
  );
}

function isEntry(entry: FaqSummary | FaqEntry): entry is FaqEntry {
  return 'phrasings' in entry && 'basis' in entry;
}
