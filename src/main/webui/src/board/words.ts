/** A duration as mm:ss, from an hour on as h:mm:ss. */
export function duration(millis: number): string {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

const whole = new Intl.NumberFormat('en');

export function count(value: number): string {
  return whole.format(value);
}

/** With one digit after the point. */
export function fixed(value: number): string {
  // No minus before a zero.
  return (Math.round(value * 10) / 10 + 0).toFixed(1);
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone: 'UTC' });

/** The time of day in UTC. */
export function clockTime(atMillis: number): string {
  return clock.format(atMillis);
}

/** 0.0268 as 2.7 %. */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

export function millis(value: number): string {
  return value < 0 ? 'none yet' : `${count(Math.round(value))} ms`;
}

const WORDS: Record<string, string> = {
  READY: 'Free',
  TALKING: 'Talking',
  WRAP_UP: 'Wrap-up',
  RESERVED: 'Reserved',
  PAUSED: 'Paused',
  LEG_CONNECTING: 'Connecting',
  LOGGED_OUT: 'Logged out',
  MACHINE: 'Machine',
  NO_ANSWER: 'No answer',
  INVALID_NUMBER: 'Invalid number',
  DIALLING: 'Dialling',
  MACHINE_MESSAGE: 'Machine message',
  DONE: 'No leads left',
};

/** A constant of the engine in words: RINGING as Ringing, NO_ANSWER as No answer. */
export function inWords(constant: string): string {
  const plain = constant.replaceAll('_', ' ').toLowerCase();
  return WORDS[constant] ?? plain.charAt(0).toUpperCase() + plain.slice(1);
}

export type CapState = 'none' | 'ok' | 'near' | 'over';

/** How the share of abandoned calls stands against the cap; near from three quarters of it. */
export function capState(liveAnswers: number, abandoned: number, cap: number): CapState {
  if (liveAnswers === 0) {
    return 'none';
  }
  const rate = abandoned / liveAnswers;
  if (rate > cap) {
    return 'over';
  }
  return rate >= cap * 0.75 && abandoned > 0 ? 'near' : 'ok';
}

export const CAP_WORDS: Record<CapState, string> = {
  none: 'no live answer yet',
  ok: 'within the cap',
  near: 'near the cap',
  over: 'over the cap',
};
