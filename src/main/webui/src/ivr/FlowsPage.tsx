import { Button } from '@mantine/core';
import { useState } from 'react';
import { useHasRole } from '../session/session';
import { Dialog } from '../shell/Dialog';
import { go, Link } from '../shell/router';
import { count, dateTime } from '../text/format';
import { fill, t } from '../text/language';
import { Confirm } from '../ui/Confirm';
import { Show } from '../ui/load';
import { deleteFlow, useFindings, useFlows, type FlowRow } from './api';
import { NewFlow } from './NewFlow';
import './ivr.css';

/** All flows, with their drafts and what is in force. */
export default function FlowsPage() {
  const texts = t().ivr;
  const mayChange = useHasRole('manager', 'administrator');
  const flows = useFlows();
  const [making, setMaking] = useState(false);
  return (
    <div className="page">
      <div className="page-head">
        <h1>{texts.title}</h1>
        {mayChange && (
          <span className="buttons">
            <Button onClick={() => setMaking(true)}>{texts.create}</Button>
          </span>
        )}
      </div>
      <p className="dimmed">{texts.intro}</p>
      <p className="ivr-not-yet">{texts.notYet}</p>
      <Show loaded={flows}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="panel notice" role="status">
              {texts.none}
            </p>
          ) : (
            <div className="panel wide" tabIndex={0} role="region" aria-label={texts.title}>
              <Rows flows={rows} mayChange={mayChange} reload={flows.reload} />
            </div>
          )
        }
      </Show>
      <Dialog title={texts.create} open={making} onClose={() => setMaking(false)}>
        {making && <NewFlow onMade={({ id }) => go(`/ivr/${id}`)} />}
      </Dialog>
    </div>
  );
}

function Rows({ flows, mayChange, reload }: { flows: readonly FlowRow[]; mayChange: boolean; reload: () => void }) {
  const { columns } = t().ivr;
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{t().common.name}</th>
          <th scope="col">{columns.published}</th>
          <th scope="col">{columns.draft}</th>
          <th scope="col">{columns.findings}</th>
          <th scope="col">{columns.changed}</th>
          <th scope="col">{t().common.actions}</th>
        </tr>
      </thead>
      <tbody>
        {flows.map((flow) => (
          <Row key={flow.id} flow={flow} mayChange={mayChange} reload={reload} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ flow, mayChange, reload }: { flow: FlowRow; mayChange: boolean; reload: () => void }) {
  const texts = t().ivr;
  const found = useFindings(flow.id).value?.findings.length;
  const isPublished = flow.published !== undefined && flow.published !== null;
  return (
    <tr>
      <th scope="row">
        <Link to={`/ivr/${flow.id}`}>
          <bdi>{flow.name}</bdi>
        </Link>
      </th>
      <td>{isPublished ? <span className="chip chip-RUNNING">{fill(texts.publishedOf, { n: flow.published ?? 0 })}</span> : t().common.none}</td>
      <td>{fill(texts.draftOf, { n: flow.version })}</td>
      <td>{found === undefined ? '–' : found === 0 ? texts.clean : <span className="ivr-found">{count(found)}</span>}</td>
      <td>
        <bdi>{fill(texts.by, { who: flow.changedBy, when: dateTime(flow.changedAt) })}</bdi>
      </td>
      <td>
        {mayChange && !isPublished && (
          <Confirm
            words={t().common.delete}
            label={fill(t().users.deleteOne, { name: flow.name })}
            question={fill(texts.deleteQuestion, { name: flow.name })}
            deed={async () => {
              await deleteFlow(flow.id);
              reload();
            }}
          />
        )}
      </td>
    </tr>
  );
}
