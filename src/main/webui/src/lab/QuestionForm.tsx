import { Alert, Button, Checkbox, Slider } from '@mantine/core';
import { useState } from 'react';
import { count, fixed } from '../text/format';
import { fill, t } from '../text/language';
import { messageOf, request } from '../http';
import { FIRST_QUESTION, objection, POLICIES, policyLabel, type LabRun, type Question } from './question';
import { WorldChoice } from './WorldChoice';

type Figure = Exclude<keyof Question, 'policies' | 'campaignId' | 'days'>;

interface Knob {
  field: Figure;
  label: string;
  min: number;
  max: number;
  step: number;
  words: (value: number) => string;
}

const unit = (text: string) => (value: number) => fill(text, { n: count(value) });
const share = (value: number) => `${fixed(value * 100)} %`;

function knobs(): Knob[] {
  const { lab, units } = t();
  return [
    { field: 'agents', label: lab.agents, min: 1, max: 300, step: 1, words: count },
    { field: 'abandonmentCap', label: lab.cap, min: 0, max: 0.1, step: 0.005, words: share },
    { field: 'answerRate', label: lab.answerRate, min: 0.02, max: 0.9, step: 0.01, words: share },
    { field: 'talkSeconds', label: lab.talk, min: 10, max: 1200, step: 10, words: unit(units.seconds) },
    { field: 'wrapUpSeconds', label: lab.wrapUp, min: 1, max: 300, step: 1, words: unit(units.seconds) },
    { field: 'hours', label: lab.hours, min: 2, max: 9, step: 1, words: unit(units.hours) },
    { field: 'repetitions', label: lab.repetitions, min: 1, max: 10, step: 1, words: count },
  ];
}

/** The world and the policies, and the button that asks. */
export function QuestionForm({ onAsked }: { onAsked: (run: LabRun) => void }) {
  const [question, setQuestion] = useState<Question>(FIRST_QUESTION);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');
  const reason = objection(question);

  const ask = async () => {
    setBusy(true);
    setRefusal('');
    try {
      onAsked(await request<LabRun>('POST', '/api/lab/runs', question));
    } catch (error) {
      setRefusal(messageOf(error));
    } finally {
      setBusy(false);
    }
  };
  const choose = (policy: string, chosen: boolean) =>
    setQuestion((before) => ({
      ...before,
      policies: POLICIES.filter((name) =>
        name === policy ? chosen : before.policies.includes(name),
      ),
    }));

  return (
    <form
      className="panel question"
      aria-label={t().lab.question}
      onSubmit={(event) => {
        event.preventDefault();
        void ask();
      }}
    >
      <h2>{t().lab.world}</h2>
      <WorldChoice onWorld={(change) => setQuestion((before) => ({ ...before, ...change }))} />
      {knobs().map((knob) => (
        <div key={knob.field} className="knob">
          <span id={`knob-${knob.field}`}>{knob.label}</span>
          <output>{knob.words(question[knob.field])}</output>
          <Slider
            size="sm"
            min={knob.min}
            max={knob.max}
            step={knob.step}
            label={null}
            value={question[knob.field]}
            onChange={(value) => setQuestion((before) => ({ ...before, [knob.field]: value }))}
            thumbProps={{
              'aria-labelledby': `knob-${knob.field}`,
              'aria-valuetext': knob.words(question[knob.field]),
            }}
          />
        </div>
      ))}
      <fieldset>
        <legend>{t().lab.policies}</legend>
        {POLICIES.map((policy) => (
          <Checkbox
            key={policy}
            size="sm"
            label={policyLabel(policy)}
            checked={question.policies.includes(policy)}
            onChange={(event) => choose(policy, event.currentTarget.checked)}
          />
        ))}
      </fieldset>
      {reason !== '' && (
        <p className="objection" role="status">
          {reason}
        </p>
      )}
      {refusal !== '' && (
        <Alert color="red" role="alert">
          {refusal}
        </Alert>
      )}
      <Button type="submit" disabled={reason !== ''} loading={busy}>
        {t().lab.run}
      </Button>
    </form>
  );
}
