const quietMs = 3_000;

/**
 * Lets the page open from the device next time. Only for somebody who uses it (the shell is loaded once more for that), not on a
 * device that saves data, and not before the page is at rest.
 */
export function installWorker(locale: string): void {
  if (!('serviceWorker' in navigator) || savesData()) return;
  window.setTimeout(() => {
    if (!navigator.onLine) return;
    // Not a fault of the page where it isn't allowed (private windows, policies): then it is loaded as before.
    navigator.serviceWorker
      .register(`/sw.js?lang=${locale}`, { updateViaCache: 'none' })
      .catch(() => undefined);
  }, quietMs);
}

function savesData(): boolean {
  const connection: unknown = Reflect.get(navigator, 'connection');
  return (
    typeof connection === 'object' &&
    connection !== null &&
    'saveData' in connection &&
    connection.saveData === true
  );
}
