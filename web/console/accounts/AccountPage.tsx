import Box from '@mui/material/Box';
import type { JSX } from 'react';
import { EditBase, useEditContext } from 'react-admin';
import type { Account } from '../api/records.js';
import { FailureAlert } from '../common/FailureAlert.js';
import { PageHeading } from '../common/PageHeading.js';
import { useWords } from '../common/useWords.js';
import { PageLoading } from '../layout/PageLoading.js';
import { AccountAccess } from './AccountAccess.js';
import { AccountForm } from './AccountForm.js';

/** One account: name and role, a new password, disabling. */
export function AccountPage(): JSX.Element {
  return (
    <EditBase<Account>
      mutationMode="pessimistic"
      redirect={false}
      queryOptions={{ onError: () => undefined }}
    >
      <AccountView />
    </EditBase>
  );
}

function AccountView(): JSX.Element {
  const words = useWords();
  const { record, error, refetch } = useEditContext<Account>();
  const back = { to: '/accounts', label: words('accounts.back') };
  if (record === undefined) {
    return (
      <>
        <PageHeading title={words('accounts.title')} back={back} />
        {error == null ? <PageLoading /> : <FailureAlert error={error} onRetry={() => void refetch()} />}
      </>
    );
  }
  const reload = async (): Promise<void> => {
    await refetch();
  };
  return (
    <>
      <PageHeading title={record.name} back={back} />
      <Box sx={{ display: 'grid', gap: 2, maxWidth: 720 }}>
        <AccountForm account={record} onReload={reload} />
        <AccountAccess account={record} onReload={reload} />
      </Box>
    </>
  );
}
