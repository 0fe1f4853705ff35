import { useState, type JSX } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import { pathOf } from '../api/dataProvider.js';
import { request } from '../api/request.js';
import { ConfirmDialog } from '../common/ConfirmDialog.js';
import { useFailureText } from '../common/useFailureText.js';
import { useGuarded } from '../common/useGuarded.js';
import { useWords } from '../common/useWords.js';
import type { TestQuestion } from './records.js';

/** Takes a test question off the list; its versions are kept. */
export function RemoveDialog(props: {
  readonly test: TestQuestion;
  readonly onClose: () => void;
}): JSX.Element {
  const { test, onClose } = props;
  const words = useWords();
  const failureText = useFailureText();
  const notify = useNotify();
  const refresh = useRefresh();
  const guarded = useGuarded();
  const [busy, setBusy] = useState(false);
  const remove = async (): Promise<void> => {
    setBusy(true);
    try {
      const path = pathOf('test-questions', test.id);
      await guarded(request(path, { method: 'DELETE', body: {}, version: test.version }));
      notify('console.tests.removed', { type: 'success' });
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
      title={words('tests.removeTitle')}
      text={test.question}
      action={words('tests.remove')}
      busy={busy}
      onConfirm={() => void remove()}
      onClose={onClose}
    />
  );
}
