import { expect, test } from 'vitest';
import type { ImportView } from '../messages';
import { hasRefusedRows, inVain, sentence, share } from './progress';

function anImport(change: Partial<ImportView>): ImportView {
  return {
    id: 1,
    listId: 1,
    fileName: 'leads.csv',
    state: 'running',
    charset: 'UTF-8',
    bytesTotal: 1_000,
    bytesRead: 250,
    rowsRead: 10,
    rowsImported: 0,
    rowsRejected: 0,
    rowsPerSecond: 0,
    ...change,
  };
}

test.each([
  [{ state: 'running' }, 'is being read.'],
  [{ state: 'done' }, 'is imported.'],
  [{ state: 'failed', error: 'no column holds numbers' }, 'was not imported: no column holds numbers.'],
  [{ state: 'cancelled' }, 'was cancelled; nothing of it remains.'],
] as const)('%j: the file %s', (change, words) => {
  expect(sentence(anImport(change))).toBe(words);
});

test.each([
  [{}, 0.25],
  [{ state: 'failed' }, 0.25],
  [{ state: 'done' }, 1],
  [{ bytesTotal: 0, bytesRead: 0 }, 1],
] as const)('%j: the bar stands at %d', (change, stands) => {
  expect(share(anImport(change))).toBe(stands);
});

test.each([
  ['running', false, false],
  ['done', false, true],
  ['failed', true, false],
  ['cancelled', true, false],
] as const)('%s: in vain %s, refused rows %s', (state, vain, rows) => {
  const view = anImport({ state, rowsRejected: 3 });
  expect([inVain(view), hasRefusedRows(view)]).toEqual([vain, rows]);
});

test('without refused rows there is nothing to fetch', () => {
  expect(hasRefusedRows(anImport({ state: 'done' }))).toBe(false);
});
