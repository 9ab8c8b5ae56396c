/** A period as the fields of a page have it: local times, each empty while open. */
export interface Period {
  from: string;
  to: string;
}

/** Puts the ends that are given into an address, as instants. */
export function putPeriod(values: URLSearchParams, { from, to }: Period): void {
  Object.entries({ from, to })
    .filter(([, value]) => value !== '')
    .forEach(([name, value]) => values.set(name, new Date(value).toISOString()));
}
