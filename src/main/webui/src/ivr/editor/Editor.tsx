import { useMemo, useState } from 'react';
import { useCampaigns } from '../../campaigns/api';
import { usePrompts } from '../../prompts/api';
import { useHasRole } from '../../session/session';
import { dateTime } from '../../text/format';
import { fill, t } from '../../text/language';
import { Refusal } from '../../ui/load';
import { useCheck, type FlowView, type Published } from '../api';
import { add, connect, freeId, fresh, put, remove, rename } from '../flow/edits';
import type { Flow, Kind } from '../flow/model';
import { passed } from '../tryout/plan';
import { TryOutPanel } from '../tryout/TryOutPanel';
import { useTryOut } from '../tryout/useTryOut';
import { kindName } from '../words';
import { Bar } from './Bar';
import { Canvas } from './Canvas';
import { FindingList } from './FindingList';
import { GroundContext, type Ground } from './ground';
import { LeaveGuard } from './LeaveGuard';
import { PanelChoice, type Panel } from './PanelChoice';
import { SettingsPanel } from './SettingsPanel';
import { StepsPanel } from './StepsPanel';
import { useEditor, useEditorKeys } from './useEditor';
import { VersionsPanel } from './VersionsPanel';

/** A flow on a canvas, with forms beside it. */
export function Editor({ view }: { view: FlowView }) {
  const texts = t().ivr;
  const mayChange = useHasRole('manager', 'administrator');
  const editing = useEditor(view);
  const [viewed, setViewed] = useState<Published>();
  const [selected, setSelected] = useState('');
  const [panel, setPanel] = useState<Panel>('steps');
  const prompts = usePrompts();
  const campaigns = useCampaigns();
  const { doc, setFlow } = editing;
  const flow = viewed?.flow ?? doc.flow;
  const readOnly = !mayChange || viewed !== undefined;
  const checked = useCheck(flow);
  const trying = useTryOut(view.id, flow);
  const trail = useMemo(() => (trying.scene === undefined || trying.walk === undefined ? [] : passed(trying.scene, trying.walk)), [trying.scene, trying.walk]);
  useEditorKeys(editing, !readOnly);

  const promptName = (id: number) => prompts.value?.find((prompt) => prompt.id === id)?.name ?? fill(texts.phrases.unknown, { n: id });
  const select = (id: string) => {
    setSelected(id);
    if (id !== '') {
      setPanel('steps');
    }
  };
  const go = (id: string) => {
    select(id);
    if (id === '') {
      setPanel('settings');
    }
    // After the form of the step is there.
    setTimeout(() => {
      const wrong = document.querySelector<HTMLElement>('.ivr-panel [aria-invalid="true"]');
      (wrong ?? document.querySelector<HTMLElement>('.ivr-panel input'))?.focus();
    });
  };
  const ground: Ground = {
    flow,
    findings: checked.findings,
    readOnly,
    prompts: prompts.value ?? [],
    queues: (campaigns.value ?? []).filter(({ mode }) => mode === 'inbound').map(({ name }) => name),
    boxes: (campaigns.value ?? []).map(({ name }) => name),
    put: (node, mark) => setFlow(put(flow, node), mark),
    setFlow,
    select,
    rename: (from, to) => {
      const { [from]: place, ...places } = doc.places;
      setFlow(rename(flow, from, to), '', place === undefined ? places : { ...places, [to]: place });
      setSelected(to);
    },
    remove: (id) => {
      setFlow(remove(flow, id));
      setSelected('');
    },
  };
  const addStep = (kind: Kind) => {
    const step = fresh(kind, freeId(flow, kindName(kind).toLowerCase()));
    setFlow(add(flow, step));
    select(step.id);
  };
  const takeVersion = (version: Flow) => {
    setViewed(undefined);
    setFlow(version, '', {});
    setSelected('');
  };
  return (
    <GroundContext.Provider value={ground}>
      <div className="ivr">
        <Bar editing={editing} id={view.id} flow={flow} findings={checked} mayChange={mayChange} readOnly={readOnly} onAdd={addStep} onFindings={() => setPanel('findings')} />
        {viewed !== undefined && (
          <div className="ivr-viewing" role="status">
            <span>{fill(texts.versions.viewing, { n: viewed.number, when: dateTime(viewed.publishedAt), who: viewed.publishedBy })}</span>
            {mayChange && (
              <button type="button" className="plain-button" onClick={() => takeVersion(viewed.flow)}>
                {texts.versions.take}
              </button>
            )}
            <button type="button" className="plain-button" onClick={() => setViewed(undefined)}>
              {texts.versions.leave}
            </button>
          </div>
        )}
        <Refusal words={checked.failure} />
        <div className="ivr-main">
          <Canvas
            key={viewed?.number ?? 0}
            flow={flow}
            places={viewed === undefined ? doc.places : {}}
            findings={checked.findings}
            selected={selected}
            trail={trail}
            readOnly={readOnly}
            promptName={promptName}
            onSelect={select}
            onMove={editing.setPlaces}
            onConnect={(from, word, to) => setFlow(connect(flow, from, word, to))}
            onRemove={ground.remove}
          />
          <div className="ivr-side">
            <PanelChoice panel={panel} found={checked.findings.length} onChoose={setPanel} />
            <div className="ivr-panel" role="region" aria-label={texts.panels[panel]} tabIndex={0}>
              {panel === 'steps' && <StepsPanel selected={selected} />}
              {panel === 'settings' && <SettingsPanel />}
              {panel === 'findings' &&
                (checked.findings.length === 0 ? (
                  <p className="dimmed">{texts.findings.none}</p>
                ) : (
                  <div className="stack">
                    <p className="dimmed">{texts.findings.intro}</p>
                    <FindingList findings={checked.findings} onGo={({ node }) => go(node)} />
                  </div>
                ))}
              {panel === 'tryOut' && <TryOutPanel flow={flow} trying={trying} promptName={promptName} onStep={setSelected} />}
              {panel === 'versions' && <VersionsPanel key={editing.saved.published} id={view.id} onView={setViewed} />}
            </div>
          </div>
        </div>
        <LeaveGuard active={!editing.isSaved && mayChange} save={editing.save} />
      </div>
    </GroundContext.Provider>
  );
}
