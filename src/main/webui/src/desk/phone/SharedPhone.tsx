import { createContext, useContext, type ReactNode } from 'react';
import { usePhone, type Phone } from './usePhone';

const PhoneContext = createContext<Phone | undefined>(undefined);

/** Keeps the browser's phone while its owner goes from page to page: a supervisor listens from the board. */
export function SharedPhone({ children }: { children: ReactNode }) {
  return <PhoneContext value={usePhone()}>{children}</PhoneContext>;
}

/** The phone of this browser. */
export function useSharedPhone(): Phone {
  const phone = useContext(PhoneContext);
  if (phone === undefined) {
    throw new Error('no SharedPhone around this page');
  }
  return phone;
}
