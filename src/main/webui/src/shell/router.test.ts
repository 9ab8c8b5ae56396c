import { expect, test } from 'vitest';
import { match } from './router';

test.each([
  ['/lists', '/lists', {}],
  ['/lists', '/lists/', {}],
  ['/lists/:id', '/lists/7', { id: '7' }],
  ['/campaigns/:id/:tab', '/campaigns/3/history', { id: '3', tab: 'history' }],
  ['/lists/:id', '/lists', undefined],
  ['/lists/:id', '/lists/', undefined],
  ['/lists/:id', '/leads/7', undefined],
  ['/', '/', {}],
])('%s against %s', (pattern, path, params) => {
  expect(match(pattern, path)).toEqual(params);
});
