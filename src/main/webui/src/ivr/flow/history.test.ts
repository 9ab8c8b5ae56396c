import { expect, test } from 'vitest';
import { begin, change, redo, undo, type Doc } from './history';

const doc = (name: string): Doc => ({ name, flow: { language: 'en', zone: 'UTC', data: [], hours: {}, start: '', nodes: [] }, places: {} });
const A = doc('a');
const B = doc('b');
const C = doc('c');

test('changes are undone and done again, one by one', () => {
  const all = change(change(begin(A), B), C);
  expect([undo(all).now, undo(undo(all)).now, redo(undo(all)).now]).toEqual([B, A, C]);
});

test('what was undone is gone after another change', () => {
  const other = change(undo(change(begin(A), B)), C);
  expect([redo(other).now, undo(other).now]).toEqual([C, A]);
});

test('typing in one field is one change', () => {
  const typed = change(change(begin(A), B, 'name'), C, 'name');
  expect(undo(typed).now).toBe(A);
  expect(undo(change(change(begin(A), B, 'name'), C, 'text')).now).toBe(B);
});

test('after undoing, typing is a change of its own', () => {
  const again = change(redo(undo(change(begin(A), B, 'name'))), C, 'name');
  expect(undo(again).now).toBe(B);
});

test('there is nothing before the first and after the last', () => {
  const first = begin(A);
  expect([undo(first), redo(first)]).toEqual([first, first]);
});
