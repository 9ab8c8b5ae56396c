import { count, percent } from '../text/format';

export interface Bar {
  key: string;
  label: string;
  value: number;
  title?: string;
}

/** Numbers with bars, each as long as its share of the whole. */
export function Bars({ bars, whole, className }: { bars: readonly Bar[]; whole: number; className?: string }) {
  return (
    <ul className={`bars ${className ?? ''}`}>
      {bars.map((bar) => (
        <li key={bar.key} title={bar.title}>
          <span>{bar.label}</span>
          <span className="bar" aria-hidden="true">
            <span style={{ width: `${whole === 0 ? 0 : (Math.min(bar.value, whole) / whole) * 100}%` }} />
          </span>
          <b>{count(bar.value)}</b>
          <span className="dimmed">{whole === 0 ? '' : percent(bar.value / whole)}</span>
        </li>
      ))}
    </ul>
  );
}
