import { expect, test } from 'vitest';
import { joined, type List } from './api';

const list = (id: number, priority: number): List => ({ id, campaignId: 1, name: `L${id}`, customFields: [], priority, createdAt: '' });

test('lists come in the order in which they are dialled, and an empty one has zeros', () => {
  const rows = joined([list(1, 0), list(2, 5), list(3, 0)], [{ listId: 1, leads: 10, dialled: 4, open: 8 }]);
  expect(rows.map(({ id, leads, dialled, open }) => [id, leads, dialled, open])).toEqual([
    [2, 0, 0, 0],
    [1, 10, 4, 8],
    [3, 0, 0, 0],
  ]);
});
