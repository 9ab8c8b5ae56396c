import { t } from '../text/language';

export type CapState = 'none' | 'ok' | 'near' | 'over';

/** How the share of abandoned calls stands against the cap; near from three quarters of it. */
export function capState(liveAnswers: number, abandoned: number, cap: number): CapState {
  if (liveAnswers === 0) {
    return 'none';
  }
  const rate = abandoned / liveAnswers;
  if (rate > cap) {
    return 'over';
  }
  return rate >= cap * 0.75 && abandoned > 0 ? 'near' : 'ok';
}

export function capWords(state: CapState): string {
  const { capNone, capOk, capNear, capOver } = t().units;
  return { none: capNone, ok: capOk, near: capNear, over: capOver }[state];
}
