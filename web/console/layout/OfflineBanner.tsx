import Alert from '@mui/material/Alert';
import { useSyncExternalStore, type JSX } from 'react';
import { useWords } from '../common/useWords.js';

/** Says that the device has no network, and goes when it is back. */
export function OfflineBanner(): JSX.Element | null {
  const words = useWords();
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  if (online) return null;
  return (
    <Alert severity="warning" role="status" square>
      {words('offline')}
    </Alert>
  );
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('online', onChange);
  window.addEventListener('offline', onChange);
  return () => {
    window.removeEventListener('online', onChange);
    window.removeEventListener('offline', onChange);
  };
}
