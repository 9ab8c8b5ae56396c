import { request } from '../http';
import type { Monitoring } from '../messages';
import { fill, t } from '../text/language';
import { Refusal, useDeed } from '../ui/load';

const WAYS: readonly Monitoring[] = ['LISTEN', 'WHISPER', 'BARGE'];

/** Begins to take part in an agent's calls by my own phone, or changes how. */
export const monitor = (agentId: number, how: Monitoring) =>
  request<void>('POST', `/api/agents/${agentId}/monitoring/${how.toLowerCase()}`);

interface Props {
  agentId: number;
  name: string;
  how: Monitoring;
}

/** Whose calls I hear, how I take part in them, and the way out. */
export function MonitorBar({ agentId, name, how }: Props) {
  const texts = t().floor.monitoring;
  const { refusal, busy, run } = useDeed();
  return (
    <section className="panel monitor-bar" aria-label={texts.title}>
      <p className="monitor-whom" role="status">
        {fill(texts.now[how], { name })}
      </p>
      <div className="choices" role="group" aria-label={texts.ways}>
        {WAYS.map((way) => (
          <button
            key={way}
            type="button"
            className={way === how ? 'plain-button plain-button-chosen' : 'plain-button'}
            aria-pressed={way === how}
            disabled={busy}
            title={texts.help[way]}
            onClick={() => void run(() => monitor(agentId, way))}
          >
            {texts.way[way]}
          </button>
        ))}
      </div>
      <button type="button" className="plain-button" disabled={busy} onClick={() => void run(() => request<void>('POST', `/api/agents/${agentId}/monitoring/take-over`))}>
        {texts.takeOver}
      </button>
      <button type="button" className="plain-button" disabled={busy} onClick={() => void run(() => request<void>('DELETE', `/api/agents/${agentId}/monitoring`))}>
        {texts.stop}
      </button>
      <Refusal words={refusal} />
    </section>
  );
}
