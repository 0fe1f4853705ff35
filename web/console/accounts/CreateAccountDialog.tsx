import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, useState, type JSX } from 'react';
import { Form, required, TextInput, useRefresh, useTranslate } from 'react-admin';
import { toFailure } from '../api/ApiFailure.js';
import { isRecord } from '../common/isRecord.js';
import { requestShape } from '../api/request.js';
import { hasOneTimePassword } from '../api/shapes.js';
import { useFailureText } from '../common/useFailureText.js';
import { useGuarded } from '../common/useGuarded.js';
import { useWords } from '../common/useWords.js';
import { OneTimePasswordDialog, type OneTimePassword } from './OneTimePasswordDialog.js';
import { RoleInput } from './RoleInput.js';

/** Name, username and role in one step; then the password to hand over, once. */
export function CreateAccountDialog(props: {
  readonly open: boolean;
  readonly onClose: () => void;
}): JSX.Element {
  const { open, onClose } = props;
  const words = useWords();
  const translate = useTranslate();
  const failureText = useFailureText();
  const guarded = useGuarded();
  const refresh = useRefresh();
  const titleId = useId();
  const formId = useId();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [created, setCreated] = useState<OneTimePassword>();

  const isUsername = (value: unknown): string | undefined =>
    typeof value === 'string' && usernameForm.test(value) ? undefined : words('accounts.usernameFormat');
  const close = (): void => {
    setProblem(undefined);
    onClose();
  };
  /** Messages beside their fields go back to the form, which shows them. */
  const create = async (values: unknown): Promise<unknown> => {
    const account = {
      username: readText(values, 'username'),
      name: readText(values, 'name'),
      role: readText(values, 'role'),
    };
    setBusy(true);
    setProblem(undefined);
    try {
      const { oneTimePassword } = await guarded(
        requestShape('/accounts', hasOneTimePassword, {
          method: 'POST',
          body: account,
        }),
      );
      setCreated({ ...account, password: oneTimePassword });
      close();
      refresh();
      return undefined;
    } catch (error) {
      const { status, fields } = toFailure(error);
      if (status === 409 && fields.length === 0) return { username: words('accounts.taken') };
      if (fields.length > 0) return Object.fromEntries(fields.map(({ field, message }) => [field, message]));
      setProblem(failureText(error));
      return undefined;
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <Dialog open={open} onClose={close} aria-labelledby={titleId} fullWidth maxWidth="sm">
        <DialogTitle id={titleId} sx={{ fontSize: '1.25rem', fontWeight: 700 }}>
          {words('accounts.add')}
        </DialogTitle>
        <DialogContent>
          <Form
            id={formId}
            record={{}}
            defaultValues={{ username: '', name: '', role: 'officer' }}
            onSubmit={create}
          >
            <Box sx={{ display: 'grid', gap: 1.5, pt: 1 }}>
              {problem === undefined ? null : <Alert severity="error">{problem}</Alert>}
              <TextInput
                source="name"
                label={translate('resources.accounts.fields.name')}
                validate={needed}
                helperText={false}
              />
              <TextInput
                source="username"
                label={translate('resources.accounts.fields.username')}
                helperText={words('accounts.usernameHelp')}
                validate={[needed, isUsername]}
                slotProps={{ htmlInput: { autoCapitalize: 'none', autoComplete: 'off', spellCheck: false } }}
              />
              <RoleInput />
            </Box>
          </Form>
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2.5 }}>
          <Button onClick={close}>{translate('ra.action.cancel')}</Button>
          <Button type="submit" form={formId} variant="contained" disabled={busy}>
            {words(busy ? 'accounts.creating' : 'accounts.create')}
          </Button>
        </DialogActions>
      </Dialog>
      <OneTimePasswordDialog shown={created} onClose={() => setCreated(undefined)} />
    </>
  );
}

const needed = required();
const usernameForm = /^[a-z0-9][a-z0-9._-]{2,39}$/;

function readText(values: unknown, name: string): string {
  const value = isRecord(values) ? values[name] : undefined;
  return typeof value === 'string' ? value.trim() : '';
}
