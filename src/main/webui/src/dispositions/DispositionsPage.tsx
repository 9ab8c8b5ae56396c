import { Button, NativeSelect, Switch, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useCampaigns } from '../campaigns/api';
import { request } from '../http';
import { useHasRole } from '../session/session';
import { Dialog } from '../shell/Dialog';
import { fill, t } from '../text/language';
import { Refusal, Show, useDeed, useGet } from '../ui/load';
import { RowActions } from '../ui/RowActions';

interface Disposition {
  id: number;
  campaignId?: number | null;
  code: string;
  label: string;
  isFinal: boolean;
  below: string;
}

/** The engine does something of its own with these: they have no kinds. */
const ACTED_UPON = ['CALL_BACK', 'DO_NOT_CALL'];
const NEW: Disposition = { id: 0, code: '', label: '', isFinal: true, below: '' };

/** What agents may say of a call: for all campaigns, and for one. */
export default function DispositionsPage() {
  const texts = t().dispositions;
  const mayChange = useHasRole('manager');
  const campaigns = useCampaigns();
  const [campaignId, setCampaignId] = useState('');
  const dispositions = useGet<Disposition[]>(campaignId === '' ? '/api/dispositions' : `/api/dispositions?campaignId=${campaignId}`);
  const [edited, setEdited] = useState<Disposition>();
  const name = campaigns.value?.find(({ id }) => String(id) === campaignId)?.name ?? '';
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t().shell.nav.dispositions}</h1>
        <NativeSelect
          size="xs"
          aria-label={t().common.campaign}
          value={campaignId}
          data={[
            { value: '', label: texts.system },
            ...(campaigns.value?.map((campaign) => ({ value: String(campaign.id), label: campaign.name })) ?? []),
          ]}
          onChange={(event) => setCampaignId(event.currentTarget.value)}
        />
        {mayChange && (
          <span className="buttons">
            <Button onClick={() => setEdited(NEW)}>{texts.create}</Button>
          </span>
        )}
      </div>
      <p className="dimmed">{texts.intro}</p>
      <Show loaded={dispositions}>
        {(all) => (
          <div className="panel wide" tabIndex={0} role="region" aria-label={t().shell.nav.dispositions}>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{texts.label}</th>
                  <th scope="col">{texts.code}</th>
                  <th scope="col">{texts.below}</th>
                  <th scope="col">{texts.effect}</th>
                  <th scope="col">{texts.of}</th>
                  {mayChange && <th scope="col">{t().common.actions}</th>}
                </tr>
              </thead>
              <tbody>
                {all.map((each) => (
                  <tr key={each.id}>
                    <th scope="row">{each.label}</th>
                    <td dir="ltr" className="phones">
                      <code>{each.code}</code>
                    </td>
                    <td>{all.find(({ code }) => code === each.below)?.label ?? each.below}</td>
                    <td>{each.isFinal ? texts.isFinal : texts.comesBack}</td>
                    <td>{each.campaignId == null ? texts.system : name}</td>
                    {mayChange && (
                      <td>
                        <RowActions
                          name={each.label}
                          change={() => setEdited(each)}
                          words={t().common.delete}
                          label={t().users.deleteOne}
                          question={texts.deleteQuestion}
                          remove={async () => {
                            await request<void>('DELETE', `/api/dispositions/${each.id}`);
                            dispositions.reload();
                          }}
                        />
                      </td>
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Show>
      <Dialog
        title={edited?.id === 0 ? texts.create : fill(t().users.changeOne, { name: edited?.label ?? '' })}
        open={edited !== undefined}
        onClose={() => setEdited(undefined)}
      >
        {edited !== undefined && (
          <DispositionForm
            first={edited}
            campaignId={campaignId}
            above={(dispositions.value ?? []).filter(({ code, below }) => below === '' && !ACTED_UPON.includes(code))}
            onSaved={() => {
              setEdited(undefined);
              dispositions.reload();
            }}
          />
        )}
      </Dialog>
    </div>
  );
}

interface FormProps {
  first: Disposition;
  campaignId: string;
  /** What it may be a kind of. */
  above: readonly Disposition[];
  onSaved: () => void;
}

function DispositionForm({ first, campaignId, above, onSaved }: FormProps) {
  const texts = t().dispositions;
  const isNew = first.id === 0;
  const [code, setCode] = useState(first.code);
  const [label, setLabel] = useState(first.label);
  const [isFinal, setFinal] = useState(first.isFinal);
  const [below, setBelow] = useState(first.below);
  const { busy, refusal, fields, run } = useDeed();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const done = await run(async () => {
      if (isNew) {
        await request('POST', '/api/dispositions', { code, label, isFinal, ...(below !== '' && { below }), ...(campaignId !== '' && { campaignId: Number(campaignId) }) });
      } else {
        await request('PUT', `/api/dispositions/${first.id}`, { label, isFinal });
      }
    });
    if (done) {
      onSaved();
    }
  };
  return (
    <form className="stack" onSubmit={(event) => void save(event)}>
      <TextInput
        label={texts.code}
        description={texts.codeHelp}
        required
        disabled={!isNew}
        maxLength={40}
        value={code}
        error={fields['code']}
        onChange={(event) => setCode(event.currentTarget.value.toUpperCase())}
      />
      <TextInput
        label={texts.label}
        required
        maxLength={100}
        value={label}
        error={fields['label']}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      <NativeSelect
        label={texts.below}
        description={texts.belowHelp}
        disabled={!isNew}
        value={below}
        error={fields['below']}
        data={[
          { value: '', label: t().common.none },
          ...above.filter(({ code: other }) => other !== code).map((each) => ({ value: each.code, label: each.label })),
        ]}
        onChange={(event) => setBelow(event.currentTarget.value)}
      />
      <Switch label={texts.isFinal} checked={isFinal} onChange={(event) => setFinal(event.currentTarget.checked)} />
      <Refusal words={refusal} />
      <div className="buttons">
        <Button type="submit" loading={busy}>
          {t().common.save}
        </Button>
      </div>
    </form>
  );
}
