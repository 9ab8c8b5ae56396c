import { createContext, useContext } from 'react';
import { request } from '../http';
import type { Role, User } from '../messages';

/** The person who is logged in; undefined for nobody. */
export const whoAmI = () => request<User | undefined>('GET', '/api/session');
export const logIn = (username: string, password: string) =>
  request<User>('POST', '/api/session', { username, password });
export const logOut = () => request<void>('DELETE', '/api/session');

/** The person who is logged in. */
export interface Session {
  user: User;
  /** Asks the engine whether the session still holds, for example after a connection was lost. */
  doubt: () => void;
}

const SessionContext = createContext<Session | undefined>(undefined);
export const SessionProvider = SessionContext.Provider;

const nobody = () => undefined;

/** What to call when the session may be over. */
export function useDoubt(): () => void {
  return useContext(SessionContext)?.doubt ?? nobody;
}

/** The id of the person who is logged in; 0 for nobody. */
export function useMyId(): number {
  return useContext(SessionContext)?.user.id ?? 0;
}

/** Whether the person who is logged in has one of these roles. */
export function useHasRole(...roles: Role[]): boolean {
  const session = useContext(SessionContext);
  return session !== undefined && roles.some((role) => session.user.roles.includes(role));
}
