import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState, type JSX, type SubmitEvent } from 'react';
import { useAuthState, useLogout, useNotify, useTranslate } from 'react-admin';
import { Link, useNavigate } from 'react-router';
import { toFailure } from '../api/ApiFailure.js';
import { changePassword, knownAccount } from '../api/session.js';
import { useFailureText } from '../common/useFailureText.js';
import { useWords } from '../common/useWords.js';
import { PageLoading } from '../layout/PageLoading.js';
import { PasswordField } from './PasswordField.js';
import { SessionFrame } from './SessionFrame.js';

const shortest = 12;

interface Problems {
  readonly current?: string | undefined;
  readonly next?: string | undefined;
  readonly repeat?: string | undefined;
  readonly form?: string | undefined;
}

/** A new password: by choice, or because the present one works only once. */
export function PasswordPage(): JSX.Element {
  const { isPending } = useAuthState(undefined, true);
  return isPending ? <PageLoading /> : <PasswordForm />;
}

function PasswordForm(): JSX.Element {
  const words = useWords();
  const translate = useTranslate();
  const failureText = useFailureText();
  const notify = useNotify();
  const navigate = useNavigate();
  const logout = useLogout();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [repeat, setRepeat] = useState('');
  const [problems, setProblems] = useState<Problems>({});
  const [busy, setBusy] = useState(false);
  const forced = knownAccount()?.mustChangePassword === true;

  const submit = async (): Promise<void> => {
    const found = check();
    setProblems(found);
    if (busy || Object.keys(found).length > 0) return;
    setBusy(true);
    try {
      await changePassword(current, next);
      notify('console.password.done', { type: 'success' });
      void navigate('/', { replace: true });
    } catch (error) {
      setProblems(readProblems(error));
      setBusy(false);
    }
  };

  const check = (): Problems => {
    const missing = shortest - [...next].length;
    if (current === '') return { current: translate('ra.validation.required') };
    if (missing > 0) return { next: words('password.tooShort', { missing }) };
    if (next === current) return { next: words('password.same') };
    if (next !== repeat) return { repeat: words('password.different') };
    return {};
  };

  const readProblems = (error: unknown): Problems => {
    const { fields } = toFailure(error);
    const of = (name: string): string | undefined => fields.find(({ field }) => field === name)?.message;
    const known = { current: of('current'), next: of('next') };
    return known.current === undefined && known.next === undefined ? { form: failureText(error) } : known;
  };

  return (
    <SessionFrame title={words('password.title')} subtitle={knownAccount()?.name ?? ''}>
      <Box
        component="form"
        noValidate
        sx={{ display: 'grid', gap: 2 }}
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault();
          void submit();
        }}
      >
        {forced ? <Alert severity="info">{words('password.forced')}</Alert> : null}
        {problems.form === undefined ? null : <Alert severity="error">{problems.form}</Alert>}
        {/* Lets the browser's password manager know whose password changes. */}
        <input
          type="text"
          name="username"
          autoComplete="username"
          value={knownAccount()?.username ?? ''}
          readOnly
          hidden
        />
        <PasswordField
          label={words('password.current')}
          name="current"
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
          error={problems.current}
        />
        <PasswordField
          label={words('password.next')}
          name="next"
          autoComplete="new-password"
          value={next}
          onChange={setNext}
          error={problems.next}
          help={words('password.rule')}
        />
        <PasswordField
          label={words('password.repeat')}
          name="repeat"
          autoComplete="new-password"
          value={repeat}
          onChange={setRepeat}
          error={problems.repeat}
        />
        <Button type="submit" variant="contained" size="large" disabled={busy}>
          {words('password.submit')}
        </Button>
        {forced ? (
          <Button onClick={() => void logout({}, undefined, false)}>{words('account.logout')}</Button>
        ) : (
          <Button component={Link} to="/">
            <Typography component="span" sx={{ fontWeight: 600 }}>
              {translate('ra.action.back')}
            </Typography>
          </Button>
        )}
      </Box>
    </SessionFrame>
  );
}
