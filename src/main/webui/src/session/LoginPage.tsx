import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { messageOf } from '../http';
import type { User } from '../messages';
import { Preferences } from '../shell/TopBar';
import { t } from '../text/language';
import { logIn } from './session';

export function LoginPage({ onLogIn }: { onLogIn: (user: User) => void }) {
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setRefusal('');
    try {
      onLogIn(await logIn(username.trim(), password));
    } catch (error) {
      setRefusal(messageOf(error));
      setBusy(false);
    }
  };

  return (
    <main className="login">
      <form className="panel login-form" onSubmit={(event) => void submit(event)}>
        <div className="login-brand">
          <img src="/icon.svg" alt="" width={40} height={40} />
          <div>
            <h1>Tactus</h1>
            <p className="dimmed">{t().shell.login.tagline}</p>
          </div>
        </div>
        <TextInput
          label={t().shell.login.name}
          autoComplete="username"
          required
          withAsterisk={false}
          autoFocus
          value={username}
          onChange={(event) => setUsername(event.currentTarget.value)}
        />
        <PasswordInput
          label={t().shell.login.password}
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {refusal !== '' && (
          <Alert color="red" role="alert">
            {refusal}
          </Alert>
        )}
        <Button type="submit" loading={busy} fullWidth>
          {t().shell.login.logIn}
        </Button>
        <div className="login-preferences">
          <Preferences />
        </div>
      </form>
    </main>
  );
}
