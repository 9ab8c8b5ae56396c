import { useSyncExternalStore, type MouseEvent, type ReactNode } from 'react';

/** Values of the parts of an address that begin with a colon. */
export type Params = Readonly<Record<string, string>>;

const MOVED = 'tactus-moved';

/** The values of the address's parts when it fits the pattern, such as `/lists/7` and `/lists/:id`. */
export function match(pattern: string, path: string): Params | undefined {
  const wanted = pattern.split('/');
  const given = path.replace(/(.)\/$/, '$1').split('/');
  if (wanted.length !== given.length) {
    return undefined;
  }
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? '';
    if (part.startsWith(':') && value !== '') {
      params[part.slice(1)] = value;
    } else if (part !== value) {
      return undefined;
    }
  }
  return params;
}

/** Told before a page is left for another of the application; whoever prevents it keeps the page. */
export const LEAVING = 'tactus-leaving';

export interface Leaving {
  to: string;
}

/** Goes to another page, whose heading then has the focus, as after a page that was loaded. */
export function go(to: string): void {
  if (!mayLeave(to)) {
    return;
  }
  history.pushState(null, '', to);
  moved();
  scrollTo(0, 0);
  document.getElementById('content')?.focus();
}

/** Replaces the address without a new step in the browser's history. */
export function replace(to: string): void {
  history.replaceState(null, '', to);
  moved();
}

/** Where the page is that is shown; the browser's address is ahead of it while somebody is asked. */
let here = '';

const mayLeave = (to: string) => dispatchEvent(new CustomEvent<Leaving>(LEAVING, { detail: { to }, cancelable: true }));

function moved(): void {
  here = location.pathname;
  dispatchEvent(new Event(MOVED));
}

/** The browser's own buttons; they have gone already when it is told. */
function stepped(): void {
  if (location.pathname === here || mayLeave(location.pathname)) {
    moved();
  } else {
    history.pushState(null, '', here);
  }
}

export function usePath(): string {
  return useSyncExternalStore(
    (listener) => {
      here = location.pathname;
      // One listener, however often it is added.
      addEventListener('popstate', stepped);
      addEventListener(MOVED, listener);
      return () => removeEventListener(MOVED, listener);
    },
    () => location.pathname,
  );
}

interface LinkProps {
  to: string;
  current?: boolean;
  className?: string | undefined;
  title?: string | undefined;
  children: ReactNode;
}

/** A link within the application; with Ctrl, Shift or the middle button the browser does as usual. */
export function Link({ to, current = false, className, title, children }: LinkProps) {
  const follow = (event: MouseEvent) => {
    if (!event.metaKey && !event.ctrlKey && !event.shiftKey && event.button === 0) {
      event.preventDefault();
      go(to);
    }
  };
  return (
    <a href={to} className={className} title={title} aria-current={current ? 'page' : undefined} onClick={follow}>
      {children}
    </a>
  );
}
