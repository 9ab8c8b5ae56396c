import { expect, test } from 'vitest';
import { add, fresh } from './edits';
import { unreadable, wordsAt, type Finding } from './findings';
import type { Flow } from './model';

const FLOW: Flow = add(add({ language: 'en', zone: 'UTC', data: [], hours: {}, start: '', nodes: [] }, fresh('say', 'hello')), fresh('hangUp', 'end'));

test('what cannot be read is found at its step and field', () => {
  expect(unreadable(FLOW, { 'flow.nodes[0].says[0].text': 'has a { without a }', 'flow.zone': 'is no time zone', name: 'is taken' })).toEqual([
    { kind: 'UNREADABLE', node: 'hello', field: 'says[0].text', sentence: 'says[0].text has a { without a }.' },
    { kind: 'UNREADABLE', node: '', field: 'zone', sentence: 'zone is no time zone.' },
    { kind: 'UNREADABLE', node: '', field: 'name', sentence: 'name is taken.' },
  ]);
});

test('a field has what is wrong with its parts, not with fields of longer names', () => {
  const finding = (field: string): Finding => ({ kind: 'NOT_ALLOWED', node: 'a', field, sentence: field });
  const all = ['says[0].text', 'says', 'saysNot', 'choices.1'].map(finding);
  expect([wordsAt(all, 'a', 'says'), wordsAt(all, 'a', 'choices'), wordsAt(all, 'b', 'says')]).toEqual(['says[0].text says', 'choices.1', '']);
});
