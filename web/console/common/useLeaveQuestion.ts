import { useEffect } from 'react';
import { useTranslate } from 'react-admin';
import { useBlocker } from 'react-router';
import { knownAccount } from '../api/session.js';
import { useUnsavedMark } from './unsaved.js';

/** Asks before unsaved changes are left behind, unless the session is over and there is no choice. */
export function useLeaveQuestion(dirty: boolean): void {
  const translate = useTranslate();
  useUnsavedMark(dirty);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      dirty && knownAccount() !== undefined && currentLocation.pathname !== nextLocation.pathname,
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    if (window.confirm(translate('ra.message.unsaved_changes'))) blocker.proceed();
    else blocker.reset();
  }, [blocker, translate]);
}
