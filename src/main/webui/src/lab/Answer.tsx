import { Alert, Button, Progress } from '@mantine/core';
import { useState } from 'react';
import { count, fixed, percent } from '../text/format';
import { fill, t } from '../text/language';
import { messageOf, request } from '../http';
import { Course, Frontier, Legend, wholePercent } from './charts';
import { isOver, policyLabel, type LabRow, type LabRun } from './question';

/** One question with its answer so far. */
export function Answer({ run }: { run: LabRun }) {
  const [refusal, setRefusal] = useState('');
  const { question } = run;
  const cancel = async () => {
    try {
      await request<void>('DELETE', `/api/lab/runs/${run.id}`);
      setRefusal('');
    } catch (error) {
      setRefusal(messageOf(error));
    }
  };
  return (
    <section className="panel answer" aria-labelledby={`run-${run.id}`}>
      <header>
        <h2 id={`run-${run.id}`}>{fill(t().lab.simulation, { id: run.id })}</h2>
        <span className="simulated-mark">{t().lab.mark}</span>
        <span role="status">{t().lab.states[run.state]}</span>
        {!isOver(run) && (
          <Button size="xs" variant="default" onClick={() => void cancel()}>
            {t().lab.cancel}
          </Button>
        )}
      </header>
      <p className="dimmed">
        {fill(t().lab.asked, {
          agents: count(question.agents),
          cap: percent(question.abandonmentCap),
          answered: percent(question.answerRate),
          talk: count(question.talkSeconds),
          wrapUp: count(question.wrapUpSeconds),
          repetitions: count(question.repetitions),
          hours: count(question.hours),
          by: run.askedBy,
        })}
        {question.campaignId !== undefined &&
          ` ${fill(t().lab.askedLike, { days: count(question.days ?? 7), id: question.campaignId })}`}
      </p>
      {!isOver(run) && (
        <Progress value={run.progress * 100} aria-label={fill(t().lab.progress, { id: run.id })} />
      )}
      {run.error !== undefined && (
        <Alert color="red" role="alert">
          {run.error}
        </Alert>
      )}
      {refusal !== '' && (
        <Alert color="red" role="alert">
          {refusal}
        </Alert>
      )}
      {run.rows.length > 0 && <Results run={run} />}
    </section>
  );
}

function Results({ run: { rows, question } }: { run: LabRun }) {
  const { columns } = t().lab;
  return (
    <>
      <div className="wide" tabIndex={0} role="region" aria-label={t().lab.table}>
        <table className="results">
          <caption>{t().lab.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.policy}</th>
              <th scope="col">{columns.utilisation}</th>
              <th scope="col">{columns.abandoned}</th>
              <th scope="col">{columns.worst}</th>
              <th scope="col">{columns.over}</th>
              <th scope="col">{columns.wait}</th>
              <th scope="col">{columns.dials}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <ResultRow key={row.policy} row={row} index={index} cap={question.abandonmentCap} />
            ))}
          </tbody>
        </table>
      </div>
      <div className="lab-charts">
        <Frontier rows={rows} cap={question.abandonmentCap} />
        <Course
          title={t().lab.course}
          rows={rows}
          hours={question.hours}
          value={(moment) => moment.busy}
          atLeast={1}
          format={wholePercent}
        />
        <Course
          title={t().lab.abandonedCourse}
          rows={rows}
          hours={question.hours}
          value={(moment) => moment.abandonment}
          atLeast={question.abandonmentCap * 1.4}
          format={percent}
          cap={question.abandonmentCap}
        />
      </div>
    </>
  );
}

function ResultRow({ row, index, cap }: { row: LabRow; index: number; cap: number }) {
  const margin = (value: number) => (value > 0 ? ` ± ${fixed(value * 100)}` : '');
  return (
    <tr>
      <th scope="row">
        <Legend index={index} /> {policyLabel(row.policy)}
      </th>
      <td>
        <b>{percent(row.utilisation)}</b>
        {margin(row.utilisationMargin)}
      </td>
      <td className={row.abandonment > cap ? 'over' : undefined}>
        <b>{percent(row.abandonment)}</b>
        {margin(row.abandonmentMargin)}
        {row.abandonment > cap && ` ${t().lab.overCap}`}
      </td>
      <td>{percent(row.worstAbandonment)}</td>
      <td>{percent(row.shareOverCap)}</td>
      <td>{fill(t().units.seconds, { n: fixed(row.waitSeconds) })}</td>
      <td>{fixed(row.dialsPerConnect)}</td>
    </tr>
  );
}
