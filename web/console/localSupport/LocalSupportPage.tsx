import type { JSX } from 'react';
import { EditBase, useEditContext } from 'react-admin';
import { FailureAlert } from '../common/FailureAlert.js';
import { PageHeading } from '../common/PageHeading.js';
import { useWords } from '../common/useWords.js';
import { PageLoading } from '../layout/PageLoading.js';
import { provinceName } from '../publish/provinces.js';
import type { LocalSupportDetail, LocalSupportSummary } from '../publish/records.js';
import { LocalSupportEditor } from './LocalSupportEditor.js';

/** One row of local support. */
export function LocalSupportPage(): JSX.Element {
  return (
    <EditBase<LocalSupportSummary | LocalSupportDetail>
      mutationMode="pessimistic"
      redirect={false}
      queryOptions={{ onError: () => undefined }}
    >
      <LocalSupportView />
    </EditBase>
  );
}

/** A new row of local support. */
export function LocalSupportCreate(): JSX.Element {
  const words = useWords();
  return (
    <>
      <PageHeading
        title={words('localSupport.add')}
        back={{ to: '/local-support', label: words('localSupport.back') }}
      />
      <LocalSupportEditor row={undefined} onReload={nothing} />
    </>
  );
}

function LocalSupportView(): JSX.Element {
  const words = useWords();
  const { record, error, refetch } = useEditContext<LocalSupportSummary | LocalSupportDetail>();
  const back = { to: '/local-support', label: words('localSupport.back') };
  const title =
    record === undefined
      ? words('localSupport.title')
      : `${provinceName(record.province)}, ${words(`products.${record.scheme}`)}`;
  // The list hands over a summary; the form begins with what the server has now.
  if (record === undefined || !('release' in record)) {
    return (
      <>
        <PageHeading title={title} back={back} />
        {error == null ? <PageLoading /> : <FailureAlert error={error} onRetry={() => void refetch()} />}
      </>
    );
  }
  return (
    <>
      <PageHeading title={title} back={back} />
      <LocalSupportEditor
        key={record.id}
        row={record}
        onReload={async () => {
          await refetch();
        }}
      />
    </>
  );
}

function nothing(): Promise<void> {
  return Promise.resolve();
}
