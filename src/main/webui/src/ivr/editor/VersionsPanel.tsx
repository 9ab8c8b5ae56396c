import { dateTime } from '../../text/format';
import { fill, t } from '../../text/language';
import { Refusal, Show, useDeed } from '../../ui/load';
import { loadVersion, useVersions, type Published } from '../api';

interface Props {
  id: number;
  onView: (version: Published) => void;
}

/** What was published, the last first. Another version in force makes the list anew by its key. */
export function VersionsPanel({ id, onView }: Props) {
  const texts = t().ivr.versions;
  const versions = useVersions(id);
  const { refusal, run } = useDeed();
  const view = (number: number) => void run(async () => onView(await loadVersion(id, number)));
  return (
    <div className="stack">
      <Refusal words={refusal} />
      <Show loaded={versions}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="dimmed">{texts.none}</p>
          ) : (
            <ul className="ivr-versions">
              {rows.map(({ number, publishedAt, publishedBy }, index) => (
                <li key={number}>
                  <button type="button" className="plain-button" onClick={() => view(number)}>
                    {fill(texts.view, { n: number })}
                  </button>
                  {index === 0 && <span className="chip chip-RUNNING">{texts.inForce}</span>}
                  <span className="dimmed">
                    <bdi>{fill(texts.published, { when: dateTime(publishedAt), who: publishedBy })}</bdi>
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Show>
    </div>
  );
}
