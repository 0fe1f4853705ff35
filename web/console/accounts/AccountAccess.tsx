import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState, type JSX } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { pathOf } from '../api/dataProvider.js';
import type { Account } from '../api/records.js';
import { requestShape } from '../api/request.js';
import { knownAccount } from '../api/session.js';
import { hasOneTimePassword } from '../api/shapes.js';
import { ConfirmDialog } from '../common/ConfirmDialog.js';
import { RelativeTime } from '../common/RelativeTime.js';
import { Section } from '../common/Section.js';
import { useFailureText } from '../common/useFailureText.js';
import { useGuarded } from '../common/useGuarded.js';
import { useWords } from '../common/useWords.js';
import { OneTimePasswordDialog, type OneTimePassword } from './OneTimePasswordDialog.js';
import { useSaveAccount } from './useSaveAccount.js';

/** Resetting the password, and disabling or enabling. */
export function AccountAccess(props: {
  readonly account: Account;
  readonly onReload: () => Promise<void>;
}): JSX.Element {
  const { account, onReload } = props;
  const words = useWords();
  const translate = useTranslate();
  const notify = useNotify();
  const failureText = useFailureText();
  const guarded = useGuarded();
  const { saving, save } = useSaveAccount(account);
  const [asked, setAsked] = useState<'reset' | 'disable'>();
  const [problem, setProblem] = useState<string>();
  const [issued, setIssued] = useState<OneTimePassword>();
  const own = knownAccount()?.id === account.id;

  const setDisabled = async (disabled: boolean): Promise<void> => {
    const wrong = await save({ disabled });
    setAsked(undefined);
    setProblem(wrong);
    if (wrong !== undefined) return;
    notify(disabled ? 'console.accounts.wasDisabled' : 'console.accounts.enabled', { type: 'success' });
    await onReload();
  };

  const reset = async (): Promise<void> => {
    setProblem(undefined);
    try {
      const answer = await guarded(
        requestShape(`${pathOf('accounts', account.id)}/reset-password`, hasOneTimePassword, {
          method: 'POST',
        }),
      );
      setIssued({ name: account.name, username: account.username, password: answer.oneTimePassword });
    } catch (error) {
      setProblem(failureText(error));
    } finally {
      setAsked(undefined);
    }
  };

  const name = { name: account.name };
  return (
    <Section title={words('accounts.access')}>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Typography>
          {account.disabled ? `${words('accounts.disabled')}. ` : ''}
          {account.lastLoginAt === null ? (
            words('accounts.never')
          ) : (
            <>
              {translate('resources.accounts.fields.lastLoginAt')}: <RelativeTime at={account.lastLoginAt} />
            </>
          )}
        </Typography>
        {problem === undefined ? null : <Alert severity="error">{problem}</Alert>}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <Button variant="outlined" onClick={() => setAsked('reset')}>
            {words('accounts.reset')}
          </Button>
          {account.disabled ? (
            <Button variant="outlined" disabled={saving} onClick={() => void setDisabled(false)}>
              {words('accounts.enable')}
            </Button>
          ) : (
            <Button
              variant="outlined"
              color="error"
              disabled={saving || own}
              onClick={() => setAsked('disable')}
            >
              {words('accounts.disable')}
            </Button>
          )}
        </Box>
        {own ? <Typography color="textSecondary">{words('accounts.selfHelp')}</Typography> : null}
      </Box>
      <ConfirmDialog
        open={asked === 'disable'}
        title={words('accounts.disableTitle', name)}
        text={words('accounts.disableText')}
        action={words('accounts.disable')}
        busy={saving}
        danger
        onClose={() => setAsked(undefined)}
        onConfirm={() => void setDisabled(true)}
      />
      <ConfirmDialog
        open={asked === 'reset'}
        title={words('accounts.resetTitle', name)}
        text={words('accounts.resetText')}
        action={words('accounts.reset')}
        onClose={() => setAsked(undefined)}
        onConfirm={() => void reset()}
      />
      <OneTimePasswordDialog shown={issued} onClose={() => setIssued(undefined)} />
    </Section>
  );
}
