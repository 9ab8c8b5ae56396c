import { useCallback, useState } from 'react';
import { messageOf, request } from '../http';

export interface Commands {
  /** Sends a command of the desk; says whether it was carried out. */
  send: (method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown) => Promise<boolean>;
  /** What the engine refused last, in its words. */
  refusal: string;
  clear: () => void;
}

/** Commands of the agent to `/api/agent/...`. */
export function useCommand(): Commands {
  const [refusal, setRefusal] = useState('');
  const send = useCallback(async (method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown) => {
    try {
      await request<unknown>(method, `/api/agent/${path}`, body);
      setRefusal('');
      return true;
    } catch (error) {
      setRefusal(messageOf(error));
      return false;
    }
  }, []);
  const clear = useCallback(() => setRefusal(''), []);
  return { send, refusal, clear };
}
