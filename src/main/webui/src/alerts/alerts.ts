import { useSyncExternalStore } from 'react';
import { count, duration, percent } from '../text/format';
import { fill, t } from '../text/language';
import { follow } from '../ui/socket';

export const KINDS = [
  'PAUSE_LONG',
  'TALK_LONG',
  'WRAP_UP_LONG',
  'NOT_ANSWERED',
  'LEG_LOST',
  'CAP_NEAR',
  'HOPPER_LOW',
  'TRUNK_FAILING',
  'NODE_DOWN',
  'DIALLING_BLOCKED',
] as const;
export type Kind = (typeof KINDS)[number];

/** An alert that is open, as the engine pushes it. */
export interface OpenAlert {
  role: string;
  kind: Kind;
  subjectId: number;
  subject: string;
  threshold: number;
  value: number;
  openedAt: string;
}

export interface AlertEvent extends OpenAlert {
  id: number;
  closedAt?: string | null;
}

export interface AlertSetting {
  role: string;
  kind: Kind;
  active: boolean;
  threshold: number;
  usual: number;
  least: number;
  most: number;
}

let open: readonly OpenAlert[] = [];
const listeners = new Set<() => void>();
let stop: (() => void) | undefined;

/** One connection for the whole application, there while somebody looks. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  stop ??= follow<{ alerts: OpenAlert[] }>('/api/alerts/stream', {
    message: ({ alerts }) => {
      open = alerts;
      listeners.forEach((each) => each());
    },
  });
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      stop?.();
      stop = undefined;
      open = [];
    }
  };
}

const never = () => () => undefined;
const none: readonly OpenAlert[] = [];

/** The open alerts of this person's roles. @param watches whether the person may watch the floor at all */
export function useOpenAlerts(watches: boolean): readonly OpenAlert[] {
  return useSyncExternalStore(watches ? subscribe : never, () => (watches ? open : none));
}

/** One alert concerns several roles of a person once. */
export function distinct(alerts: readonly OpenAlert[]): OpenAlert[] {
  const known = new Map(alerts.map((alert) => [`${alert.kind}/${alert.subjectId}/${alert.subject}`, alert]));
  return [...known.values()].sort((a, b) => Date.parse(b.openedAt) - Date.parse(a.openedAt));
}

/** A threshold or a value in the unit of its kind. */
export function valueWords(kind: Kind, value: number): string {
  switch (kind) {
    case 'PAUSE_LONG':
    case 'TALK_LONG':
    case 'WRAP_UP_LONG':
    case 'NOT_ANSWERED':
    case 'LEG_LOST':
      return duration(value * 1000);
    case 'CAP_NEAR':
      return fill(t().alerts.ofCap, { share: percent(value) });
    case 'HOPPER_LOW':
      return fill(t().alerts.leads, { n: count(value) });
    case 'TRUNK_FAILING':
    case 'NODE_DOWN':
    case 'DIALLING_BLOCKED':
      return '';
  }
}

/** Kinds that are there or not, without a measure. */
export const isMeasured = (kind: Kind) => !['TRUNK_FAILING', 'NODE_DOWN', 'DIALLING_BLOCKED'].includes(kind);
