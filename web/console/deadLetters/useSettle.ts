import { useState } from 'react';
import { useNotify, useRefresh } from 'react-admin';
import { pathOf } from '../api/dataProvider.js';
import { request } from '../api/request.js';
import { useFailureText } from '../common/useFailureText.js';
import { useGuarded } from '../common/useGuarded.js';

/** Has a reply tried again, or takes it off the list; says what came of it, and shows the list anew. */
export function useSettle(id: string): {
  readonly busy: boolean;
  readonly settle: (decision: 'retry' | 'drop') => Promise<void>;
} {
  const failureText = useFailureText();
  const notify = useNotify();
  const refresh = useRefresh();
  const guarded = useGuarded();
  const [busy, setBusy] = useState(false);
  const settle = async (decision: 'retry' | 'drop'): Promise<void> => {
    setBusy(true);
    try {
      await guarded(request(`${pathOf('dead-letters', id)}/${decision}`, { method: 'POST' }));
      notify(`console.deadLetters.done.${decision}`, { type: 'success' });
      refresh();
    } catch (error) {
      notify(failureText(error), { type: 'error' });
    } finally {
      setBusy(false);
    }
  };
  return { busy, settle };
}
