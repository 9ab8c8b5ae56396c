// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { Why } from './LeadPage';
import type { Explanation } from './api';

const explanation = (change: Partial<Explanation>): Explanation => ({
  rule: 'TURN',
  lastOutcome: '',
  campaignState: 'running',
  ahead: 0,
  ...change,
});
const words = (change: Partial<Explanation>) => {
  render(<Why explanation={explanation(change)} again={() => undefined} />);
  return screen.getByRole('region', { name: 'Why it is not being dialled now' }).textContent;
};

afterEach(cleanup);

test('one rule is said, with what it rests on', () => {
  expect(words({ rule: 'RETRY', lastOutcome: 'NO_ANSWER', until: '2026-11-25T10:00:00Z' })).toMatch(
    /It waits before it is tried again.*Last outcome: No answer\..*Until Nov 25, 2026/,
  );
});

test('nothing is said about a time that nobody knows', () => {
  expect(words({ rule: 'DNC' })).not.toContain('Until');
});

test('a lead in the queue says how many are before it', () => {
  expect(words({ rule: 'TURN', ahead: 12_345 })).toContain('12,345');
});

test('it can be asked again', () => {
  const again = vi.fn();
  render(<Why explanation={explanation({})} again={again} />);
  fireEvent.click(screen.getByRole('button', { name: 'Ask again' }));
  expect(again).toHaveBeenCalledOnce();
});
