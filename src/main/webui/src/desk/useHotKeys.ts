import { useEffect, useRef } from 'react';

/** Keys with Alt, by the code of the key; digits need Shift too, because Alt and a digit lead to pages. */
export type HotKeys = Record<string, (() => void) | undefined>;

/** What a hot key is called: `KeyH`, or `Shift+Digit3`. */
export const hotKeyOf = (event: Pick<KeyboardEvent, 'code' | 'shiftKey'>): string => `${event.shiftKey ? 'Shift+' : ''}${event.code}`;

export function useHotKeys(keys: HotKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const deed = event.altKey && !event.ctrlKey && !event.metaKey ? latest.current[hotKeyOf(event)] : undefined;
      if (deed !== undefined && !event.repeat) {
        event.preventDefault();
        deed();
      }
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  }, []);
}
