import { expect, test } from 'vitest';
import { add, fresh } from '../flow/edits';
import type { Flow } from '../flow/model';
import { answer, askedNow, endTalk, hangUp, happened, isOver, mayHaveTaken, nextTime, passed, planOf, press, type Scene, type Walk } from './plan';

const START = Date.parse('2026-11-30T09:00:00Z');
const SCENE: Scene = { start: START, caller: '', did: '', data: {}, acts: [], answers: {}, now: 0 };
const FLOW: Flow = ['enqueue', 'say'].reduce((flow, kind) => add(flow, fresh(kind as 'say', kind)), { language: 'en', zone: 'UTC', data: [], hours: {}, start: '', nodes: [] } as Flow);
const at = (millis: number) => new Date(START + millis).toISOString();
const entry = (millis: number, node: string, event: string) => ({ at: at(millis), node, event, detail: '' });

/** A caller hears a sentence of two seconds, waits, and is taken after five. */
const WALK: Walk = {
  over: false,
  effects: [
    { at: at(0), node: 'hello', kind: 'play', says: [{ kind: 'text', value: 'Hello' }] },
    { at: at(2_000), node: 'queue', kind: 'enqueue', detail: 'Support' },
    { at: at(2_000), node: 'queue', kind: 'startTimer', detail: '60000 ms' },
  ],
  trace: [
    entry(0, '', 'STARTED'),
    entry(0, 'hello', 'ENTERED'),
    entry(2_000, 'hello', 'SAID'),
    entry(2_000, 'queue', 'ENTERED'),
    entry(2_000, 'queue', 'QUEUED'),
    entry(5_000, 'queue', 'TAKEN'),
    entry(9_000, 'queue', 'TALK_ENDED'),
    entry(9_000, 'queue', 'ENDED'),
  ],
};

test('what waits for an answer is sent as unanswered until somebody answers it', () => {
  expect(planOf(SCENE, FLOW).answers).toEqual({ enqueue: { outcome: 'silence' } });
  expect(planOf(SCENE, FLOW).start).toBe('2026-11-30T09:00:00.000Z');
  const asked = { node: 'enqueue', kind: 'enqueue', detail: '', since: 400, talking: false };
  expect(planOf(answer({ ...SCENE, now: 1_000 }, asked, 'done'), FLOW).answers['enqueue']).toMatchObject({ outcome: 'done', afterMillis: 601 });
});

test('keys come one after the other, and after all that was seen', () => {
  const typed = hangUp(press(press({ ...SCENE, now: 500 }, '1'), '#'));
  expect(typed.acts).toEqual([{ afterMillis: 501, key: '1' }, { afterMillis: 502, key: '#' }, { afterMillis: 503 }]);
});

test('only what is not later than now has happened', () => {
  expect(happened(SCENE, WALK).map((each) => (each.what === 'trace' ? each.entry.event : each.what))).toEqual(['STARTED', 'ENTERED', 'effect']);
  expect(happened(press(SCENE, '7'), WALK).at(-1)).toEqual({ at: 1, what: 'key', key: '7' });
  expect(passed(SCENE, WALK)).toEqual([{ node: 'hello', after: 'STARTED', detail: '' }]);
  expect(passed({ ...SCENE, now: 2_000 }, WALK).at(-1)).toEqual({ node: 'queue', after: 'SAID', detail: '' });
});

test('the next thing that happens has its time, until there is none', () => {
  expect([0, 2_000, 5_000, 9_000].map((now) => nextTime({ ...SCENE, now }, WALK))).toEqual([2_000, 5_000, 9_000, undefined]);
});

test('a caller waits from the question to the answer, talks, and is gone', () => {
  const asked = [0, 2_000, 5_000, 9_000].map((now) => askedNow({ ...SCENE, now }, WALK)?.talking);
  expect(asked).toEqual([undefined, false, true, undefined]);
  expect([5_000, 9_000].map((now) => isOver({ ...SCENE, now }, WALK))).toEqual([false, true]);
});

test('an exit is known by what happened at its step', () => {
  const step = (after: string, detail = '') => ({ node: 'x', after, detail });
  expect([mayHaveTaken('choices.2', step('KEY', '2')), mayHaveTaken('noInput', step('KEY', '2')), mayHaveTaken('no', step('DECIDED', 'no'))]).toEqual([true, false, true]);
  expect([mayHaveTaken('noInput', step('NO_INPUT')), mayHaveTaken('refused', step('REFUSED')), mayHaveTaken('next', step('REFUSED'))]).toEqual([true, true, false]);
});

test('an agent who hangs up ends the talk now', () => {
  const asked = { node: 'queue', kind: 'enqueue', detail: '', since: 2_000, talking: true };
  const taken = answer({ ...SCENE, now: 4_999 }, asked, 'done');
  expect(endTalk({ ...taken, now: 8_999 }, asked).answers['queue']).toMatchObject({ afterMillis: 3_000, talkMillis: 4_000 });
});
