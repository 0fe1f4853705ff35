import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState, type JSX } from 'react';
import { Form, required, TextInput, useNotify, useTranslate } from 'react-admin';
import { useFormState } from 'react-hook-form';
import { isRecord } from '../common/isRecord.js';
import type { Account } from '../api/records.js';
import { Section } from '../common/Section.js';
import { useLeaveQuestion } from '../common/useLeaveQuestion.js';
import { useWords } from '../common/useWords.js';
import { RoleInput } from './RoleInput.js';
import { useSaveAccount } from './useSaveAccount.js';

/** Name and role of an account; the username stays what it is. */
export function AccountForm(props: {
  readonly account: Account;
  readonly onReload: () => Promise<void>;
}): JSX.Element {
  const { account, onReload } = props;
  const words = useWords();
  const translate = useTranslate();
  const notify = useNotify();
  const { saving, save } = useSaveAccount(account);
  const [problem, setProblem] = useState<string>();

  const submit = async (values: unknown): Promise<void> => {
    const form = isRecord(values) ? values : {};
    const name = typeof form['name'] === 'string' ? form['name'].trim() : account.name;
    const wrong = await save({ name, role: form['role'] === 'admin' ? 'admin' : 'officer' });
    setProblem(wrong);
    if (wrong !== undefined) return;
    notify('console.accounts.saved', { type: 'success' });
    await onReload();
  };

  return (
    <Section title={words('lead.details')}>
      <Typography sx={{ mb: 2 }}>
        {translate('resources.accounts.fields.username')}: <b>{account.username}</b>
      </Typography>
      <Form record={account} onSubmit={submit}>
        {problem === undefined ? null : (
          <Alert severity="error" sx={{ mb: 2 }}>
            {problem}
          </Alert>
        )}
        <TextInput
          source="name"
          label={translate('resources.accounts.fields.name')}
          validate={needed}
          helperText={false}
        />
        <RoleInput />
        <SaveAccountButton saving={saving} />
      </Form>
    </Section>
  );
}

const needed = required();

function SaveAccountButton({ saving }: { readonly saving: boolean }): JSX.Element {
  const words = useWords();
  const { isDirty } = useFormState();
  useLeaveQuestion(isDirty);
  return (
    <Button type="submit" variant="contained" disabled={saving || !isDirty} sx={{ mt: 2 }}>
      {words('accounts.save')}
    </Button>
  );
}
