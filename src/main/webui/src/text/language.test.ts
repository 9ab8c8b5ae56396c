// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { ar } from './ar';
import { en } from './en';
import { chooseLanguage, fill, firstLanguage, language, t } from './language';

type Tree = { [key: string]: string | Tree };

/** Every text with its place. */
function leaves(tree: Tree, place = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${place}${key}`, value]] : leaves(value, `${place}${key}.`),
  );
}

const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

afterEach(() => chooseLanguage('en'));

test('both languages have the same texts, none is empty, and their values have the same names', () => {
  const arabic = new Map(leaves(ar));
  const english = leaves(en);
  expect([...arabic.keys()].sort()).toEqual(english.map(([place]) => place).sort());
  for (const [place, text] of english) {
    expect([place, holes(arabic.get(place) ?? '')]).toEqual([place, holes(text)]);
    expect([place, (arabic.get(place) ?? '').trim() !== '']).toEqual([place, true]);
  }
});

test('no Arabic text was left in English', () => {
  const left = leaves(ar).filter(([, text]) => !/[\u0600-\u06ff]/.test(text) && !text.startsWith('/') && /[a-z]{3}/i.test(text.replace(/\{\w+\}/g, '')));
  expect(left.map(([place]) => place)).toEqual([]);
});

test('a language sets texts, direction and the formats of numbers, and is remembered', async () => {
  await chooseLanguage('ar');
  expect([t().shell.logOut, document.documentElement.dir, document.documentElement.lang]).toEqual([ar.shell.logOut, 'rtl', 'ar']);
  expect(firstLanguage()).toBe('ar');
  await chooseLanguage('xx');
  expect([language().code, document.documentElement.dir]).toEqual(['en', 'ltr']);
});

test('values are put where their names are', () => {
  expect(fill('{a} of {b}, {c}', { a: 1, b: 'x' })).toBe('1 of x, {c}');
});
