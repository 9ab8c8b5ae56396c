import { expect, test } from 'vitest';
import type { Desk, DeskMessage } from './model';
import { merge } from './useDesk';

const DESK = { call: null, figures: { calls: 1 } } as unknown as Desk;

test('a snapshot replaces everything, a change only what it names', () => {
  const whole = merge(undefined, { type: 'snapshot', at: '2026-11-25T10:00:00Z', ...DESK } as DeskMessage);
  expect(whole).toEqual(DESK);
  const changed = merge(whole, { type: 'change', at: '2026-11-25T10:00:01Z', call: { callId: 7 } } as DeskMessage);
  expect(changed).toEqual({ ...DESK, call: { callId: 7 } });
  expect(merge(changed, { type: 'change', at: '2026-11-25T10:00:02Z', call: null } as DeskMessage)?.call).toBeNull();
});

test('a change without a snapshot shows nothing', () => {
  expect(merge(undefined, { type: 'change', at: '2026-11-25T10:00:00Z' } as DeskMessage)).toBeUndefined();
});
