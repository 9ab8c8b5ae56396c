import { fixed, percent } from '../text/format';
import { fill, t } from '../text/language';
import { policyLabel, ticks, type LabRow, type Moment } from './question';

const WIDTH = 360;
const HEIGHT = 230;
const LEFT = 52;
const RIGHT = 12;
const TOP = 12;
const BOTTOM = 40;
const COLOURS = ['--talking', '--wrapup', '--free', '--flight', '--accent', '--near'];
const DASHES = ['', '8 4', '2 3', '8 3 2 3', '12 4', '4 4'];

interface Scale {
  most: number;
  ticks: number[];
  format: (value: number) => string;
  title: string;
}

const xOf = (value: number, scale: Scale) => LEFT + (value / scale.most) * (WIDTH - LEFT - RIGHT);
const yOf = (value: number, scale: Scale) => HEIGHT - BOTTOM - (value / scale.most) * (HEIGHT - TOP - BOTTOM);

function scaleOf(title: string, reach: number, format: (value: number) => string): Scale {
  return { title, most: reach, ticks: ticks(reach), format };
}

/** How policies differ besides by colour: the shape of their mark, and how their line is broken. */
function Mark({ index, x, y }: { index: number; x: number; y: number }) {
  const colour = `fill${COLOURS[index % COLOURS.length]}`;
  switch (index % 4) {
    case 0:
      return <circle className={colour} cx={x} cy={y} r={6} />;
    case 1:
      return <rect className={colour} x={x - 5.5} y={y - 5.5} width={11} height={11} />;
    case 2:
      return <path className={colour} d={`M${x} ${y - 7}L${x + 7} ${y + 6}H${x - 7}Z`} />;
    default:
      return <path className={colour} d={`M${x} ${y - 7.5}L${x + 7.5} ${y}L${x} ${y + 7.5}L${x - 7.5} ${y}Z`} />;
  }
}

export function Legend({ index }: { index: number }) {
  return (
    <svg width="38" height="16" aria-hidden="true" className="mark">
      <path
        className={`stroke${COLOURS[index % COLOURS.length]}`}
        d="M0 8H38"
        strokeWidth="2"
        strokeDasharray={DASHES[index % DASHES.length]}
      />
      <Mark index={index} x={19} y={8} />
    </svg>
  );
}

function Axes({ x, y }: { x: Scale; y: Scale }) {
  return (
    <g className="axes">
      {y.ticks.map((value) => (
        <g key={value}>
          <path d={`M${LEFT} ${yOf(value, y)}H${WIDTH - RIGHT}`} />
          <text x={LEFT - 6} y={yOf(value, y) + 4} textAnchor="end">
            {y.format(value)}
          </text>
        </g>
      ))}
      {x.ticks.map((value) => (
        <text key={value} x={xOf(value, x)} y={HEIGHT - BOTTOM + 16} textAnchor="middle">
          {x.format(value)}
        </text>
      ))}
      <text x={(LEFT + WIDTH - RIGHT) / 2} y={HEIGHT - 6} textAnchor="middle">
        {x.title}
      </text>
    </g>
  );
}

const wholePercent = (value: number) => `${Math.round(value * 100)} %`;

/** Each policy as a point: to the right it abandons more, upwards its agents work more. Bars are 95 % intervals. */
export function Frontier({ rows, cap }: { rows: readonly LabRow[]; cap: number }) {
  const reach = Math.max(cap * 1.4, 0.005, ...rows.map((row) => (row.abandonment + row.abandonmentMargin) * 1.15));
  const x = scaleOf(t().lab.axisAbandoned, reach, percent);
  const y = scaleOf(t().lab.axisUtilisation, 1, wholePercent);
  return (
    <figure className="panel">
      <figcaption>
        <h3>{t().lab.frontier}</h3>
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t().lab.frontierLabel}
      >
        <Axes x={x} y={y} />
        <path className="stroke--over" strokeWidth="2" strokeDasharray="6 4" d={`M${xOf(cap, x)} ${TOP}V${HEIGHT - BOTTOM}`} />
        <text className="cap-label" x={xOf(cap, x) + 5} y={TOP + 10}>
          {fill(t().lab.capLine, { cap: percent(cap) })}
        </text>
        {rows.map((row, index) => {
          const px = xOf(Math.min(row.abandonment, reach), x);
          const py = yOf(row.utilisation, y);
          const dx = xOf(row.abandonmentMargin, x) - LEFT;
          const dy = HEIGHT - BOTTOM - yOf(row.utilisationMargin, y);
          return (
            <g key={row.policy}>
              <path
                className={`stroke${COLOURS[index % COLOURS.length]}`}
                strokeWidth="1.5"
                d={`M${Math.max(LEFT, px - dx)} ${py}H${px + dx}M${px} ${py - dy}V${py + dy}`}
              />
              <Mark index={index} x={px} y={py} />
            </g>
          );
        })}
      </svg>
    </figure>
  );
}

interface CourseProps {
  title: string;
  rows: readonly LabRow[];
  hours: number;
  value: (moment: Moment) => number;
  atLeast: number;
  format: (value: number) => string;
  cap?: number;
}

/** The first shift of each policy over its hours. */
export function Course({ title, rows, hours, value, atLeast, format, cap }: CourseProps) {
  const highest = Math.max(atLeast, ...rows.flatMap((row) => row.course.map(value)));
  const x = scaleOf(t().lab.axisHours, hours, (hour) => (Number.isInteger(hour) ? String(hour) : fixed(hour)));
  const y = scaleOf(title, highest * (highest > atLeast ? 1.05 : 1), format);
  return (
    <figure className="panel">
      <figcaption>
        <h3>{title}</h3>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={fill(t().lab.courseLabel, { title })}>
        <Axes x={x} y={y} />
        {cap !== undefined && (
          <path className="stroke--over" strokeWidth="2" strokeDasharray="6 4" d={`M${LEFT} ${yOf(cap, y)}H${WIDTH - RIGHT}`} />
        )}
        {rows.map((row, index) => (
          <polyline
            key={row.policy}
            className={`line stroke${COLOURS[index % COLOURS.length]}`}
            strokeDasharray={DASHES[index % DASHES.length]}
            points={row.course.map((moment) => `${xOf(moment.hour, x)},${yOf(value(moment), y)}`).join(' ')}
          >
            <title>{policyLabel(row.policy)}</title>
          </polyline>
        ))}
      </svg>
    </figure>
  );
}

export { wholePercent };
