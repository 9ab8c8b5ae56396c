import type { ImportView } from '../messages';
import { fill, t } from '../text/language';

/** What is to be said of the file, after its name. */
export function sentence(view: ImportView): string {
  const { states, sentence: plain, sentenceWithError } = t().upload;
  const state = states[view.state];
  return view.error ? fill(sentenceWithError, { state, error: view.error }) : fill(plain, { state });
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
