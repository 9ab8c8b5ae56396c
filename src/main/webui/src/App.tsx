import { Alert, Button, Loader, useDirection } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { messageOf } from './http';
import type { User } from './messages';
import { LoginPage } from './session/LoginPage';
import { SessionProvider, whoAmI } from './session/session';
import { Shell } from './shell/Shell';
import { t, useLanguage } from './text/language';

/** Undefined while the engine has not answered yet, null for nobody. */
type Who = User | null | undefined;

export function App() {
  const { direction } = useLanguage();
  const { setDirection } = useDirection();
  const [who, setWho] = useState<Who>(undefined);
  const [failure, setFailure] = useState('');
  useEffect(() => setDirection(direction), [direction, setDirection]);

  const ask = useCallback(async () => {
    try {
      setWho((await whoAmI()) ?? null);
      setFailure('');
    } catch (error) {
      setFailure(messageOf(error));
    }
  }, []);
  useEffect(() => void ask(), [ask]);

  if (who === null) {
    return <LoginPage onLogIn={setWho} />;
  }
  if (who === undefined) {
    return (
      <main className="login">
        {failure === '' ? (
          <Loader aria-label={t().shell.loading} />
        ) : (
          <Alert color="red" role="alert" title={t().shell.unreachable.title}>
            <p>{t().shell.unreachable.text}</p>
            <p>{failure}</p>
            <Button onClick={() => void ask()}>{t().shell.tryAgain}</Button>
          </Alert>
        )}
      </main>
    );
  }
  return (
    <SessionProvider value={{ user: who, doubt: ask }}>
      <Shell user={who} onGone={() => setWho(null)} />
    </SessionProvider>
  );
}
