import { expect, test } from 'vitest';
import { query } from './AuditPage';

test('only what is wanted is asked, and times are instants', () => {
  const from = '2026-11-25T10:30';
  const asked = new URLSearchParams(query({ actor: 'ada', action: ' ', entity: '', from, to: '' }, 912));
  expect(Object.fromEntries(asked)).toEqual({ actor: 'ada', from: new Date(from).toISOString(), before: '912' });
});
