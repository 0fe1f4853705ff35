import type { JSX } from 'react';
import { EditBase, useEditContext } from 'react-admin';
import { FailureAlert } from '../common/FailureAlert.js';
import { PageHeading } from '../common/PageHeading.js';
import { useConsoleLocale } from '../common/useConsoleLocale.js';
import { useWords } from '../common/useWords.js';
import { PageLoading } from '../layout/PageLoading.js';
import type { ParameterDetail, ParameterSummary } from '../publish/records.js';
import { ParameterEditor } from './ParameterEditor.js';

/** One parameter: its names, its values by day with their legal basis, and who changed them. */
export function ParameterPage(): JSX.Element {
  return (
    <EditBase<ParameterSummary | ParameterDetail>
      mutationMode="pessimistic"
      redirect={false}
      queryOptions={{ onError: () => undefined }}
    >
      <ParameterView />
    </EditBase>
  );
}

function ParameterView(): JSX.Element {
  const words = useWords();
  const locale = useConsoleLocale();
  const { record, error, refetch } = useEditContext<ParameterSummary | ParameterDetail>();
  const back = { to: '/parameters', label: words('parameters.back') };
  // The list hands over a summary; the form begins with all the rows.
  if (record === undefined || !isDetail(record)) {
    return (
      <>
        <PageHeading title={record?.label[locale] ?? words('parameters.title')} back={back} />
        {error == null ? <PageLoading /> : <FailureAlert error={error} onRetry={() => void refetch()} />}
      </>
    );
  }
  return (
    <>
      <PageHeading title={record.label[locale]} back={back} />
      <ParameterEditor
        key={record.id}
        parameter={record}
        onReload={async () => {
          await refetch();
        }}
      />
    </>
  );
}

function isDetail(parameter: ParameterSummary | ParameterDetail): parameter is ParameterDetail {
  return 'values' in parameter;
}
