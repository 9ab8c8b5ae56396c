import { expect, test } from 'vitest';
import { filterWords } from './words';
import { errorsByPart, newCondition, newGroup, read, replace, write, type FieldView, type FilterJson } from './tree';

const TYPES = new Map<string, FieldView['type']>([
  ['attempts', 'NUMBER'],
  ['list', 'LIST'],
  ['custom.owner', 'BOOLEAN'],
]);

test('what the engine wrote is written as it was', () => {
  const filters: FilterJson[] = [
    { all: [{ field: 'attempts', operator: '<', values: [3] }] },
    { any: [{ not: { any: [{ field: 'lastName', operator: 'contains', values: ['smith'] }] } }, { field: 'custom.owner', operator: 'is', values: [true] }] },
    { all: [{ field: 'lastName', operator: 'empty', values: [] }, { any: [{ field: 'list', operator: 'oneOf', values: [1, 2] }] }] },
  ];
  filters.forEach((filter) => expect(write(read(filter), TYPES).json).toEqual(filter));
});

test('one condition, and not a group, can be shown and is a group then', () => {
  const condition: FilterJson = { field: 'attempts', operator: '=', values: [0] };
  expect(write(read(condition), TYPES).json).toEqual({ all: [condition] });
  expect(write(read({ not: condition }), TYPES).json).toEqual({ not: { any: [condition] } });
  expect(write(read(null), TYPES).json).toBeNull();
});

test('what is no number is sent as it was typed', () => {
  const root = newGroup('all', [newCondition('attempts', '<', ['three']), newCondition('attempts', '<', [''])]);
  expect(write(root, TYPES).json).toEqual({
    all: [
      { field: 'attempts', operator: '<', values: ['three'] },
      { field: 'attempts', operator: '<', values: [''] },
    ],
  });
});

test('an error belongs to the innermost part where it stands', () => {
  const inner = newCondition('attempts', '<', ['x']);
  const group = newGroup('none', [inner]);
  const root = newGroup('all', [newCondition('lastName', 'is', ['a']), group]);
  const { places } = write(root, TYPES);
  const errors = errorsByPart({ 'filter.all[1].not.any[0].values[0]': 'is not a number', 'filter.all[1].not.any': 'is empty' }, places);
  expect(errors.get(inner.id)).toBe('is not a number');
  expect(errors.get(group.id)).toBe('is empty');
});

test('a part is replaced or taken away wherever it stands', () => {
  const inner = newCondition('attempts', '<', ['1']);
  const root = newGroup('all', [newGroup('any', [inner])]);
  const changed = replace(root, inner.id, { ...inner, values: ['2'] });
  expect(write(changed, TYPES).json).toEqual({ all: [{ any: [{ field: 'attempts', operator: '<', values: [2] }] }] });
  expect(write(replace(root, inner.id, undefined), TYPES).json).toEqual({ all: [{ any: [] }] });
});

test('a filter is told in one line', () => {
  const filter: FilterJson = { all: [{ field: 'custom.roof_m2', operator: '>=', values: [40] }, { not: { any: [{ field: 'lastOutcome', operator: 'oneOf', values: ['BUSY'] }] } }] };
  expect(filterWords(read(filter))).toBe('All of these are true: (roof m2 is at least 40; None of these is true: (Last outcome is one of Busy))');
});
