import { Alert, Button, Loader } from '@mantine/core';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { fieldsOf, messageOf, request } from '../http';
import { t } from '../text/language';

export interface Loaded<T> {
  /** Undefined until it is there; an old value stays while a new one is on its way. */
  value: T | undefined;
  /** Why it did not come; empty while it may. */
  failure: string;
  reload: () => void;
  /** Replaces the value by what a change answered. */
  set: (value: T) => void;
}

/** What the engine answers to GET of this path; nothing is asked while the path is empty. */
export function useGet<T>(path: string): Loaded<T> {
  const [value, setValue] = useState<T>();
  const [failure, setFailure] = useState('');
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  useEffect(() => {
    let current = path !== '';
    if (current) {
      request<T>('GET', path)
        .then((answer) => {
          if (current) {
            setValue(answer);
            setFailure('');
          }
        })
        .catch((error: unknown) => current && setFailure(messageOf(error)));
    }
    return () => {
      current = false;
    };
  }, [path, round]);
  return { value, failure, reload, set: setValue };
}

/** Shows what was loaded, that it is being loaded, or why it did not come. */
export function Show<T>({ loaded, children }: { loaded: Loaded<T>; children: (value: T) => ReactNode }) {
  if (loaded.value !== undefined) {
    return <>{children(loaded.value)}</>;
  }
  return loaded.failure === '' ? (
    <Loader className="loading" aria-label={t().shell.loading} />
  ) : (
    <Refusal words={loaded.failure} retry={loaded.reload} />
  );
}

/** Why something did not work; nothing while there is nothing to say. */
export function Refusal({ words, retry }: { words: string; retry?: () => void }) {
  return words === '' ? null : (
    <Alert color="red" role="alert">
      <p>{words}</p>
      {retry && (
        <Button size="xs" variant="default" mt={8} onClick={retry}>
          {t().shell.tryAgain}
        </Button>
      )}
    </Alert>
  );
}

/** A deed that is sent: whether it is under way, and why it failed last. */
export function useDeed() {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');
  const [fields, setFields] = useState<Readonly<Record<string, string>>>({});
  const run = async (deed: () => Promise<void>): Promise<boolean> => {
    setBusy(true);
    setRefusal('');
    setFields({});
    try {
      await deed();
      return true;
    } catch (error) {
      setRefusal(messageOf(error));
      setFields(fieldsOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, refusal, fields, run };
}
