import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import type { JSX } from 'react';
import { useFailureText } from './useFailureText.js';
import { useWords } from './useWords.js';

/** What went wrong and, where it may help, a button to try again. */
export function FailureAlert(props: {
  readonly error: unknown;
  readonly title?: string;
  readonly onRetry?: () => void;
}): JSX.Element {
  const { error, title, onRetry } = props;
  const words = useWords();
  const failureText = useFailureText();
  return (
    <Alert
      severity="error"
      action={
        onRetry === undefined ? undefined : (
          <Button color="inherit" onClick={onRetry}>
            {words('retry')}
          </Button>
        )
      }
    >
      {title === undefined ? null : <AlertTitle>{title}</AlertTitle>}
      {failureText(error)}
    </Alert>
  );
}
