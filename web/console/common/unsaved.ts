import { useEffect } from 'react';

let open = 0;

/** True while some form on the page holds changes that a redrawing of the page would lose. */
export function hasUnsavedChanges(): boolean {
  return open > 0;
}

/** Counts a form as unsaved while `dirty`, and has the browser ask before the page is closed. */
export function useUnsavedMark(dirty: boolean): void {
  useCloseGuard(dirty);
  useEffect(() => {
    if (!dirty) return;
    open += 1;
    return () => {
      open -= 1;
    };
  }, [dirty]);
}

/** Has the browser ask before the page is closed; for drafts that only live as long as the page. */
export function useCloseGuard(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);
}
