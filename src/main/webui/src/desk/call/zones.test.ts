import { expect, test } from 'vitest';
import { fieldTime, zoneName } from './zones';

test("a form field shows the customer's own day and time", () => {
  expect(fieldTime('America/New_York', Date.UTC(2026, 10, 26, 2, 5))).toBe('2026-11-25T21:05');
  expect(fieldTime('Asia/Tokyo', Date.UTC(2026, 10, 25, 15, 0))).toBe('2026-11-26T00:00');
});

test('a zone by its place', () => {
  expect(zoneName('America/New_York')).toBe('New York');
});
