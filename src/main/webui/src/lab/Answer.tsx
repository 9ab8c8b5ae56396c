import { Alert, Button, Progress } from '@mantine/core';
import { useState } from 'react';
import { count, fixed, percent } from '../text/format';
import { messageOf, request } from '../http';
import { Course, Frontier, Legend, wholePercent } from './charts';
import { isOver, policyLabel, type LabRow, type LabRun } from './question';

const STATES: Record<LabRun['state'], string> = {
  waiting: 'waits for its turn',
  running: 'is being simulated',
  done: 'is done',
  cancelled: 'was cancelled',
  failed: 'failed',
};

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
        <h2 id={`run-${run.id}`}>Simulation {run.id}</h2>
        <span className="simulated-mark">simulated</span>
        <span role="status">{STATES[run.state]}</span>
        {!isOver(run) && (
          <Button size="xs" variant="default" onClick={() => void cancel()}>
            Cancel
          </Button>
        )}
      </header>
      <p className="dimmed">
        {count(question.agents)} agents, cap {percent(question.abandonmentCap)}, {percent(question.answerRate)} of dials
        answered by a person, talk {count(question.talkSeconds)} s, wrap-up {count(question.wrapUpSeconds)} s;{' '}
        {question.campaignId !== undefined &&
          `in a world like the last ${question.days ?? 7} days of campaign ${question.campaignId}; `}
        {count(question.repetitions)} shifts of {count(question.hours)} h for each policy. Asked by {run.askedBy}.
      </p>
      {!isOver(run) && (
        <Progress value={run.progress * 100} aria-label={`Share of simulation ${run.id} that is done`} />
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
  return (
    <>
      <div className="wide" tabIndex={0} role="region" aria-label="Results as a table">
        <table className="results">
          <caption>Means of simulated shifts, with 95 % intervals; the first hour does not count for the utilisation</caption>
          <thead>
            <tr>
              <th scope="col">Policy</th>
              <th scope="col">Utilisation</th>
              <th scope="col">Abandoned</th>
              <th scope="col">Worst shift</th>
              <th scope="col">Shifts over the cap</th>
              <th scope="col">Wait for a call</th>
              <th scope="col">Dials per talk</th>
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
          title="Agents at work over the shift"
          rows={rows}
          hours={question.hours}
          value={(moment) => moment.busy}
          atLeast={1}
          format={wholePercent}
        />
        <Course
          title="Abandoned so far over the shift"
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
        {row.abandonment > cap && ' over the cap'}
      </td>
      <td>{percent(row.worstAbandonment)}</td>
      <td>{percent(row.shareOverCap)}</td>
      <td>{fixed(row.waitSeconds)} s</td>
      <td>{fixed(row.dialsPerConnect)}</td>
    </tr>
  );
}
