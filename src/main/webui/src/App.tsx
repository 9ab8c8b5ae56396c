import { Alert, Button, Loader } from '@mantine/core';
import { useCallback, useEffect, useState, type MouseEvent, type ReactNode } from 'react';
import { BoardPage } from './board/BoardPage';
import { messageOf, RequestFailed } from './http';
import { WhatIfPage } from './lab/WhatIfPage';
import type { User } from './messages';
import { LoginPage } from './session/LoginPage';
import { logOut, SessionProvider, useHasRole, whoAmI } from './session/session';
import { UploadPage } from './upload/UploadPage';

/** Undefined while the engine has not answered yet, null for nobody. */
type Who = User | null | undefined;

export function App() {
  const [who, setWho] = useState<Who>(undefined);
  const [failure, setFailure] = useState('');

  const ask = useCallback(async () => {
    try {
      setWho(await whoAmI());
      setFailure('');
    } catch (error) {
      if (error instanceof RequestFailed && error.status === 401) {
        setWho(null);
      } else {
        setFailure(messageOf(error));
      }
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
          <Loader aria-label="Loading" />
        ) : (
          <Alert color="red" role="alert" title="No answer">
            <p>{failure}</p>
            <Button onClick={() => void ask()}>Try again</Button>
          </Alert>
        )}
      </main>
    );
  }
  return (
    <SessionProvider value={who}>
      <Shell user={who} onGone={() => setWho(null)} onDoubt={ask} />
    </SessionProvider>
  );
}

interface ShellProps {
  user: User;
  onGone: () => void;
  /** The connection was lost: the session may be over. */
  onDoubt: () => void;
}

function Shell({ user, onGone, onDoubt }: ShellProps) {
  const [path, go] = usePath();
  const mayWatch = useHasRole('supervisor', 'manager', 'compliance', 'administrator');
  const mayUpload = useHasRole('manager');
  const mayAsk = useHasRole('manager', 'administrator');
  const uploading = path === '/upload' && mayUpload;
  const asking = path === '/what-if' && mayAsk;

  const leave = async () => {
    try {
      await logOut();
    } finally {
      onGone();
    }
  };

  return (
    <>
      <a className="skip" href="#content">
        Skip to the content
      </a>
      <header className="top">
        <span className="brand">
          <img src="/icon.svg" alt="" width={26} height={26} />
          Tactus
        </span>
        <nav aria-label="Pages">
          {mayWatch && (
            <Link to="/" current={!uploading && !asking} go={go}>
              Live board
            </Link>
          )}
          {mayUpload && (
            <Link to="/upload" current={uploading} go={go}>
              Upload leads
            </Link>
          )}
          {mayAsk && (
            <Link to="/what-if" current={asking} go={go}>
              What if
            </Link>
          )}
        </nav>
        <span className="who">{user.displayName}</span>
        <Button variant="default" size="xs" onClick={() => void leave()}>
          Log out
        </Button>
      </header>
      <main id="content" tabIndex={-1}>
        {uploading ? (
          <UploadPage />
        ) : asking ? (
          <WhatIfPage />
        ) : mayWatch ? (
          <BoardPage onLost={onDoubt} />
        ) : (
          <p className="notice">The live board is for supervisors, managers, compliance and administrators.</p>
        )}
      </main>
    </>
  );
}

function usePath(): [string, (to: string) => void] {
  const [path, setPath] = useState(location.pathname);
  useEffect(() => {
    const moved = () => setPath(location.pathname);
    addEventListener('popstate', moved);
    return () => removeEventListener('popstate', moved);
  }, []);
  const go = (to: string) => {
    history.pushState(null, '', to);
    setPath(to);
  };
  return [path, go];
}

interface LinkProps {
  to: string;
  current: boolean;
  go: (to: string) => void;
  children: ReactNode;
}

function Link({ to, current, go, children }: LinkProps) {
  const follow = (event: MouseEvent) => {
    if (!event.metaKey && !event.ctrlKey && !event.shiftKey) {
      event.preventDefault();
      go(to);
    }
  };
  return (
    <a href={to} aria-current={current ? 'page' : undefined} onClick={follow}>
      {children}
    </a>
  );
}
