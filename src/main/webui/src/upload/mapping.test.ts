import { expect, test } from 'vitest';
import { assigned, targetOf, type Mapping } from './mapping';

const HEADER = ['name', 'mobile', 'home', 'age'];
const GUESS: Mapping = { phones: ['mobile'], lastName: 'name', custom: { age: 'age' } };

test('a column is what the mapping says', () => {
  expect(HEADER.map((column) => targetOf(GUESS, column))).toEqual(['lastName', 'phone', '', 'custom.age']);
});

test('numbers are dialled in the order of the columns', () => {
  expect(assigned({ ...GUESS, phones: ['home'] }, HEADER, 'mobile', 'phone').phones).toEqual(['mobile', 'home']);
});

test('a field has one column, and a column is one field', () => {
  const next = assigned(GUESS, HEADER, 'mobile', 'lastName');
  expect([next.phones, next.lastName]).toEqual([[], 'mobile']);
  expect(targetOf(next, 'name')).toBe('');
  const moved = assigned(GUESS, HEADER, 'home', 'custom.age');
  expect(moved.custom).toEqual({ age: 'home' });
});

test('a column that is not taken is nothing', () => {
  expect(assigned(GUESS, HEADER, 'age', '').custom).toEqual({});
  expect(assigned(GUESS, HEADER, 'name', '').lastName).toBeNull();
  expect(GUESS.lastName).toBe('name');
});
