import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { request } from '../http';
import { useHasRole } from '../session/session';
import { fill, t } from '../text/language';
import { Confirm } from '../ui/Confirm';
import { Refusal, Show, useDeed, useGet } from '../ui/load';

interface Did {
  id: number;
  number: string;
  description: string;
}

/** The numbers that lead to a queue. */
export function NumbersTab({ id }: { id: number }) {
  const texts = t().campaigns.numbers;
  const mayChange = useHasRole('manager');
  const numbers = useGet<Did[]>(`/api/dids?campaignId=${id}`);
  return (
    <div className="stack">
      <p className="dimmed">{texts.help}</p>
      <Show loaded={numbers}>
        {(rows) => (rows.length === 0 ? <p className="panel notice">{texts.none}</p> : <Numbers rows={rows} mayChange={mayChange} reload={numbers.reload} />)}
      </Show>
      {mayChange && <NewNumber id={id} onAdded={numbers.reload} />}
    </div>
  );
}

function Numbers({ rows, mayChange, reload }: { rows: readonly Did[]; mayChange: boolean; reload: () => void }) {
  const texts = t().campaigns.numbers;
  return (
    <div className="panel">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{texts.number}</th>
            <th scope="col">{texts.description}</th>
            {mayChange && <th scope="col">{t().common.actions}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, number, description }) => (
            <tr key={id}>
              <th scope="row">
                <bdi>{number}</bdi>
              </th>
              <td>
                <bdi>{description}</bdi>
              </td>
              {mayChange && (
                <td>
                  <Confirm
                    words={texts.remove}
                    label={fill(texts.removeNamed, { number })}
                    question={fill(texts.question, { number })}
                    deed={async () => {
                      await request<void>('DELETE', `/api/dids/${id}`);
                      reload();
                    }}
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function NewNumber({ id, onAdded }: { id: number; onAdded: () => void }) {
  const texts = t().campaigns.numbers;
  const [number, setNumber] = useState('');
  const [description, setDescription] = useState('');
  const [added, setAdded] = useState('');
  const { busy, refusal, fields, run } = useDeed();
  const add = () =>
    run(async () => {
      const did = await request<Did>('POST', '/api/dids', { campaignId: id, number, description });
      setAdded(did.number);
      setNumber('');
      setDescription('');
      onAdded();
    });
  return (
    <form
      className="panel stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <TextInput
        label={texts.number}
        type="tel"
        required
        maxLength={40}
        value={number}
        error={fields['number']}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <TextInput label={texts.description} maxLength={200} value={description} onChange={(event) => setDescription(event.currentTarget.value)} />
      <Refusal words={Object.keys(fields).length > 0 ? '' : refusal} />
      <div className="buttons">
        <Button type="submit" loading={busy} disabled={number.trim() === ''}>
          {texts.add}
        </Button>
        {added !== '' && <span role="status">{fill(texts.added, { number: added })}</span>}
      </div>
    </form>
  );
}
