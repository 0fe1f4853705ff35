import PersonAddIcon from '@mui/icons-material/PersonAdd';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useState, type JSX } from 'react';
import { DataTable, ListBase } from 'react-admin';
import type { Account } from '../api/records.js';
import { knownAccount } from '../api/session.js';
import { ListRows } from '../common/ListRows.js';
import { PageHeading } from '../common/PageHeading.js';
import { RecordLink } from '../common/RecordLink.js';
import { RelativeTime } from '../common/RelativeTime.js';
import { useWords } from '../common/useWords.js';
import { CreateAccountDialog } from './CreateAccountDialog.js';

/** Everybody who may sign in. */
export function AccountList(): JSX.Element {
  const words = useWords();
  const [creating, setCreating] = useState(false);
  return (
    <ListBase<Account>
      perPage={100}
      sort={{ field: 'name', order: 'ASC' }}
      queryOptions={{ onError: () => undefined }}
    >
      <PageHeading
        title={words('accounts.title')}
        aside={
          <Button variant="contained" startIcon={<PersonAddIcon />} onClick={() => setCreating(true)}>
            {words('accounts.add')}
          </Button>
        }
      />
      <ListRows<Account>
        empty={null}
        table={<AccountTable />}
        card={(account) => <AccountCard account={account} />}
      />
      <CreateAccountDialog open={creating} onClose={() => setCreating(false)} />
    </ListBase>
  );
}

function AccountTable(): JSX.Element {
  const words = useWords();
  return (
    <DataTable<Account> bulkActionButtons={false} rowClick="edit" size="medium">
      <DataTable.Col<Account>
        source="name"
        disableSort
        render={(account) => <AccountName account={account} />}
      />
      <DataTable.Col<Account> source="username" disableSort />
      <DataTable.Col<Account>
        source="role"
        disableSort
        render={(account) => words(`roles.${account.role}`)}
      />
      <DataTable.Col<Account>
        source="disabled"
        disableSort
        render={(account) => <AccountState account={account} />}
      />
      <DataTable.Col<Account>
        source="lastLoginAt"
        disableSort
        render={(account) => <LastLogin account={account} />}
      />
    </DataTable>
  );
}

function AccountCard({ account }: { readonly account: Account }): JSX.Element {
  const words = useWords();
  return (
    <Paper variant="outlined" sx={{ p: 1.75, display: 'grid', gap: 0.75 }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'start', gap: 1 }}>
        <AccountName account={account} />
        <AccountState account={account} />
      </Box>
      <Typography>
        {account.username} · {words(`roles.${account.role}`)}
      </Typography>
      <Typography variant="caption" color="textSecondary">
        <LastLogin account={account} />
      </Typography>
    </Paper>
  );
}

function AccountName({ account }: { readonly account: Account }): JSX.Element {
  const words = useWords();
  return (
    <span>
      <RecordLink resource="accounts" type="edit" id={account.id} breaks>
        {account.name}
      </RecordLink>
      {knownAccount()?.id === account.id ? ` (${words('accounts.you')})` : ''}
    </span>
  );
}

function AccountState({ account }: { readonly account: Account }): JSX.Element {
  const words = useWords();
  return (
    <Chip
      size="small"
      label={words(account.disabled ? 'accounts.disabled' : 'accounts.active')}
      sx={{
        fontSize: '0.9375rem',
        fontWeight: 600,
        height: 28,
        ...(account.disabled
          ? { color: '#8c1d18', bgcolor: '#fde3e1' }
          : { color: '#14521f', bgcolor: '#d8f0da' }),
      }}
    />
  );
}

function LastLogin({ account }: { readonly account: Account }): JSX.Element {
  const words = useWords();
  return account.lastLoginAt === null ? (
    <>{words('accounts.never')}</>
  ) : (
    <RelativeTime at={account.lastLoginAt} />
  );
}
