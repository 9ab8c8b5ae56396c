import { expect, test } from 'vitest';
import { Backoff } from './backoff';

test('every wait is twice the one before, up to ten seconds', () => {
  const backoff = new Backoff(() => 0.5);
  expect(Array.from({ length: 7 }, () => backoff.next())).toEqual([500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
});

test('screens that lost the engine together come back apart', () => {
  expect([new Backoff(() => 0).next(), new Backoff(() => 1).next()]).toEqual([375, 625]);
});

test('after a connection that worked the wait is short again', () => {
  const backoff = new Backoff(() => 0.5);
  backoff.next();
  backoff.next();
  backoff.reset();
  expect(backoff.next()).toBe(500);
});
