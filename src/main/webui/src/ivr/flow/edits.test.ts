import { expect, test } from 'vitest';
import { add, connect, exitsOf, find, freeId, fresh, remove, rename, withoutKey } from './edits';
import { KIND } from './kinds';
import { KINDS, type Flow } from './model';

const EMPTY: Flow = { language: 'en', zone: 'UTC', data: [], hours: {}, start: '', nodes: [] };

function small(): Flow {
  const flow = add(add(add(EMPTY, fresh('menu', 'main')), fresh('say', 'hello')), fresh('hangUp', 'end'));
  return connect(connect(connect(flow, 'main', 'choices.1', 'hello'), 'main', 'noInput', 'end'), 'hello', 'next', 'end');
}

test('the first step is where a flow starts', () => {
  expect(small().start).toBe('main');
});

test('exits of a menu are its keys as they lie on a telephone, then the others', () => {
  const menu = { ...fresh('menu', 'main'), choices: { '#': 'a', '0': 'b', '2': 'c' } };
  expect(exitsOf(menu)).toEqual([
    { word: 'choices.2', to: 'c' },
    { word: 'choices.0', to: 'b' },
    { word: 'choices.#', to: 'a' },
    { word: 'noInput', to: '' },
    { word: 'noMatch', to: '' },
  ]);
});

test('what led to a step leads to it under its new name as well', () => {
  const flow = rename(rename(small(), 'end', 'goodbye'), 'main', 'first');
  expect([flow.start, find(flow, 'first')?.noInput, find(flow, 'hello')?.next]).toEqual(['first', 'goodbye', 'goodbye']);
});

test('what led to a step that is gone leads nowhere', () => {
  const flow = remove(remove(small(), 'hello'), 'main');
  expect([flow.start, flow.nodes.map(({ id }) => id)]).toEqual(['', ['end']]);
  expect(find(remove(small(), 'hello'), 'main')?.choices).toEqual({ '1': '' });
});

test('a key can be taken away', () => {
  expect(withoutKey(fresh('menu', 'main'), '1').choices).toEqual({});
});

test('two steps never get one name, nor share what they have', () => {
  expect([freeId(small(), 'new'), freeId(small(), 'end'), freeId(add(small(), fresh('say', 'end 2')), 'end')]).toEqual(['new', 'end 2', 'end 3']);
  expect(fresh('menu', 'a').choices).not.toBe(fresh('menu', 'b').choices);
});

test.each(KINDS)('a new step of kind %s has all its fields and nothing else', (kind) => {
  const names = KIND[kind].fields.map((field) => ('name' in field ? field.name : field.type === 'condition' ? 'if' : field.type));
  const own = kind === 'menu' ? ['choices', ...names] : names;
  expect(Object.keys(KIND[kind].fresh).sort()).toEqual([...own].sort());
});
