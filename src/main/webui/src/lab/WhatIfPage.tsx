import { Loader } from '@mantine/core';
import { useState } from 'react';
import { Answer } from './Answer';
import { isOver, type LabRun } from './question';
import { QuestionForm } from './QuestionForm';
import { useLab } from './useLab';

/** What would another policy, team or cap come to? Asked of the laboratory, answered by simulated shifts. */
export default function WhatIfPage() {
  const { runs, connected } = useLab();
  const [chosen, setChosen] = useState<number>();
  const shown = runs?.find((run) => run.id === chosen) ?? runs?.[0];
  return (
    <>
      <p className="banner banner-simulated">
        <b>Everything on this page is simulated.</b> Nobody is called, and no campaign is changed.
      </p>
      {!connected && (
        <p className="banner banner-lost" role="status">
          <b>No connection to the engine.</b> Connecting again by itself.
        </p>
      )}
      <div className="lab">
        <div className="lab-side">
          <h1>What if</h1>
          <QuestionForm onAsked={(run) => setChosen(run.id)} />
        </div>
        <div className="lab-main">
          {runs === undefined ? (
            <Loader className="loading" aria-label="Loading the simulations" />
          ) : (
            <>
              {shown ? (
                <Answer key={shown.id} run={shown} />
              ) : (
                <p className="panel notice">Set the world, choose policies, and run: some shifts take seconds.</p>
              )}
              {runs.length > 1 && <Others runs={runs} shown={shown?.id} choose={setChosen} />}
            </>
          )}
        </div>
      </div>
    </>
  );
}

interface OthersProps {
  runs: readonly LabRun[];
  shown: number | undefined;
  choose: (id: number) => void;
}

function Others({ runs, shown, choose }: OthersProps) {
  return (
    <section className="panel others" aria-labelledby="others-title">
      <h2 id="others-title">Simulations since the engine started</h2>
      <ul>
        {runs.map((run) => (
          <li key={run.id}>
            <button type="button" aria-current={run.id === shown ? 'true' : undefined} onClick={() => choose(run.id)}>
              <b>{run.id}</b> {run.question.campaignId !== undefined && `like campaign ${run.question.campaignId}: `}
              {run.question.agents} agents, cap {Math.round(run.question.abandonmentCap * 1000) / 10} %,{' '}
              {Math.round(run.question.answerRate * 100)} % answered
              <span className="dimmed">
                {' '}
                {isOver(run) ? run.state : `${run.state}, ${Math.round(run.progress * 100)} %`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
