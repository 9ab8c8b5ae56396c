import { expect, test } from 'vitest';
import { wavePath } from './wave';

test('each slice is a line around the middle, as long as it is loud', () => {
  expect(wavePath([0, 50, 100], 0, 42)).toBe('M0.5 20.5V21.5M1.5 11V31M2.5 1V41');
});

test('the second channel stands below the first', () => {
  expect(wavePath([100], 42, 42)).toBe('M0.5 43V83');
});

test('what is louder than possible stays in its band', () => {
  expect(wavePath([400], 0, 42)).toBe(wavePath([100], 0, 42));
});
