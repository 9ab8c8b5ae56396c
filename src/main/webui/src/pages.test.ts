import { expect, test } from 'vitest';
import { findPage, homeOf, may, PAGES } from './pages';
import type { Role } from './messages';

test.each<[Role[], string]>([
  [['agent'], '/desk'],
  [['supervisor'], '/floor'],
  [['agent', 'supervisor'], '/floor'],
  [['manager', 'compliance'], '/campaigns'],
  [['compliance'], '/compliance'],
  [['administrator'], '/users'],
  [[], '/account'],
])('%o begin at %s, and may be there', (roles, home) => {
  expect(homeOf(roles)).toBe(home);
  const found = findPage(home);
  expect(found !== undefined && may(found.page, roles)).toBe(true);
});

test('a fixed address is found before one with values', () => {
  expect(findPage('/campaigns/new')?.page.path).toBe('/campaigns/new');
  expect(findPage('/campaigns/7')?.params).toEqual({ id: '7' });
  expect(findPage('/nowhere')).toBeUndefined();
});

test('no address stands there twice', () => {
  expect(new Set(PAGES.map(({ path }) => path)).size).toBe(PAGES.length);
});
