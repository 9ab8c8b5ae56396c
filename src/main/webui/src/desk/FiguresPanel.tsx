import { count, duration, inWords } from '../text/format';
import { t } from '../text/language';
import type { Choice, Figures } from './model';

/** My day so far. */
export function FiguresPanel({ figures, choices }: { figures: Figures; choices: Choice[] }) {
  const text = t().desk.figures;
  const talk = figures.connected === 0 ? 0 : figures.talkSeconds / figures.connected;
  return (
    <section className="panel my-day" aria-labelledby="figures-title">
      <h2 id="figures-title">{text.title}</h2>
      <dl className="facts">
        <Figure name={text.talks} value={count(figures.connected)} />
        <Figure name={text.talkTime} value={duration(figures.talkSeconds * 1000)} />
        <Figure name={text.meanTalk} value={duration(talk * 1000)} />
        <Figure name={text.pauseTime} value={duration((figures.stateSeconds['PAUSED'] ?? 0) * 1000)} />
        {Object.entries(figures.dispositions).map(([code, number]) => (
          <Figure key={code} name={choices.find((choice) => choice.code === code)?.label ?? inWords(code)} value={count(number)} />
        ))}
      </dl>
    </section>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="number">{value}</dd>
    </div>
  );
}
