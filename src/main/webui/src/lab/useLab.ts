import { useEffect, useState } from 'react';
import { follow } from '../ui/socket';
import { merged, type LabRun } from './question';

/** Follows the laboratory: all runs first, then each as it changes. Undefined until the first message. */
export function useLab(): { runs: LabRun[] | undefined; connected: boolean } {
  const [runs, setRuns] = useState<LabRun[]>();
  const [connected, setConnected] = useState(true);

  useEffect(
    () =>
      follow<{ runs: LabRun[] }>('/api/lab/stream', {
        message: (message, first) => setRuns((before) => merged(first ? [] : (before ?? []), message.runs)),
        connected: setConnected,
      }),
    [],
  );

  return { runs, connected };
}
