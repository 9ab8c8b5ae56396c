import { Fragment, useState } from 'react';
import { useHasRole } from '../session/session';
import { Link } from '../shell/router';
import { dateTime, duration, inWords } from '../text/format';
import { fill, t } from '../text/language';
import { PlayButton } from './PlayButton';
import { Player } from './Player';
import type { Recording } from './api';

interface Props {
  recordings: readonly Recording[];
  /** The customer's column is left out where all are of one customer. */
  ofOne?: boolean;
}

/** Recordings with one player at a time, under the row of what it plays. */
export function RecordingTable({ recordings, ofOne = false }: Props) {
  const texts = t().sound;
  const mayKeep = useHasRole('manager', 'compliance');
  const [open, setOpen] = useState(0);
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{t().common.when}</th>
          {!ofOne && <th scope="col">{texts.customer}</th>}
          <th scope="col">{texts.number}</th>
          <th scope="col">{texts.agent}</th>
          <th scope="col">{t().common.campaign}</th>
          <th scope="col">{texts.disposition}</th>
          <th scope="col" className="number">
            {texts.length}
          </th>
          <th scope="col">{t().common.actions}</th>
        </tr>
      </thead>
      <tbody>
        {recordings.map((recording) => {
          const name = fill(texts.ofCall, { who: recording.customer || recording.number, when: dateTime(recording.startedAt) });
          return (
            <Fragment key={recording.id}>
              <tr>
                <th scope="row">{dateTime(recording.startedAt)}</th>
                {!ofOne && (
                  <td>
                    <Link to={`/leads/${recording.leadId}`}>
                      <bdi>{recording.customer || `# ${recording.leadId}`}</bdi>
                    </Link>
                  </td>
                )}
                <td dir="ltr" className="phones">
                  {recording.number}
                </td>
                <td>
                  <bdi>{recording.agent}</bdi>
                </td>
                <td>
                  <bdi>{recording.campaign}</bdi>
                </td>
                <td>{recording.disposition ? inWords(recording.disposition) : ''}</td>
                <td className="number">{lengthOf(recording)}</td>
                <td>
                  {recording.failure !== '' ? (
                    <span className="rate-over">{fill(texts.noSound, { why: recording.failure })}</span>
                  ) : !recording.endedAt ? (
                    <span className="dimmed">{texts.running}</span>
                  ) : (
                    <span className="buttons">
                      <PlayButton name={name} open={open === recording.id} onToggle={() => setOpen(open === recording.id ? 0 : recording.id)} />
                      {mayKeep && (
                        <a
                          className="link-button link-button-quiet"
                          href={`/api/recordings/${recording.id}/file`}
                          download
                          aria-label={fill(texts.downloadNamed, { name })}
                        >
                          {texts.download}
                        </a>
                      )}
                    </span>
                  )}
                </td>
              </tr>
              {open === recording.id && (
                <tr>
                  <td colSpan={ofOne ? 7 : 8}>
                    <Player path={`/api/recordings/${recording.id}`} name={name} />
                  </td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

function lengthOf({ startedAt, endedAt }: Recording): string {
  return endedAt ? duration(Date.parse(endedAt) - Date.parse(startedAt)) : '';
}
