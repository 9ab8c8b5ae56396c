import { useEffect, useState } from 'react';
import { Backoff } from '../board/backoff';
import { merged, type LabRun } from './question';

/** Follows the laboratory: all runs first, then each as it changes. Undefined until the first message. */
export function useLab(): { runs: LabRun[] | undefined; connected: boolean } {
  const [runs, setRuns] = useState<LabRun[]>();
  const [connected, setConnected] = useState(true);

  useEffect(() => {
    let socket: WebSocket | undefined;
    let timer = 0;
    const backoff = new Backoff();

    const connect = () => {
      let first = true;
      socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/api/lab/stream`);
      socket.onmessage = (event: MessageEvent<string>) => {
        const message = JSON.parse(event.data) as { runs: LabRun[] };
        const whole = first;
        first = false;
        backoff.reset();
        setConnected(true);
        setRuns((before) => merged(whole ? [] : (before ?? []), message.runs));
      };
      socket.onclose = () => {
        setConnected(false);
        timer = window.setTimeout(connect, backoff.next());
      };
    };

    connect();
    return () => {
      clearTimeout(timer);
      if (socket) {
        socket.onclose = null;
        socket.onmessage = null;
        socket.close();
      }
    };
  }, []);

  return { runs, connected };
}
