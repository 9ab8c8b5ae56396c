import { useEffect, useState } from 'react';

const TICK_MILLIS = 500;

/** The page's own clock, twice a second. */
export function useNow(): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), TICK_MILLIS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
