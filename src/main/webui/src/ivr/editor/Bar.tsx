import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Link } from '../../shell/router';
import { fill, t } from '../../text/language';
import { Confirm } from '../../ui/Confirm';
import { Refusal } from '../../ui/load';
import type { Checked } from '../api';
import { KINDS, type Flow, type Kind } from '../flow/model';
import { kindName } from '../words';
import type { Editing } from './useEditor';

interface Props {
  editing: Editing;
  id: number;
  flow: Flow;
  findings: Checked;
  mayChange: boolean;
  readOnly: boolean;
  onAdd: (kind: Kind) => void;
  onFindings: () => void;
}

/** Above the canvas: the flow's name, how it stands, and what can be done with it. */
export function Bar({ editing, flow, findings, mayChange, readOnly, onAdd, onFindings }: Props) {
  const texts = t().ivr.bar;
  const { doc, saved, isSaved, busy, refusal } = editing;
  return (
    <header className="ivr-bar">
      <div className="ivr-bar-row">
        <Link to="/ivr">{t().ivr.back}</Link>
        <h1 className="unseen">{fill(t().ivr.open, { name: doc.name })}</h1>
        <TextInput
          aria-label={t().common.name}
          className="ivr-name"
          size="xs"
          maxLength={100}
          value={doc.name}
          readOnly={readOnly}
          onChange={(event) => editing.setName(event.currentTarget.value)}
        />
        {mayChange && <span className={isSaved ? 'chip' : 'chip ivr-unsaved'}>{isSaved ? texts.saved : texts.unsaved}</span>}
        {saved.published !== null && <span className="chip chip-RUNNING">{fill(texts.published, { n: saved.published })}</span>}
        <Standing findings={findings} onFindings={onFindings} />
        {!readOnly && (
          <span className="ivr-bar-row">
            <NativeSelect
              aria-label={texts.add}
              size="xs"
              value=""
              data={[{ value: '', label: texts.add }, ...KINDS.map((kind) => ({ value: kind, label: kindName(kind) }))]}
              onChange={(event) => onAdd(event.currentTarget.value as Kind)}
            />
            <button type="button" className="plain-button" aria-keyshortcuts="Control+Z" disabled={!editing.canUndo} onClick={editing.undo}>
              {texts.undo}
            </button>
            <button type="button" className="plain-button" aria-keyshortcuts="Control+Y" disabled={!editing.canRedo} onClick={editing.redo}>
              {texts.redo}
            </button>
            <button type="button" className="plain-button" disabled={Object.keys(doc.places).length === 0} onClick={() => editing.setPlaces({})}>
              {texts.arrange}
            </button>
          </span>
        )}
        <span className="ivr-space" />
        <button type="button" className="plain-button" onClick={() => download(doc.name, flow)}>
          {texts.export}
        </button>
        {!readOnly && (
          <>
            <Button size="xs" variant="default" disabled={isSaved} loading={busy} onClick={() => void editing.save()}>
              {texts.save}
            </Button>
            <Publish editing={editing} findings={findings} />
          </>
        )}
      </div>
      {!mayChange && <p className="dimmed">{texts.reading}</p>}
      <Refusal words={refusal} />
      {editing.conflict && (
        <p className="ivr-bar-row">
          <button type="button" className="plain-button" onClick={() => void editing.takeTheirs()}>
            {texts.theirs}
          </button>
          <span className="dimmed">{texts.theirsHelp}</span>
        </p>
      )}
    </header>
  );
}

function Standing({ findings: { findings, checking }, onFindings }: { findings: Checked; onFindings: () => void }) {
  const texts = t().ivr.bar;
  const n = findings.length;
  const words = checking ? texts.checking : n === 0 ? texts.clean : fill(n === 1 ? texts.one : texts.many, { n });
  return (
    <span role="status" className="ivr-standing">
      {n === 0 ? (
        <span className={checking ? 'chip' : 'chip chip-RUNNING'}>{words}</span>
      ) : (
        <button type="button" className="chip ivr-has-findings" onClick={onFindings}>
          {words}
        </button>
      )}
    </span>
  );
}

/** Publishing asks first, and only when nothing is wrong. */
function Publish({ editing, findings }: { editing: Editing; findings: Checked }) {
  const texts = t().ivr.bar;
  if (findings.findings.length > 0 || findings.checking) {
    return (
      <Button size="xs" disabled title={texts.publishBlocked}>
        {texts.publish}
      </Button>
    );
  }
  return (
    <Confirm
      words={texts.publish}
      question={fill(texts.publishQuestion, { n: (editing.saved.published ?? 0) + 1 })}
      deed={async () => {
        await editing.publish();
      }}
    />
  );
}

function download(name: string, flow: Flow): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([`${JSON.stringify(flow, null, 2)}\n`], { type: 'application/json' }));
  link.download = `${name}.json`;
  link.click();
  URL.revokeObjectURL(link.href);
}
