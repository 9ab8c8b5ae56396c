import { Button } from '@mantine/core';
import { Fragment, useState } from 'react';
import { request } from '../http';
import { useHasRole } from '../session/session';
import { Dialog } from '../shell/Dialog';
import { PlayButton } from '../sound/PlayButton';
import { Player } from '../sound/Player';
import { dateTime, duration } from '../text/format';
import { fill, t } from '../text/language';
import { Confirm } from '../ui/Confirm';
import { Show } from '../ui/load';
import { PromptForm } from './PromptForm';
import { usePrompts, type Prompt } from './api';

/** What callers hear: the team's own recorded messages. */
export default function PromptsPage() {
  const texts = t().prompts;
  const mayChange = useHasRole('manager');
  const prompts = usePrompts();
  const [adding, setAdding] = useState(false);
  return (
    <div className="page">
      <div className="page-head">
        <h1>{texts.title}</h1>
        {mayChange && (
          <span className="buttons">
            <Button onClick={() => setAdding(true)}>{texts.create}</Button>
          </span>
        )}
      </div>
      <p className="dimmed">{texts.intro}</p>
      <Show loaded={prompts}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="panel notice" role="status">
              {texts.none}
            </p>
          ) : (
            <div className="panel wide" tabIndex={0} role="region" aria-label={texts.title}>
              <Rows prompts={rows} mayChange={mayChange} reload={prompts.reload} />
            </div>
          )
        }
      </Show>
      <Dialog title={texts.create} open={adding} onClose={() => setAdding(false)}>
        {adding && (
          <PromptForm
            onSaved={() => {
              setAdding(false);
              prompts.reload();
            }}
          />
        )}
      </Dialog>
    </div>
  );
}

function Rows({ prompts, mayChange, reload }: { prompts: readonly Prompt[]; mayChange: boolean; reload: () => void }) {
  const texts = t().prompts;
  const [open, setOpen] = useState(0);
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{t().common.name}</th>
          <th scope="col" className="number">
            {t().sound.length}
          </th>
          <th scope="col">{texts.usedBy}</th>
          <th scope="col">{texts.added}</th>
          <th scope="col">{t().common.actions}</th>
        </tr>
      </thead>
      <tbody>
        {prompts.map((prompt) => (
          <Fragment key={prompt.id}>
            <tr>
              <th scope="row">
                <bdi>{prompt.name}</bdi>
              </th>
              <td className="number">{duration(prompt.lengthMillis)}</td>
              <td>
                <bdi>{prompt.usedBy.join(', ') || t().common.none}</bdi>
              </td>
              <td>
                <bdi>{fill(t().sound.heardBy, { who: prompt.createdBy, when: dateTime(prompt.createdAt) })}</bdi>
              </td>
              <td>
                <span className="buttons">
                  <PlayButton name={prompt.name} open={open === prompt.id} onToggle={() => setOpen(open === prompt.id ? 0 : prompt.id)} />
                  {mayChange && (
                    <Confirm
                      words={t().common.delete}
                      label={fill(t().users.deleteOne, { name: prompt.name })}
                      question={fill(texts.deleteQuestion, { name: prompt.name })}
                      deed={async () => {
                        await request<void>('DELETE', `/api/prompts/${prompt.id}`);
                        reload();
                      }}
                    />
                  )}
                </span>
              </td>
            </tr>
            {open === prompt.id && (
              <tr>
                <td colSpan={5}>
                  <Player path={`/api/prompts/${prompt.id}`} name={prompt.name} />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
