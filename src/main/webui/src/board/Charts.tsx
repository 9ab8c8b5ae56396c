import { useMemo } from 'react';
import type { Point } from '../messages';
import { Chart, type Series } from './Chart';
import { count, percent } from '../text/format';

const WORK: Series[] = [
  { label: 'Talking', colour: '--talking', value: (p) => p.talking, format: count },
  { label: 'Wrap-up', colour: '--wrapup', dash: [8, 3], value: (p) => p.wrapUp, format: count },
  { label: 'Free', colour: '--free', dash: [2, 3], value: (p) => p.free, format: count },
  { label: 'In flight', colour: '--flight', dash: [8, 3, 2, 3], value: (p) => p.inFlight, format: count },
];
const wholeOnly = (value: number) => (Number.isInteger(value) ? count(value) : '');

/** The last minutes: what agents and calls did, and how many people found nobody. */
export function Charts({ points, cap }: { points: readonly Point[]; cap: number }) {
  const abandonment = useMemo<Series[]>(
    () => [
      { label: 'Abandoned', colour: '--talking', value: (p) => p.abandonedShare, format: percent },
      { label: 'Cap', colour: '--over', dash: [8, 4], value: () => cap, format: percent },
    ],
    [cap],
  );
  return (
    <div className="charts">
      <Chart title="Agents and calls" points={points} series={WORK} atLeast={5} format={wholeOnly} />
      <Chart
        title="Abandoned of live answers"
        points={points}
        series={abandonment}
        atLeast={cap * 1.5}
        format={percent}
      />
    </div>
  );
}
