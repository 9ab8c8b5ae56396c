import { Button, Checkbox, NumberInput, PasswordInput, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { request } from '../http';
import { dateTime } from '../text/format';
import { fill, t } from '../text/language';
import { Confirm } from '../ui/Confirm';
import { Refusal, Show, useDeed, useGet } from '../ui/load';

interface Token {
  id: number;
  label: string;
  scopes: string[];
  createdAt: string;
  expiresAt: string;
  lastUsedAt?: string | null;
}

const AREAS = ['campaigns', 'leads', 'dnc', 'agents', 'agent', 'floor', 'lab', 'voicemail', 'users', 'audit'];

/** One's own password and API tokens. */
export default function AccountPage() {
  return (
    <div className="page">
      <h1>{t().shell.account}</h1>
      <div className="two-columns">
        <Password />
        <Tokens />
      </div>
    </div>
  );
}

function Password() {
  const texts = t().account;
  const [present, setPresent] = useState('');
  const [next, setNext] = useState('');
  const [saved, setSaved] = useState(false);
  const { busy, refusal, fields, run } = useDeed();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const done = await run(async () => {
      await request('POST', '/api/session/password', { present, next });
    });
    setSaved(done);
    if (done) {
      setPresent('');
      setNext('');
    }
  };
  return (
    <section className="panel stack" aria-labelledby="password">
      <h2 id="password">{texts.password}</h2>
      <form className="stack" onSubmit={(event) => void save(event)}>
        <PasswordInput
          label={texts.present}
          required
          autoComplete="current-password"
          value={present}
          error={fields['present']}
          onChange={(event) => setPresent(event.currentTarget.value)}
        />
        <PasswordInput
          label={texts.next}
          description={t().users.passwordHelp}
          required
          minLength={10}
          maxLength={72}
          autoComplete="new-password"
          value={next}
          error={fields['next']}
          onChange={(event) => setNext(event.currentTarget.value)}
        />
        <Refusal words={refusal} />
        <span role="status">{saved ? texts.passwordSaved : ''}</span>
        <div className="buttons">
          <Button type="submit" loading={busy}>
            {texts.changePassword}
          </Button>
        </div>
      </form>
    </section>
  );
}

function Tokens() {
  const texts = t().account;
  const tokens = useGet<Token[]>('/api/tokens');
  return (
    <section className="panel stack" aria-labelledby="tokens">
      <h2 id="tokens">{texts.tokens}</h2>
      <p className="dimmed">{texts.tokensHelp}</p>
      <Show loaded={tokens}>
        {(all) => (
          <ul className="rows">
            {all.map((token) => (
              <li key={token.id}>
                <span>
                  <b>{token.label}</b> <span className="dimmed">{token.scopes.join(', ')}</span>
                </span>
                <span className="dimmed">{fill(texts.expires, { when: dateTime(token.expiresAt) })}</span>
                <Confirm
                  words={texts.revoke}
                  label={fill(texts.revokeOne, { label: token.label })}
                  question={fill(texts.revokeQuestion, { label: token.label })}
                  deed={async () => {
                    await request<void>('DELETE', `/api/tokens/${token.id}`);
                    tokens.reload();
                  }}
                />
              </li>
            ))}
          </ul>
        )}
      </Show>
      <NewToken onMade={tokens.reload} />
    </section>
  );
}

function NewToken({ onMade }: { onMade: () => void }) {
  const texts = t().account;
  const [label, setLabel] = useState('');
  const [days, setDays] = useState<number | string>(90);
  const [scopes, setScopes] = useState<string[]>([]);
  const [secret, setSecret] = useState('');
  const { busy, refusal, fields, run } = useDeed();
  const make = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      const made = await request<{ token: string }>('POST', '/api/tokens', { label, days: Number(days), scopes });
      setSecret(made.token);
      setLabel('');
      onMade();
    });
  };
  return (
    <form className="stack" onSubmit={make}>
      <h3>{texts.newToken}</h3>
      <TextInput
        label={texts.label}
        required
        maxLength={100}
        value={label}
        error={fields['label']}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <NumberInput
        label={texts.days}
        min={1}
        max={366}
        allowDecimal={false}
        hideControls
        value={days}
        error={fields['days']}
        onChange={setDays}
      />
      <Checkbox.Group label={texts.scopes} error={fields['scopes']} value={scopes} onChange={setScopes}>
        <div className="scopes" dir="ltr">
          {AREAS.flatMap((area) => [`${area}:read`, `${area}:write`]).map((scope) => (
            <Checkbox key={scope} value={scope} label={scope} />
          ))}
        </div>
      </Checkbox.Group>
      <Refusal words={refusal} />
      <div role="status">
        {secret !== '' && (
          <p className="secret">
            {texts.secret} <code dir="ltr">{secret}</code>
          </p>
        )}
      </div>
      <div className="buttons">
        <Button type="submit" loading={busy} disabled={scopes.length === 0}>
          {texts.make}
        </Button>
      </div>
    </form>
  );
}
