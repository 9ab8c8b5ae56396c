import { expect, test } from 'vitest';
import { microphoneProblem } from './softphone';

test.each([
  ['NotAllowedError', 'forbidden'],
  ['NotFoundError', 'missing'],
  ['NotReadableError', 'busy'],
  ['TypeError', 'unknown'],
])('%s means that the microphone is %s', (name, problem) => {
  const error = new Error('x');
  error.name = name;
  expect(microphoneProblem(error)).toBe(problem);
});
