import { expect, test } from 'vitest';
import type { AgentRow } from '../messages';
import { ordered, type Order } from './order';

const agent = (id: number, name: string, state: string, sinceMillis: number, campaignId = 0): AgentRow => ({
  id,
  name,
  state,
  code: '',
  sinceMillis,
  campaignId,
  callId: 0,
  campaignIds: [],
  monitors: 0,
  monitoring: '',
});
const AGENTS = [agent(1, 'Ben', 'PAUSED', 30, 2), agent(2, 'Ada', 'READY', 10, 1), agent(3, 'Cid', 'PAUSED', 20, 1)];
const campaign = (id: number) => ['', 'Roofs', 'Survey'][id] ?? '';
const ids = (order: Order, wanted = '', state = '') => ordered(AGENTS, wanted, state, order, campaign).map(({ id }) => id);

test('agents come in the order of a column, equal ones by name', () => {
  expect(ids({ column: 'name', descending: false })).toEqual([2, 1, 3]);
  expect(ids({ column: 'state', descending: false })).toEqual([2, 1, 3]);
  expect(ids({ column: 'since', descending: true })).toEqual([2, 3, 1]);
  expect(ids({ column: 'campaign', descending: true })).toEqual([1, 3, 2]);
});

test('they are found by state, words and campaign', () => {
  expect(ids({ column: 'name', descending: false }, '', 'PAUSED')).toEqual([1, 3]);
  expect(ids({ column: 'name', descending: false }, 'free')).toEqual([2]);
  expect(ids({ column: 'name', descending: false }, 'roofs')).toEqual([2, 3]);
});
