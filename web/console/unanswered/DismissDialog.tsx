import { useState, type JSX } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import { pathOf } from '../api/dataProvider.js';
import { request } from '../api/request.js';
import { ConfirmDialog } from '../common/ConfirmDialog.js';
import { useFailureText } from '../common/useFailureText.js';
import { useGuarded } from '../common/useGuarded.js';
import { useWords } from '../common/useWords.js';
import type { UnansweredGroup } from './records.js';

/** Takes a group off the list for good. */
export function DismissDialog(props: {
  readonly group: UnansweredGroup;
  readonly onClose: () => void;
}): JSX.Element {
  const { group, onClose } = props;
  const words = useWords();
  const failureText = useFailureText();
  const notify = useNotify();
  const refresh = useRefresh();
  const guarded = useGuarded();
  const [busy, setBusy] = useState(false);
  const dismiss = async (): Promise<void> => {
    setBusy(true);
    try {
      await guarded(request(pathOf('unanswered', group.id), { method: 'DELETE' }));
      notify('console.unanswered.dismissed', { type: 'success' });
      onClose();
      refresh();
    } catch (error) {
      setBusy(false);
      notify(failureText(error), { type: 'error' });
    }
  };
  return (
    <ConfirmDialog
      open
      title={words('unanswered.dismissTitle')}
      text={words('unanswered.dismissHelp', { text: group.text, smart_count: group.count })}
      action={words('unanswered.dismiss')}
      busy={busy}
      onConfirm={() => void dismiss()}
      onClose={onClose}
    />
  );
}
