import { useMemo } from 'react';
import type { Point } from '../messages';
import { Chart, type Series } from './Chart';
import { count, percent } from '../text/format';
import { language, t } from '../text/language';

const work = (): Series[] => [
  { label: t().board.talking, colour: '--talking', value: (p) => p.talking, format: count },
  { label: t().board.wrapUp, colour: '--wrapup', dash: [8, 3], value: (p) => p.wrapUp, format: count },
  { label: t().board.freeShort, colour: '--free', dash: [2, 3], value: (p) => p.free, format: count },
  { label: t().board.flightShort, colour: '--flight', dash: [8, 3, 2, 3], value: (p) => p.inFlight, format: count },
];
const wholeOnly = (value: number) => (Number.isInteger(value) ? count(value) : '');

/** The last minutes: what agents and calls did, and how many people found nobody. */
export function Charts({ points, cap }: { points: readonly Point[]; cap: number }) {
  const { code } = language();
  // A chart is drawn anew when its series change: not with every point, but with the language.
  const series = useMemo(work, [code]);
  const abandonment = useMemo<Series[]>(
    () => [
      { label: t().board.abandoned, colour: '--talking', value: (p) => p.abandonedShare, format: percent },
      { label: t().board.cap, colour: '--over', dash: [8, 4], value: () => cap, format: percent },
    ],
    [cap, code],
  );
  return (
    <div className="charts">
      <Chart title={t().board.agentsAndCalls} points={points} series={series} atLeast={5} format={wholeOnly} />
      <Chart
        title={t().board.abandonedOfAnswers}
        points={points}
        series={abandonment}
        atLeast={cap * 1.5}
        format={percent}
      />
    </div>
  );
}
