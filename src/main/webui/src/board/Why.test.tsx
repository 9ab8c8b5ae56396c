// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { CampaignRow, DecisionRow } from '../messages';
import { deeds, figures, Why } from './Why';

const WEIGHED: DecisionRow = {
  atMillis: Date.UTC(2026, 10, 22, 17, 3, 5),
  launched: 3,
  released: 0,
  reason: 'calls ahead of agents who are about to be free',
  free: 0,
  inFlight: 9,
  waiting: 0,
  why: { expectedFree: 2.11, expectedAnswers: 0.87, horizonSeconds: 9.5, risk: 0.021, allowedRisk: 0.0239, price: 38.2, headroom: 2.31 },
};
const PLAIN: DecisionRow = { ...WEIGHED, launched: 0, reason: 'no agent is free', why: null };

function row(decisions: DecisionRow[], shadow: CampaignRow['shadow'] = null): CampaignRow {
  return { id: 7, name: 'Roofs', decisions, shadow } as CampaignRow;
}

afterEach(cleanup);

test('a decision that weighs risk is told with its figures', () => {
  expect(deeds(WEIGHED)).toBe('3 launched:');
  expect(figures(WEIGHED)).toBe(
    'Expected in 10 s: 2.1 agents free, 0.9 persons who want one. ' +
      'Risk that one more call is abandoned: 2.1 %, allowed 2.4 %. ' +
      'An abandoned call weighs as 38 connected ones; the bank bears 2.3 more.',
  );
});

test('no headroom is not below zero', () => {
  const words = figures({ ...WEIGHED, why: { ...WEIGHED.why!, headroom: -1.5 } });
  expect(words).toContain('the bank bears 0.0 more');
});

test('a policy that weighs nothing shows what it counts', () => {
  expect(deeds(PLAIN)).toBe('None launched:');
  expect(figures(PLAIN)).toBe('0 agents free, 9 calls on the way, 0 persons waiting.');
  expect(deeds({ ...PLAIN, released: 2 })).toBe('2 given up while ringing:');
});

test('the last decisions are a table with a row each', () => {
  render(<Why row={row([WEIGHED, { ...PLAIN, atMillis: WEIGHED.atMillis - 2000 }])} />);
  const table = screen.getByRole('table', { hidden: true });
  expect(table.querySelectorAll('tbody tr')).toHaveLength(2);
  expect(table.querySelector('tbody tr')?.textContent).toContain('17:03:05');
  expect(screen.getByRole('region', { name: 'Why these calls now' }).textContent).toContain('3 launched');
});

test('nothing decided yet is said, and a shadow is compared in one line', () => {
  render(
    <Why
      row={row([], {
        mode: 'POWER',
        sinceMillis: WEIGHED.atMillis,
        liveLaunchesPerHour: 640.2,
        launchesPerHour: 811.7,
        liveRisk: 0.022,
        risk: 0.041,
        differedShare: 0.31,
        reason: 'calls by the fixed ratio of lines per free agent',
      })}
    />,
  );
  const text = screen.getByRole('region', { name: 'Why these calls now' }).textContent;
  expect(text).toContain('has not decided anything yet');
  expect(text).toContain('Power computes beside it, without effect');
  expect(text).toContain('812 calls an hour to those on the way (live 640; since 17:03:05 UTC), at a risk of 4.1 % (live 2.2 %); it differs at 31.0 %');
});
