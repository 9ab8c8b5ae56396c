import { fill, t } from '../text/language';

export const DAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'] as const;
export const RETRIED = ['BUSY', 'NO_ANSWER', 'MACHINE', 'CONGESTION', 'FAILED', 'INTERRUPTED', 'REJECTED', 'ABANDONED'] as const;

/** A campaign's settings as the engine has them. */
export interface Settings {
  version?: number | null;
  name: string;
  mode: string;
  weight: number;
  linesPerAgent: number;
  abandonmentCap: number;
  measuringPeriod: string;
  ringTimeoutMillis: number;
  answerBudgetMillis: number;
  machineDetection: boolean;
  amdParameters: string;
  machineAction: string;
  overflow: string;
  wrapUpMillis: number;
  previewMillis: number;
  previewForced: boolean;
  releaseRungMillis: number;
  choosesLeads: boolean;
  rescueAfterMillis: number;
  maxCallsInFlight: number;
  shadow?: Shadow | null;
  callerId: string;
  recording: string;
  recordingDays: number;
  voicemailDays: number;
  forcedDisposition: boolean;
  longestWaitMillis: number;
  mostWaiting: number;
  needsAgents: boolean;
  promptMessage: string;
  promptGreeting: string;
  promptDrop: string;
  defaultRegion: string;
  windowDays: string[];
  windowFrom: string;
  windowTo: string;
  attemptsPerDay: number;
  attemptsLifetime: number;
  retryMinutes: Record<string, number>;
}

interface Shadow {
  mode: string;
  linesPerAgent: number;
  abandonmentCap: number;
  releaseRungMillis: number;
}

/** The settings that are explained one by one; the rest has a form of its own or is for REST. */
export type SettingKey = Exclude<keyof Settings, 'version' | 'shadow'>;

type KeysOf<T> = { [K in SettingKey]: Settings[K] extends T ? K : never }[SettingKey];

/** How a setting is entered. Numbers are shown divided by their scale, so that people read seconds and per cent. */
export type Field =
  | { kind: 'text'; key: KeysOf<string>; max: number; pattern?: RegExp }
  | { kind: 'sound'; key: KeysOf<string>; shipped: string }
  | { kind: 'choice'; key: KeysOf<string>; options: readonly string[] }
  | { kind: 'switch'; key: KeysOf<boolean> }
  | { kind: 'number'; key: KeysOf<number>; min: number; max: number; step: number; scale: number; unit: 'seconds' | 'percent' | 'none' }
  | { kind: 'days'; key: 'windowDays' }
  | { kind: 'time'; key: 'windowFrom' | 'windowTo' }
  | { kind: 'retry'; key: 'retryMinutes' };

export type GroupName = 'basics' | 'pacing' | 'overflow' | 'machines' | 'agents' | 'rules';

export interface Group {
  name: GroupName;
  fields: readonly { field: Field; when?: (settings: Settings) => boolean }[];
}

const seconds = (key: KeysOf<number>, min: number, max: number): Field => ({ kind: 'number', key, min, max, step: 1, scale: 1000, unit: 'seconds' });
const plain = (key: KeysOf<number>, min: number, max: number, step = 1): Field => ({ kind: 'number', key, min, max, step, scale: 1, unit: 'none' });
const sound = (key: KeysOf<string>, shipped: string): Field => ({ kind: 'sound', key, shipped: `tactus/${shipped}` });
/** Everything but a queue of callers. */
const takesCallers = ({ mode }: Settings) => mode === 'inbound';
const dials = (settings: Settings) => !takesCallers(settings);
const detects = (settings: Settings) => dials(settings) && settings.machineDetection;
const dialsAhead = ({ mode }: Settings) => ['power', 'predictive', 'progressive'].includes(mode);

/** All settings in the order in which a campaign is thought through; the steps of the wizard. */
export const GROUPS: readonly Group[] = [
  {
    name: 'basics',
    fields: [
      { field: { kind: 'text', key: 'name', max: 100 } },
      { field: { kind: 'choice', key: 'mode', options: ['manual', 'preview', 'progressive', 'power', 'predictive', 'inbound'] } },
      { field: { kind: 'text', key: 'callerId', max: 16, pattern: /^$|^\+[1-9][0-9]{5,14}$/ } },
      { field: { kind: 'text', key: 'defaultRegion', max: 2, pattern: /^[A-Z]{2}$/ } },
      { field: plain('weight', 0.01, 1000, 0.1) },
    ],
  },
  {
    name: 'pacing',
    fields: [
      { field: { kind: 'number', key: 'abandonmentCap', min: 0, max: 100, step: 0.1, scale: 0.01, unit: 'percent' }, when: dialsAhead },
      { field: { kind: 'choice', key: 'measuringPeriod', options: ['campaign', 'thirty_days', 'day'] }, when: dialsAhead },
      { field: plain('linesPerAgent', 1, 20, 0.1), when: ({ mode }) => mode === 'power' },
      { field: seconds('ringTimeoutMillis', 15, 120), when: dials },
      { field: plain('maxCallsInFlight', 1, 100_000), when: dialsAhead },
      { field: seconds('releaseRungMillis', 0, 120), when: ({ mode }) => mode === 'predictive' },
      { field: { kind: 'switch', key: 'choosesLeads' }, when: ({ mode }) => mode === 'predictive' },
      { field: seconds('rescueAfterMillis', 0, 600), when: dialsAhead },
    ],
  },
  {
    name: 'overflow',
    fields: [
      { field: { ...seconds('answerBudgetMillis', 0, 10), step: 0.1 } as Field, when: dials },
      { field: seconds('longestWaitMillis', 0, 86_400), when: takesCallers },
      { field: plain('mostWaiting', 0, 10_000), when: takesCallers },
      { field: { kind: 'switch', key: 'needsAgents' }, when: takesCallers },
      { field: { kind: 'choice', key: 'overflow', options: ['message', 'voicemail', 'hang_up'] } },
      { field: sound('promptMessage', 'safe-harbour-default'), when: (s) => s.overflow === 'message' },
      { field: sound('promptGreeting', 'voicemail-greeting-default'), when: (s) => s.overflow === 'voicemail' },
    ],
  },
  {
    name: 'machines',
    fields: [
      { field: { kind: 'switch', key: 'machineDetection' }, when: dials },
      { field: { kind: 'choice', key: 'machineAction', options: ['hang_up', 'voicemail_drop', 'agent'] }, when: detects },
      { field: sound('promptDrop', 'voicemail-drop-default'), when: (s) => detects(s) && s.machineAction === 'voicemail_drop' },
      { field: { kind: 'text', key: 'amdParameters', max: 80, pattern: /^[0-9,]*$/ }, when: detects },
    ],
  },
  {
    name: 'agents',
    fields: [
      { field: seconds('wrapUpMillis', 0, 3600) },
      { field: seconds('previewMillis', 0, 3600), when: ({ mode }) => mode === 'preview' },
      { field: { kind: 'switch', key: 'previewForced' }, when: ({ mode }) => mode === 'preview' },
      { field: { kind: 'switch', key: 'forcedDisposition' } },
      { field: { kind: 'choice', key: 'recording', options: ['none', 'on_demand', 'all'] } },
      { field: plain('recordingDays', 0, 36_500) },
      { field: plain('voicemailDays', 0, 36_500), when: (s) => s.overflow === 'voicemail' },
    ],
  },
  {
    name: 'rules',
    fields: [
      { field: { kind: 'days', key: 'windowDays' } },
      { field: { kind: 'time', key: 'windowFrom' } },
      { field: { kind: 'time', key: 'windowTo' } },
      { field: plain('attemptsPerDay', 1, 50), when: dials },
      { field: plain('attemptsLifetime', 1, 1000), when: dials },
      { field: { kind: 'retry', key: 'retryMinutes' }, when: dials },
    ],
  },
];

/** The fields that matter for these settings. */
export const fieldsOfGroup = (group: Group, settings: Settings): Field[] =>
  group.fields.filter(({ when }) => when === undefined || when(settings)).map(({ field }) => field);

/** The groups that have any. */
export const groupsFor = (settings: Settings): Group[] => GROUPS.filter((group) => fieldsOfGroup(group, settings).length > 0);

/** What is wrong with a field, in words; empty when nothing is. The engine checks again. */
export function objection(field: Field, settings: Settings): string {
  switch (field.kind) {
    case 'text': {
      const value = settings[field.key];
      if (field.key === 'name' && value.trim() === '') {
        return t().common.required;
      }
      return field.pattern !== undefined && !field.pattern.test(value) ? t().campaigns.pattern : '';
    }
    case 'number':
      return numberObjection(field, settings);
    case 'days':
      return settings.windowDays.length === 0 ? t().campaigns.oneDay : '';
    case 'time': {
      const ends = settings.windowTo.startsWith('00:00');
      return field.key === 'windowTo' && !ends && settings.windowFrom >= settings.windowTo ? t().campaigns.windowOrder : '';
    }
    case 'retry':
      return Object.values(settings.retryMinutes).every((minutes) => Number.isInteger(minutes) && minutes >= 1 && minutes <= 43_200)
        ? ''
        : fill(t().common.between, { min: 1, max: 43_200 });
    case 'choice':
    case 'sound':
    case 'switch':
      return '';
  }
}

function numberObjection(field: Field & { kind: 'number' }, settings: Settings): string {
  const value = settings[field.key] / field.scale;
  if (!Number.isFinite(value) || value < field.min || value > field.max) {
    return fill(t().common.between, { min: field.min, max: field.max });
  }
  if (field.key === 'releaseRungMillis' && value > 0 && value < 15) {
    return t().campaigns.releaseLeast;
  }
  if (field.key === 'rescueAfterMillis' && value > 0 && value < 5) {
    return t().campaigns.rescueLeast;
  }
  return field.key === 'attemptsPerDay' && value > settings.attemptsLifetime ? t().campaigns.attemptsOrder : '';
}

/** What is wrong with the fields of a group. */
export function objections(group: Group, settings: Settings): Partial<Record<SettingKey, string>> {
  const wrong = fieldsOfGroup(group, settings)
    .map((field) => [field.key, objection(field, settings)] as const)
    .filter(([, words]) => words !== '');
  return Object.fromEntries(wrong);
}
