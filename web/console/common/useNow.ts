import { useEffect, useState } from 'react';

/** The time in milliseconds, looked at again every 30 seconds, so that “5 minutes ago” doesn't stand still. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
