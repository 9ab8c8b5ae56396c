import { createContext, useContext } from 'react';
import { request } from '../http';
import type { Role, User } from '../messages';

export const whoAmI = () => request<User>('GET', '/api/session');
export const logIn = (username: string, password: string) =>
  request<User>('POST', '/api/session', { username, password });
export const logOut = () => request<void>('DELETE', '/api/session');

const SessionContext = createContext<User | undefined>(undefined);
export const SessionProvider = SessionContext.Provider;

/** Whether the person who is logged in has one of these roles. */
export function useHasRole(...roles: Role[]): boolean {
  const user = useContext(SessionContext);
  return user !== undefined && roles.some((role) => user.roles.includes(role));
}
