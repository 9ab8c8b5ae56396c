import { expect, test } from 'vitest';
import { steps } from './changes';
import { fieldsOfGroup, GROUPS, objection, objections, type Settings, groupsFor } from './settings';

export const SETTINGS: Settings = {
  version: 3,
  name: 'Autumn',
  mode: 'predictive',
  weight: 1,
  linesPerAgent: 1.5,
  abandonmentCap: 0.03,
  measuringPeriod: 'thirty_days',
  ringTimeoutMillis: 25_000,
  answerBudgetMillis: 2_000,
  machineDetection: false,
  amdParameters: '',
  machineAction: 'hang_up',
  overflow: 'message',
  wrapUpMillis: 30_000,
  previewMillis: 30_000,
  previewForced: false,
  releaseRungMillis: 0,
  choosesLeads: false,
  rescueAfterMillis: 0,
  maxCallsInFlight: 500,
  callerId: '',
  recording: 'none',
  recordingDays: 0,
  voicemailDays: 0,
  forcedDisposition: false,
  longestWaitMillis: 0,
  mostWaiting: 0,
  needsAgents: false,
  promptMessage: 'tactus/safe-harbour-default',
  promptGreeting: 'tactus/voicemail-greeting-default',
  promptDrop: 'tactus/voicemail-drop-default',
  defaultRegion: 'US',
  windowDays: ['MON'],
  windowFrom: '08:00',
  windowTo: '21:00',
  attemptsPerDay: 3,
  attemptsLifetime: 10,
  retryMinutes: { BUSY: 15 },
};

const wrongWith = (change: Partial<Settings>) =>
  GROUPS.flatMap((group) => Object.keys(objections(group, { ...SETTINGS, ...change })));

test('the defaults of the engine are right', () => expect(wrongWith({})).toEqual([]));

test.each<[Partial<Settings>, string]>([
  [{ name: '  ' }, 'name'],
  [{ callerId: '555' }, 'callerId'],
  [{ defaultRegion: 'us' }, 'defaultRegion'],
  [{ abandonmentCap: 1.01 }, 'abandonmentCap'],
  [{ abandonmentCap: Number.NaN }, 'abandonmentCap'],
  [{ ringTimeoutMillis: 14_000 }, 'ringTimeoutMillis'],
  [{ releaseRungMillis: 10_000 }, 'releaseRungMillis'],
  [{ rescueAfterMillis: 4_000 }, 'rescueAfterMillis'],
  [{ windowDays: [] }, 'windowDays'],
  [{ windowFrom: '21:00' }, 'windowTo'],
  [{ attemptsPerDay: 11 }, 'attemptsPerDay'],
  [{ retryMinutes: { BUSY: 0.5 } }, 'retryMinutes'],
])('%o is refused at %s', (change, key) => expect(wrongWith(change)).toEqual([key]));

test('midnight ends a day', () => expect(wrongWith({ windowTo: '00:00' })).toEqual([]));

test('only the settings that matter are asked', () => {
  const keys = (mode: string) =>
    GROUPS.flatMap((group) => fieldsOfGroup(group, { ...SETTINGS, mode })).map((field) => field.key);
  expect(keys('power')).toContain('linesPerAgent');
  expect(keys('predictive')).not.toContain('linesPerAgent');
  expect(keys('preview')).toContain('previewForced');
  expect(keys('manual')).not.toContain('abandonmentCap');
  expect(groupsFor({ ...SETTINGS, mode: 'inbound' }).map(({ name }) => name)).toEqual(['basics', 'overflow', 'agents', 'rules']);
});

test('a wrong number says its limits as they are shown', () => {
  const field = GROUPS.flatMap((group) => fieldsOfGroup(group, SETTINGS)).find((each) => each.key === 'ringTimeoutMillis');
  expect(objection(field!, { ...SETTINGS, ringTimeoutMillis: 1 })).toBe('between 15 and 120');
});

test('the history says what changed from what to what, and nothing about the version', () => {
  const at = (changedAt: string, settings: Record<string, unknown>) => ({ changedAt, changedBy: 'ada', settings });
  const told = steps([
    at('3', { version: 2, name: 'B', retryMinutes: { BUSY: 1, FAILED: 2 }, shadow: null }),
    at('2', { version: 1, name: 'A', retryMinutes: { FAILED: 2, BUSY: 1 } }),
    at('1', { version: 0, name: 'A', retryMinutes: { FAILED: 2 } }),
  ]);
  expect(told.map((step) => step.differences)).toEqual([
    [{ key: 'name', from: 'A', to: 'B' }],
    [{ key: 'retryMinutes', from: { FAILED: 2 }, to: { FAILED: 2, BUSY: 1 } }],
    undefined,
  ]);
});
