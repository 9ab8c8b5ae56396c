import type { Span } from './model';

/** Spans as they are typed: `09:00-12:30, 13:30-17:00`. */
export const spansText = (spans: readonly Span[]): string => spans.map(({ from, to }) => `${from}-${to}`).join(', ');

const TIME = /^(\d{1,2})(?::?(\d{2}))?$/;

function time(text: string): string {
  const [, hour, minute] = TIME.exec(text.trim()) ?? [];
  return hour === undefined ? text.trim() : `${hour.padStart(2, '0')}:${minute ?? '00'}`;
}

/** Reads them; what is no time stays as it is, and the engine says so. */
export function spansOf(text: string): Span[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [from = '', to = ''] = part.split(/[-–]/);
      return { from: time(from), to: time(to) };
    });
}
