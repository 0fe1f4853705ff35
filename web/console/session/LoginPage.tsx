import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useEffect, useState, type JSX, type SubmitEvent } from 'react';
import { useLogin, useTranslate } from 'react-admin';
import { toFailure } from '../api/ApiFailure.js';
import { useFailureText } from '../common/useFailureText.js';
import { useWords } from '../common/useWords.js';
import { prefetchLeads } from '../pages.js';
import { PasswordField } from './PasswordField.js';
import { SessionFrame } from './SessionFrame.js';
import { useCountdown } from './useCountdown.js';

/** Signing in. Nothing is said about which of name and password was wrong. */
export function LoginPage(): JSX.Element {
  const words = useWords();
  const translate = useTranslate();
  const failureText = useFailureText();
  const login = useLogin();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [wait, beginWait] = useCountdown();
  useEffect(prefetchLeads, []);

  const submit = async (): Promise<void> => {
    if (busy || wait > 0) return;
    if (username.trim() === '' || password === '') return setProblem(words('login.missing'));
    setBusy(true);
    setProblem(undefined);
    try {
      await login({ username: username.trim(), password });
    } catch (error) {
      const { status, retryAfter } = toFailure(error);
      if (status === 429) beginWait(retryAfter ?? 60);
      else setProblem(status === 401 ? words('login.failed') : failureText(error));
      setBusy(false);
    }
  };

  const message = wait > 0 ? words('login.throttled', { seconds: wait }) : problem;
  return (
    <SessionFrame title={words('login.title')} subtitle={words('login.subtitle')}>
      <Box
        component="form"
        noValidate
        sx={{ display: 'grid', gap: 2 }}
        onSubmit={(event: SubmitEvent) => {
          event.preventDefault();
          void submit();
        }}
      >
        {message === undefined ? null : (
          // A countdown read aloud every second would drown everything else.
          <Alert
            severity={wait > 0 ? 'warning' : 'error'}
            role={wait > 0 ? 'status' : 'alert'}
            aria-live={wait > 0 ? 'off' : 'assertive'}
          >
            {message}
          </Alert>
        )}
        <TextField
          label={translate('ra.auth.username')}
          name="username"
          value={username}
          onChange={(event) => setUsername(event.target.value)}
          autoComplete="username"
          slotProps={{
            htmlInput: { autoCapitalize: 'none', autoCorrect: 'off', spellCheck: false, maxLength: 100 },
          }}
        />
        <PasswordField
          label={translate('ra.auth.password')}
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
        <Button type="submit" variant="contained" size="large" disabled={busy || wait > 0}>
          {words(busy ? 'login.busy' : 'login.submit')}
        </Button>
        <Typography color="textSecondary">{words('login.help')}</Typography>
      </Box>
    </SessionFrame>
  );
}
