import { t } from '../text/language';

/** What is asked of the laboratory, as the engine takes it. */
export interface Question {
  agents: number;
  abandonmentCap: number;
  answerRate: number;
  talkSeconds: number;
  wrapUpSeconds: number;
  hours: number;
  repetitions: number;
  policies: string[];
  /** Whose last days the world is like; left out: the reference world. */
  campaignId?: number | undefined;
  days?: number | undefined;
}

/** A world fitted to a campaign, as far as the form needs it. */
export interface FittedWorld {
  description: string;
  hours: number;
  agents?: { count: number };
  campaigns: {
    cap: number;
    answerRates: number[];
    talk: { seconds: number };
    wrapUp?: { seconds: number };
  }[];
}

const within = (least: number, value: number, most: number) => Math.min(most, Math.max(least, value));

/** The figures of a fitted world, within the limits of the form. */
export function figuresOf(world: FittedWorld): Partial<Question> {
  const work = world.campaigns[0];
  if (work === undefined) {
    return {};
  }
  const rate = work.answerRates.reduce((sum, each) => sum + each, 0) / Math.max(1, work.answerRates.length);
  return {
    abandonmentCap: within(0, work.cap, 0.1),
    answerRate: within(0.02, Math.round(rate * 1000) / 1000, 0.9),
    talkSeconds: within(10, Math.round(work.talk.seconds), 1200),
    hours: within(2, Math.round(world.hours), 9),
    ...(world.agents && { agents: within(1, world.agents.count, 300) }),
    ...(work.wrapUp && { wrapUpSeconds: within(1, Math.round(work.wrapUp.seconds), 300) }),
  };
}

export interface Moment {
  hour: number;
  busy: number;
  abandonment: number;
}

export interface LabRow {
  policy: string;
  utilisation: number;
  utilisationMargin: number;
  abandonment: number;
  abandonmentMargin: number;
  worstAbandonment: number;
  shareOverCap: number;
  waitSeconds: number;
  dialsPerConnect: number;
  course: Moment[];
}

export interface LabRun {
  id: number;
  askedBy: string;
  askedAt: string;
  state: 'waiting' | 'running' | 'done' | 'cancelled' | 'failed';
  progress: number;
  question: Question;
  rows: LabRow[];
  error?: string;
}

/** The policies that can be compared, by the engine's names. */
export const POLICIES = [
  'predictive',
  'progressive',
  'predictive-release',
  'predictive-rescue',
  'lines:2',
  'ratio:1.5',
  'vicidial-hard',
] as const;

/** A policy in words; one that the page does not know keeps its name. */
export function policyLabel(name: string): string {
  const names: Readonly<Record<string, string>> = t().lab.policyNames;
  return names[name] ?? name;
}

export const FIRST_QUESTION: Question = {
  agents: 20,
  abandonmentCap: 0.03,
  answerRate: 0.25,
  talkSeconds: 120,
  wrapUpSeconds: 20,
  hours: 5,
  repetitions: 3,
  policies: ['predictive', 'progressive'],
};

/** As the engine limits a question. */
export const MOST_AGENT_HOURS = 20_000;

/** Why the question cannot be asked; empty when it can. */
export function objection(question: Question): string {
  if (question.policies.length === 0) {
    return t().lab.needsPolicy;
  }
  const hours = question.agents * question.hours * question.repetitions * question.policies.length;
  return hours > MOST_AGENT_HOURS ? t().lab.tooMuch : '';
}

export const isOver = (run: LabRun) => run.state !== 'waiting' && run.state !== 'running';

/** The runs after a message that brought some of them, the latest first. */
export function merged(before: readonly LabRun[], changed: readonly LabRun[]): LabRun[] {
  const byId = new Map(before.map((run) => [run.id, run]));
  changed.forEach((run) => byId.set(run.id, run));
  return [...byId.values()].sort((a, b) => b.id - a.id);
}

/** Round values for an axis that begins at 0 and reaches so far. */
export function ticks(most: number, wanted = 5): number[] {
  const rough = Math.max(most, 1e-9) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough) ?? rough;
  return Array.from({ length: Math.floor(most / step + 1e-9) + 1 }, (_, index) => index * step);
}
