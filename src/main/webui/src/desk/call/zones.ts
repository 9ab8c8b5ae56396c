import { language } from '../../text/language';

/** The time of day where the customer is, such as "14:05, Wed". */
export function localTime(zone: string, atMillis: number): string {
  return new Intl.DateTimeFormat(language().locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', weekday: 'short', timeZone: zone }).format(
    atMillis,
  );
}

/** Day and time in a zone, with the zone's short name. */
export function zoned(instant: string, zone: string): string {
  return new Intl.DateTimeFormat(language().locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }).format(new Date(instant));
}

/** America/New_York as New York. */
export const zoneName = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

/** The local day and time in a zone as a form field has it: 2026-11-25T14:05. */
export function fieldTime(zone: string, atMillis: number): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).formatToParts(atMillis);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}
