import { Backoff } from '../board/backoff';

export interface Follower<T> {
  /** @param first whether it is the first message of a connection, which replaces what was known */
  message: (message: T, first: boolean) => void;
  /** The connection came or went. */
  connected?: (connected: boolean) => void;
}

/** Follows a stream of the engine and connects again by itself, ever more slowly, until it is stopped. */
export function follow<T>(path: string, follower: Follower<T>): () => void {
  let socket: WebSocket | undefined;
  let timer = 0;
  const backoff = new Backoff();

  const connect = () => {
    let first = true;
    socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}${path}`);
    socket.onmessage = (event: MessageEvent<string>) => {
      const begins = first;
      first = false;
      backoff.reset();
      follower.connected?.(true);
      follower.message(JSON.parse(event.data) as T, begins);
    };
    socket.onclose = () => {
      follower.connected?.(false);
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
}
