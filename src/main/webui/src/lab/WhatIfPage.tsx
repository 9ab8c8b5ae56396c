import { Loader } from '@mantine/core';
import { useState } from 'react';
import { count, percent } from '../text/format';
import { fill, t } from '../text/language';
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
        <b>{t().lab.simulated}</b> {t().lab.simulatedText}
      </p>
      {!connected && (
        <p className="banner banner-lost" role="status">
          <b>{t().board.lost}</b> {t().board.lostText}
        </p>
      )}
      <div className="lab">
        <div className="lab-side">
          <h1>{t().lab.title}</h1>
          <QuestionForm onAsked={(run) => setChosen(run.id)} />
        </div>
        <div className="lab-main">
          {runs === undefined ? (
            <Loader className="loading" aria-label={t().lab.loading} />
          ) : (
            <>
              {shown ? (
                <Answer key={shown.id} run={shown} />
              ) : (
                <p className="panel notice">{t().lab.first}</p>
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
      <h2 id="others-title">{t().lab.others}</h2>
      <ul>
        {runs.map((run) => (
          <li key={run.id}>
            <button type="button" aria-current={run.id === shown ? 'true' : undefined} onClick={() => choose(run.id)}>
              <b>{run.id}</b> {run.question.campaignId !== undefined && `${fill(t().lab.likeCampaign, { id: run.question.campaignId })} `}
              {fill(t().lab.otherRun, {
                agents: count(run.question.agents),
                cap: percent(run.question.abandonmentCap),
                answered: percent(run.question.answerRate),
              })}
              <span className="dimmed">
                {' '}
                {isOver(run)
                  ? t().lab.shortStates[run.state]
                  : fill(t().lab.withProgress, { state: t().lab.shortStates[run.state], percent: Math.round(run.progress * 100) })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
