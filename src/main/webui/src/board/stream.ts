import { useEffect, useState } from 'react';
import type { BoardMessage } from '../messages';
import { Backoff } from './backoff';
import { applyDelta, fromSnapshot, type Floor } from './floor';

/** Ten messages should have come in this time: the line is dead, whatever the browser believes. */
const SILENCE_MILLIS = 5_000;

export interface Stream {
  /** Undefined until the first snapshot. */
  floor: Floor | undefined;
  /** Whether messages come; a lost connection keeps the last floor on the screen. */
  connected: boolean;
}

/** Follows the floor. After a loss it connects again, ever more slowly, and starts from a fresh snapshot. */
export function useFloor(onLost: () => void): Stream {
  const [stream, setStream] = useState<Stream>({ floor: undefined, connected: true });

  useEffect(() => {
    let socket: WebSocket | undefined;
    let timer = 0;
    const backoff = new Backoff();
    let floor: Floor | undefined;
    let fresh = false;

    const connect = () => {
      fresh = false;
      socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/api/floor/stream`);
      socket.onmessage = (event: MessageEvent<string>) => take(JSON.parse(event.data) as BoardMessage);
      socket.onclose = lost;
      expectMessage();
    };
    const take = (message: BoardMessage) => {
      if (message.type === 'snapshot') {
        floor = fromSnapshot(message, performance.now());
        fresh = true;
        backoff.reset();
      } else if (fresh && floor) {
        floor = applyDelta(floor, message, performance.now());
      } else {
        return;
      }
      setStream({ floor, connected: true });
      expectMessage();
    };
    const expectMessage = () => {
      clearTimeout(timer);
      timer = window.setTimeout(lost, SILENCE_MILLIS);
    };
    const lost = () => {
      drop();
      setStream({ floor, connected: false });
      onLost();
      timer = window.setTimeout(connect, backoff.next());
    };
    const drop = () => {
      clearTimeout(timer);
      if (socket) {
        socket.onclose = null;
        socket.onmessage = null;
        socket.close();
      }
    };

    connect();
    return drop;
  }, [onLost]);

  return stream;
}
