import type { JSX } from 'react';
import { ConfirmDialog } from '../common/ConfirmDialog.js';
import { useWords } from '../common/useWords.js';
import type { DeadLetter } from './records.js';
import { useSettle } from './useSettle.js';

/** Takes a reply off the list for good. */
export function DropDialog(props: {
  readonly letter: DeadLetter;
  readonly onClose: () => void;
}): JSX.Element {
  const { letter, onClose } = props;
  const words = useWords();
  const { busy, settle } = useSettle(letter.id);
  return (
    <ConfirmDialog
      open
      title={words('deadLetters.dropTitle')}
      text={words('deadLetters.dropHelp')}
      action={words('deadLetters.drop')}
      busy={busy}
      onConfirm={() => void settle('drop').then(onClose)}
      onClose={onClose}
    />
  );
}
