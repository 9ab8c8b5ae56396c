import { useEffect, useState } from 'react';
import { Backoff } from '../board/backoff';
import type { Desk, DeskMessage } from './model';

/** The engine speaks every two seconds: after this long the line is dead, whatever the browser believes. */
const SILENCE_MILLIS = 6_000;

export interface DeskStream {
  /** Undefined until the first message. */
  desk: Desk | undefined;
  /** Whether messages come; a lost connection keeps the last desk on the screen. */
  connected: boolean;
  /** The engine's time less this computer's, in milliseconds. */
  ahead: number;
  /** Why the engine does not show a desk, when it says so. */
  refusal: string;
}

const NOTHING: DeskStream = { desk: undefined, connected: true, ahead: 0, refusal: '' };
const REFUSED = 1008;

/** Takes a message over: parts that it does not name stay as they are. */
export function merge(desk: Desk | undefined, message: DeskMessage): Desk | undefined {
  const { type, at: _at, ...parts } = message;
  if (type === 'snapshot') {
    return parts as Desk;
  }
  return desk === undefined ? undefined : { ...desk, ...parts };
}

/** Follows the desk. After a loss it connects again at once, then ever more slowly, and begins with everything. */
export function useDesk(): DeskStream {
  const [stream, setStream] = useState<DeskStream>(NOTHING);

  useEffect(() => {
    let socket: WebSocket | undefined;
    let timer = 0;
    let tries = 0;
    let desk: Desk | undefined;
    const backoff = new Backoff();

    const connect = () => {
      const zone = encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone);
      socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/api/agent/stream?zone=${zone}`);
      socket.onmessage = (event: MessageEvent<string>) => take(JSON.parse(event.data) as DeskMessage);
      socket.onclose = (event) => (event.code === REFUSED ? refused(event.reason) : lost());
      expectMessage();
    };
    const take = (message: DeskMessage) => {
      tries = 0;
      backoff.reset();
      desk = merge(desk, message);
      setStream({ desk, connected: true, ahead: Date.parse(message.at) - Date.now(), refusal: '' });
      expectMessage();
    };
    const expectMessage = () => {
      clearTimeout(timer);
      timer = window.setTimeout(lost, SILENCE_MILLIS);
    };
    const refused = (refusal: string) => {
      drop();
      setStream({ ...NOTHING, refusal });
    };
    const lost = () => {
      drop();
      setStream((before) => ({ ...before, connected: false }));
      timer = window.setTimeout(connect, tries++ === 0 ? 100 : backoff.next());
    };
    const drop = () => {
      clearTimeout(timer);
      if (socket) {
        socket.onclose = null;
        socket.onmessage = null;
        socket.close();
      }
    };
    const again = () => {
      drop();
      connect();
    };

    connect();
    addEventListener('online', again);
    return () => {
      removeEventListener('online', again);
      drop();
    };
  }, []);

  return stream;
}
