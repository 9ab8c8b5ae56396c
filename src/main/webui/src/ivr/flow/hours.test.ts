import { expect, test } from 'vitest';
import { spansOf, spansText } from './hours';

test('spans are written as they are read', () => {
  const text = '09:00-12:30, 13:30-17:00';
  expect(spansText(spansOf(text))).toBe(text);
});

test('times may be short', () => {
  expect(spansOf('9-12.30, 9:05–1730')).toEqual([
    { from: '09:00', to: '12.30' },
    { from: '09:05', to: '17:30' },
  ]);
  expect(spansOf(' ')).toEqual([]);
});
