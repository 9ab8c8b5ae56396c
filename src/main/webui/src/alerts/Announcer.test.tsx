// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { OpenAlert } from './alerts';
import { Announcer } from './Announcer';

const alert = (kind: OpenAlert['kind'], subject: string): OpenAlert => ({
  role: 'supervisor',
  kind,
  subjectId: 0,
  subject,
  threshold: 1,
  value: 1,
  openedAt: '2026-11-25T10:00:00Z',
});

afterEach(cleanup);

test('an alert that opens is announced; those that were open before are not', () => {
  const old = alert('NODE_DOWN', 'n1');
  const { rerender } = render(<Announcer alerts={[old]} />);
  expect(screen.getByRole('status').textContent).toBe('');
  rerender(<Announcer alerts={[old, alert('TRUNK_FAILING', 'n1/carrier')]} />);
  expect(screen.getByRole('status').textContent).toBe('Alert: Trunk fails n1/carrier');
  expect(screen.getByRole('link').getAttribute('href')).toBe('/alerts');
});
