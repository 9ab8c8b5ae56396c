import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import type { Point } from '../messages';
import { t } from '../text/language';

export interface Series {
  label: string;
  /** A custom property of the style sheet, for example --talking. */
  colour: string;
  /** Lines differ in more than colour. */
  dash?: number[];
  value: (point: Point) => number;
  /** The value as words. */
  format: (value: number) => string;
}

interface ChartProps {
  title: string;
  points: readonly Point[];
  series: readonly Series[];
  /** The axis reaches at least this value. */
  atLeast: number;
  format: (value: number) => string;
}

const HEIGHT = 148;
const TABLE_ROWS = 10;
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone: 'UTC' });

/** Lines over the last minutes. The legend says the present values in words, a table holds the course of them. */
export function Chart({ title, points, series, atLeast, format }: ChartProps) {
  const holder = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(null);
  const data = useRef<uPlot.AlignedData>([[]]);
  data.current = [points.map((p) => p.atMillis / 1000), ...series.map((s) => points.map(s.value))];

  useEffect(() => {
    const element = holder.current;
    if (element === null) {
      return;
    }
        const draw = () => {
      plot.current?.destroy();
      plot.current = new uPlot(options(element, series, atLeast, format), data.current, element);
    };
    const resized = new ResizeObserver(() => plot.current?.setSize({ width: element.clientWidth, height: HEIGHT }));
    draw();
    resized.observe(element);
    const recoloured = new MutationObserver(draw);
    recoloured.observe(document.documentElement, { attributeFilter: ['data-mantine-color-scheme'] });
    return () => {
      resized.disconnect();
      recoloured.disconnect();
      plot.current?.destroy();
      plot.current = null;
    };
  }, [series, atLeast, format]);

  useEffect(() => plot.current?.setData(data.current), [points]);

  const last = points.at(-1);
  const step = Math.max(1, Math.floor(points.length / TABLE_ROWS));
  const sample = points.filter((_, index) => (points.length - 1 - index) % step === 0).slice(-TABLE_ROWS);
  return (
    <figure className="panel chart">
      <figcaption>
        <h2>{title}</h2>
        <ul className="legend">
          {series.map((line) => (
            <li key={line.label}>
              <svg width="18" height="8" aria-hidden="true">
                <path
                  className={`stroke${line.colour}`}
                  d="M0 4H18"
                  strokeWidth="2.5"
                  strokeDasharray={line.dash?.join(' ')}
                />
              </svg>
              {line.label} <b>{last ? line.format(line.value(last)) : '-'}</b>
            </li>
          ))}
        </ul>
      </figcaption>
      <div ref={holder} className="plot" aria-hidden="true" dir="ltr" />
      <details>
        <summary>{t().board.asTable}</summary>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{t().board.engineTime}</th>
              {series.map((line) => (
                <th scope="col" key={line.label}>
                  {line.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sample.map((point) => (
              <tr key={point.atMillis}>
                <th scope="row">{clock.format(point.atMillis)}</th>
                {series.map((line) => (
                  <td key={line.label}>{line.format(line.value(point))}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

function options(
  element: HTMLElement,
  series: readonly Series[],
  atLeast: number,
  format: (value: number) => string,
): uPlot.Options {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const axis = {
    stroke: colour('--quiet'),
    font: '11px system-ui, sans-serif',
    grid: { stroke: colour('--line'), width: 1 },
    ticks: { show: false },
  };
  return {
    width: element.clientWidth,
    height: HEIGHT,
    padding: [8, 8, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
    scales: { y: { range: (_, __, max) => [0, Math.max(atLeast, (max ?? 0) * 1.1)] } },
    axes: [
      { ...axis, size: 24, space: 80, values: (_, ticks) => ticks.map((tick) => clock.format(tick * 1000)) },
      { ...axis, size: 46, space: 26, values: (_, ticks) => ticks.map(format) },
    ],
    series: [
      {},
      ...series.map((line) => ({
        stroke: colour(line.colour),
        width: 2,
        points: { show: false },
        ...(line.dash ? { dash: line.dash } : {}),
      })),
    ],
  };
}
