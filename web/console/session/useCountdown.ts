import { useCallback, useEffect, useState } from 'react';

/** Seconds left of a pause the server asked for, and the way to begin one. */
export function useCountdown(): readonly [number, (seconds: number) => void] {
  const [until, setUntil] = useState(0);
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (until === 0) return;
    const tick = (): void => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [until]);
  const begin = useCallback((seconds: number) => setUntil(Date.now() + seconds * 1000), []);
  return [left, begin];
}
