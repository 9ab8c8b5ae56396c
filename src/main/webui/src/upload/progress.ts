import type { ImportView } from '../messages';

const STATES: Record<ImportView['state'], string> = {
  running: 'is being read',
  done: 'is imported',
  failed: 'was not imported',
  cancelled: 'was cancelled; nothing of it remains',
};

/** What is to be said of the file, after its name. */
export function sentence(view: ImportView): string {
  return `${STATES[view.state]}${view.error ? `: ${view.error}` : ''}.`;
}

/** How much of the file was read, from 0 to 1. */
export function share(view: ImportView): number {
  return view.state === 'done' || view.bytesTotal === 0 ? 1 : view.bytesRead / view.bytesTotal;
}

/** Whether nothing of the file came in, so that the bar is no success. */
export function inVain(view: ImportView): boolean {
  return view.state === 'failed' || view.state === 'cancelled';
}

/** Whether there are refused rows to be fetched. */
export function hasRefusedRows(view: ImportView): boolean {
  return view.state === 'done' && view.rowsRejected > 0;
}
