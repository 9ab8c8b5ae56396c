import { expect, test } from 'vitest';
import { FIRST_QUESTION, isOver, merged, objection, policyLabel, ticks, type LabRun } from './question';

const run = (id: number, state: LabRun['state'], progress = 0): LabRun => ({
  id,
  askedBy: 'ada',
  askedAt: '2026-11-22T17:00:00Z',
  state,
  progress,
  question: FIRST_QUESTION,
  rows: [],
});

test('what the engine would refuse is said before it is asked', () => {
  expect(objection(FIRST_QUESTION)).toBe('');
  expect(objection({ ...FIRST_QUESTION, policies: [] })).toContain('at least one');
  expect(objection({ ...FIRST_QUESTION, agents: 300, hours: 9, repetitions: 10 })).toContain('too much');
});

test('a message changes the runs that it brings, and the latest is first', () => {
  const before = [run(2, 'running', 0.2), run(1, 'done', 1)];
  const after = merged(before, [run(2, 'running', 0.5), run(3, 'waiting')]);
  expect(after.map(({ id, progress }) => [id, progress])).toEqual([
    [3, 0],
    [2, 0.5],
    [1, 1],
  ]);
  expect(before[0]?.progress).toBe(0.2);
});

test.each([
  ['waiting', false],
  ['running', false],
  ['done', true],
  ['cancelled', true],
  ['failed', true],
] as const)('%s is over: %s', (state, over) => expect(isOver(run(1, state))).toBe(over));

test('axes have round values', () => {
  expect(ticks(1).map((value) => value.toFixed(1))).toEqual(['0.0', '0.2', '0.4', '0.6', '0.8', '1.0']);
  expect(ticks(9)).toEqual([0, 2, 4, 6, 8]);
  expect(ticks(8)).toEqual([0, 2, 4, 6, 8]);
  expect(ticks(0.042).map((value) => value.toFixed(2))).toEqual(['0.00', '0.01', '0.02', '0.03', '0.04']);
});

test('a policy that the page does not know keeps its name', () => {
  expect(policyLabel('predictive')).toBe('Predictive');
  expect(policyLabel('lines:7')).toBe('lines:7');
});
