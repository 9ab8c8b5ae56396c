import { expect, test } from 'vitest';
import { distinct, isMeasured, KINDS, valueWords, type OpenAlert } from './alerts';

const alert = (role: string, kind: OpenAlert['kind'], subjectId: number, openedAt: string): OpenAlert => ({
  role,
  kind,
  subjectId,
  subject: '',
  threshold: 1,
  value: 2,
  openedAt,
});

test('what concerns two roles of a person is told once, the latest first', () => {
  const told = distinct([
    alert('supervisor', 'CAP_NEAR', 1, '2026-11-25T10:00:00Z'),
    alert('manager', 'CAP_NEAR', 1, '2026-11-25T10:00:01Z'),
    alert('supervisor', 'PAUSE_LONG', 1, '2026-11-25T11:00:00Z'),
  ]);
  expect(told.map(({ kind, role }) => [kind, role])).toEqual([
    ['PAUSE_LONG', 'supervisor'],
    ['CAP_NEAR', 'manager'],
  ]);
});

test('values have the unit of their kind', () => {
  expect(KINDS.map((kind) => valueWords(kind, 90))).toEqual([
    '01:30',
    '01:30',
    '01:30',
    '01:30',
    '01:30',
    '9,000.0 % of the cap',
    '90 leads',
    '',
    '',
    '',
  ]);
  expect(KINDS.filter((kind) => !isMeasured(kind))).toHaveLength(3);
});
