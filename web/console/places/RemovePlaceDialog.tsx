import TextField from '@mui/material/TextField';
import { useState, type JSX } from 'react';
import { ConfirmDialog } from '../common/ConfirmDialog.js';
import { useWords } from '../common/useWords.js';

/** Asks why a place is taken off, before citizens are no longer told of it. */
export function RemovePlaceDialog(props: {
  readonly name: string;
  readonly busy: boolean;
  readonly onRemove: (reason: string) => void;
  readonly onClose: () => void;
}): JSX.Element {
  const { name, busy, onRemove, onClose } = props;
  const words = useWords();
  const [reason, setReason] = useState('');
  const typed = reason.trim();
  return (
    <ConfirmDialog
      open
      danger
      title={words('places.removeTitle', { name })}
      text={words('places.removeHelp')}
      action={words('places.removeNow')}
      busy={busy || typed === ''}
      onConfirm={() => onRemove(typed)}
      onClose={onClose}
    >
      <TextField
        label={words('places.removeReason')}
        value={reason}
        required
        autoFocus
        fullWidth
        onChange={(event) => setReason(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 300 } }}
        sx={{ mt: 2 }}
      />
    </ConfirmDialog>
  );
}
