import { expect, test } from 'vitest';
import { duration, inWords, millis, percent } from '../text/format';
import { capState } from './words';

test.each([
  [0, '00:00'],
  [61_999, '01:01'],
  [3_600_000, '1:00:00'],
  [-500, '00:00'],
])('%d ms are %s', (value, words) => {
  expect(duration(value)).toBe(words);
});

test.each([
  ['WRAP_UP', 'Wrap-up'],
  ['NO_ANSWER', 'No answer'],
  ['RINGING', 'Ringing'],
  ['SOMETHING_NEW', 'Something new'],
])('%s reads %s', (constant, words) => {
  expect(inWords(constant)).toBe(words);
});

test.each([
  [0, 0, 'none'],
  [1_000, 10, 'ok'],
  [1_000, 25, 'near'],
  [1_000, 30, 'near'],
  [1_000, 31, 'over'],
])('of %d live answers %d abandoned: %s with a cap of 3 %%', (live, abandoned, state) => {
  expect(capState(live, abandoned, 0.03)).toBe(state);
});

test('a share is shown with one decimal', () => {
  expect(percent(0.0268)).toBe('2.7 %');
});

test('a median that is not there yet is no number', () => {
  expect([millis(-1), millis(1234.4)]).toEqual(['none yet', '1,234 ms']);
});
