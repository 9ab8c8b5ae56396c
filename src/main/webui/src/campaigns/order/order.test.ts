import { expect, test } from 'vitest';
import { directions, mixWords, moveUp, orderWords } from './order';

test('an order and a mix are told in one line', () => {
  expect(orderWords([{ field: 'custom.lead_score', descending: true }, { field: 'attempts' }])).toBe('lead score ↓, Attempts so far ↑');
  expect(mixWords({ Spring: 3, Summer: 1 })).toBe('Spring 3 : Summer 1');
});

test('what comes first is said in the words of the field', () => {
  expect(directions('NUMBER')[1]).toBe('highest first');
  expect(directions('TEXT')[0]).toBe('A to Z');
});

test('a key goes one up, and the first stays', () => {
  expect(moveUp(['a', 'b', 'c'], 2)).toEqual(['a', 'c', 'b']);
  expect(moveUp(['a', 'b', 'c'], 0)).toEqual(['a', 'b', 'c']);
});
