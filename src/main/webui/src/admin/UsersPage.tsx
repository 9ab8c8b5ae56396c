import { Button, Checkbox, PasswordInput, Switch, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { request } from '../http';
import type { Role, User } from '../messages';
import { Dialog } from '../shell/Dialog';
import { byName } from '../text/format';
import { fill, t } from '../text/language';
import { Refusal, Show, useDeed, useGet } from '../ui/load';
import { RowActions } from '../ui/RowActions';

const ROLES: readonly Role[] = ['agent', 'supervisor', 'manager', 'compliance', 'administrator'];
const NOBODY: User = { id: 0, username: '', displayName: '', active: true, roles: [] };

/** Who may log in, and as what. */
export default function UsersPage() {
  const texts = t().users;
  const users = useGet<User[]>('/api/users');
  const [search, setSearch] = useState('');
  const [edited, setEdited] = useState<User>();
  const wanted = search.trim().toLowerCase();
  return (
    <div className="page">
      <div className="page-head">
        <h1>{texts.title}</h1>
        <input
          type="search"
          className="search search-wide"
          aria-label={texts.find}
          placeholder={texts.find}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <span className="buttons">
          <Button onClick={() => setEdited(NOBODY)}>{texts.create}</Button>
        </span>
      </div>
      <Show loaded={users}>
        {(all) => (
          <div className="panel wide" tabIndex={0} role="region" aria-label={texts.title}>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t().common.name}</th>
                  <th scope="col">{texts.username}</th>
                  <th scope="col">{texts.roles}</th>
                  <th scope="col">{t().common.state}</th>
                  <th scope="col">{t().common.actions}</th>
                </tr>
              </thead>
              <tbody>
                {all
                  .filter(({ username, displayName }) => `${username} ${displayName}`.toLowerCase().includes(wanted))
                  .sort((a, b) => byName(a.displayName, b.displayName))
                  .map((user) => (
                    <tr key={user.id}>
                      <th scope="row">{user.displayName}</th>
                      <td>{user.username}</td>
                      <td>{user.roles.map((role) => t().shell.roles[role]).join(', ')}</td>
                      <td>{user.active ? texts.active : <span className="rate-over">{texts.inactive}</span>}</td>
                      <td>
                        <RowActions
                          name={user.displayName}
                          change={() => setEdited(user)}
                          words={t().common.delete}
                          label={texts.deleteOne}
                          question={texts.deleteQuestion}
                          remove={async () => {
                            await request<void>('DELETE', `/api/users/${user.id}`);
                            users.reload();
                          }}
                        />
                      </td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </div>
        )}
      </Show>
      <Dialog
        title={edited?.id === 0 ? texts.create : fill(texts.changeOne, { name: edited?.displayName ?? '' })}
        open={edited !== undefined}
        onClose={() => setEdited(undefined)}
      >
        {edited !== undefined && (
          <UserForm
            first={edited}
            onSaved={() => {
              setEdited(undefined);
              users.reload();
            }}
          />
        )}
      </Dialog>
    </div>
  );
}

function UserForm({ first, onSaved }: { first: User; onSaved: () => void }) {
  const texts = t().users;
  const [user, setUser] = useState(first);
  const [password, setPassword] = useState('');
  const { busy, refusal, fields, run } = useDeed();
  const isNew = first.id === 0;
  const put = (part: Partial<User>) => setUser((before) => ({ ...before, ...part }));
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const { username, displayName, roles, active } = user;
    const body = { username, displayName, roles, active, ...(password !== '' && { password }) };
    if (await run(async () => void (await request(isNew ? 'POST' : 'PUT', isNew ? '/api/users' : `/api/users/${first.id}`, body)))) {
      onSaved();
    }
  };
  return (
    <form className="stack" onSubmit={(event) => void save(event)}>
      <TextInput
        label={texts.username}
        description={texts.usernameHelp}
        required
        maxLength={64}
        autoComplete="off"
        value={user.username}
        error={fields['username']}
        onChange={(event) => put({ username: event.currentTarget.value })}
      />
      <TextInput
        label={t().common.name}
        description={texts.nameHelp}
        required
        maxLength={100}
        value={user.displayName}
        error={fields['displayName']}
        onChange={(event) => put({ displayName: event.currentTarget.value })}
      />
      <PasswordInput
        label={texts.password}
        description={isNew ? texts.passwordHelp : texts.passwordKept}
        required={isNew}
        minLength={10}
        maxLength={72}
        autoComplete="new-password"
        value={password}
        error={fields['password']}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Checkbox.Group
        label={texts.roles}
        error={fields['roles']}
        value={user.roles}
        onChange={(roles) => put({ roles: ROLES.filter((role) => roles.includes(role)) })}
      >
        <div className="choices">
          {ROLES.map((role) => (
            <Checkbox key={role} value={role} label={t().shell.roles[role]} />
          ))}
        </div>
      </Checkbox.Group>
      <Switch
        label={texts.mayLogIn}
        checked={user.active}
        onChange={(event) => put({ active: event.currentTarget.checked })}
      />
      <Refusal words={refusal} />
      <div className="buttons">
        <Button type="submit" loading={busy} disabled={user.roles.length === 0}>
          {t().common.save}
        </Button>
      </div>
    </form>
  );
}
