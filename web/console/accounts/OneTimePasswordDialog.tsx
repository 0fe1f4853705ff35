import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId, type JSX } from 'react';
import { CopyButton } from '../common/CopyButton.js';
import { useWords } from '../common/useWords.js';

export interface OneTimePassword {
  readonly name: string;
  readonly username: string;
  readonly password: string;
}

/** Shows a new password once. A tap beside the dialog or Escape doesn't close it, lest the password be lost. */
export function OneTimePasswordDialog(props: {
  readonly shown: OneTimePassword | undefined;
  readonly onClose: () => void;
}): JSX.Element {
  const { shown, onClose } = props;
  const words = useWords();
  const titleId = useId();
  return (
    <Dialog open={shown !== undefined} aria-labelledby={titleId} fullWidth maxWidth="sm">
      <DialogTitle id={titleId} sx={{ fontSize: '1.25rem', fontWeight: 700 }}>
        {words('oneTime.title')}
      </DialogTitle>
      <DialogContent>
        {shown === undefined ? null : (
          <Box sx={{ display: 'grid', gap: 2 }}>
            <Typography>{words('oneTime.text', { name: shown.name, username: shown.username })}</Typography>
            <Box component="output" sx={passwordLook}>
              {shown.password}
            </Box>
            <Box>
              <CopyButton text={shown.password} label={words('oneTime.copy')} />
            </Box>
            <Alert severity="warning">{words('oneTime.once')}</Alert>
          </Box>
        )}
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2.5 }}>
        <Button variant="contained" onClick={onClose}>
          {words('oneTime.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

const passwordLook = {
  display: 'block',
  p: 2,
  borderRadius: 2,
  bgcolor: 'secondary.light',
  fontFamily: 'ui-monospace, Menlo, Consolas, monospace',
  fontSize: '1.375rem',
  letterSpacing: '0.06em',
  overflowWrap: 'anywhere',
  userSelect: 'all',
} as const;
