import { fill, language, t } from './language';

/** One formatter for each language and kind. */
function perLocale<T>(make: (locale: string) => T): () => T {
  const made = new Map<string, T>();
  return () => {
    const { locale } = language();
    const present = made.get(locale) ?? make(locale);
    made.set(locale, present);
    return present;
  };
}

const whole = perLocale((locale) => new Intl.NumberFormat(locale));
const oneDigit = perLocale((locale) => new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }));
const moment = perLocale((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }));
const day = perLocale((locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }));
const utcClock = perLocale(
  (locale) => new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZone: 'UTC' }),
);
const collator = perLocale((locale) => new Intl.Collator(locale, { numeric: true }));

export function count(value: number): string {
  return whole().format(value);
}

/** With one digit after the point. */
export function fixed(value: number): string {
  // No minus before a zero.
  return oneDigit().format(Math.round(value * 10) / 10 + 0);
}

/** 0.0268 as 2.7 %. */
export function percent(share: number): string {
  return `${fixed(share * 100)} %`;
}

export function millis(value: number): string {
  return value < 0 ? t().units.noneYet : fill(t().units.millis, { n: count(Math.round(value)) });
}

/** A duration as mm:ss, from an hour on as h:mm:ss. */
export function duration(value: number): string {
  const seconds = Math.max(0, Math.floor(value / 1000));
  const two = (part: number) => String(part).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** The time of day in UTC. */
export function clockTime(atMillis: number): string {
  return utcClock().format(atMillis);
}

/** Day and time where the reader is. */
export function dateTime(instant: string | number): string {
  return moment().format(new Date(instant));
}

/** A day such as 2026-11-25, which is the same everywhere. */
export function date(text: string): string {
  return day().format(new Date(`${text}T12:00:00`));
}

/** Names in the order of the reader's language. */
export function byName(a: string, b: string): number {
  return collator().compare(a, b);
}

/** A constant of the engine in words: RINGING as Ringing, NO_ANSWER as No answer. */
export function inWords(constant: string): string {
  const plain = constant.replaceAll('_', ' ').toLowerCase();
  return t().words[constant.toUpperCase()] ?? plain.charAt(0).toUpperCase() + plain.slice(1);
}
