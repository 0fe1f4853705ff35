import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useId, type JSX } from 'react';
import { FailureAlert } from '../common/FailureAlert.js';
import { useWords } from '../common/useWords.js';
import { ChangePreviewView } from './ChangePreviewView.js';
import type { ChangePreview } from './records.js';

/** What publishing changes for citizens, and the last question before it. */
export function PublishDialog(props: {
  readonly preview: ChangePreview | undefined;
  readonly action: string;
  readonly danger?: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onPublish: () => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { preview, action, danger = false, busy, error, onPublish, onClose } = props;
  const words = useWords();
  const titleId = useId();
  const narrow = useMediaQuery('(max-width: 600px)', { noSsr: true });
  return (
    <Dialog
      open={preview !== undefined}
      onClose={busy ? undefined : onClose}
      aria-labelledby={titleId}
      fullScreen={narrow}
      fullWidth
      maxWidth="md"
    >
      <DialogTitle id={titleId} sx={{ fontSize: '1.25rem', fontWeight: 700 }}>
        {words('publish.title')}
      </DialogTitle>
      <DialogContent tabIndex={0} sx={{ outlineOffset: -3 }}>
        {preview === undefined ? null : <ChangePreviewView preview={preview} />}
      </DialogContent>
      <Box sx={{ borderTop: '1px solid', borderColor: 'divider' }}>
        {error === undefined ? null : (
          <Box sx={{ px: 3, pt: 2 }}>
            <FailureAlert error={error} title={words('publish.failed')} />
          </Box>
        )}
        <DialogActions sx={{ px: 3, py: 2, flexWrap: 'wrap', gap: 1 }}>
          <Button onClick={onClose} disabled={busy}>
            {words('publish.back')}
          </Button>
          <Button
            variant="contained"
            color={danger ? 'error' : 'primary'}
            disabled={busy}
            onClick={onPublish}
          >
            {busy ? words('publish.busy') : action}
          </Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}
