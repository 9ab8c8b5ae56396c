import { useEffect, useState } from 'react';
import { duration } from '../text/format';

interface Props {
  /** Counts up from this moment. */
  since?: string | null | undefined;
  /** Counts down to this moment. */
  until?: string | null | undefined;
  /** The engine's time less this computer's. */
  ahead: number;
  /** From this many milliseconds on, up or down, the time is marked. */
  limit?: number | undefined;
}

/** A running time in the engine's own clock. */
export function Timer({ since, until, ahead, limit }: Props) {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  if (!since && !until) {
    return null;
  }
  const millis = until ? Date.parse(until) - now - ahead : now + ahead - Date.parse(since ?? '');
  const over = limit !== undefined && limit > 0 && (until ? millis < limit : millis > limit);
  return (
    <time className={over ? 'timer timer-over' : 'timer'} dateTime={`PT${Math.max(0, Math.round(millis / 1000))}S`}>
      {duration(Math.max(0, millis))}
    </time>
  );
}
