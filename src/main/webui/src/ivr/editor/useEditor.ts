import { useEffect, useState } from 'react';
import { RequestFailed } from '../../http';
import { useDeed } from '../../ui/load';
import { loadFlow, publishFlow, saveFlow, type FlowView } from '../api';
import { begin, change, redo, undo, type Doc, type Places } from '../flow/history';
import type { Flow } from '../flow/model';

interface Saved {
  name: string;
  flow: Flow;
  version: number;
  published: number | null;
}

const savedOf = (view: FlowView, flow = view.flow): Saved => ({ name: view.name, flow, version: view.version, published: view.published ?? null });

export interface Editing {
  doc: Doc;
  saved: Saved;
  isSaved: boolean;
  /** Somebody else has saved it meanwhile. */
  conflict: boolean;
  busy: boolean;
  refusal: string;
  canUndo: boolean;
  canRedo: boolean;
  undo: () => void;
  redo: () => void;
  /** @param mark such as the field in which somebody is typing */
  setFlow: (flow: Flow, mark?: string, places?: Places) => void;
  setName: (name: string) => void;
  setPlaces: (places: Places) => void;
  save: () => Promise<boolean>;
  publish: () => Promise<boolean>;
  /** Takes what somebody else has saved; what was here can be had back by undoing. */
  takeTheirs: () => Promise<boolean>;
}

/** A flow that is being written, its past, and what the engine keeps of it. */
export function useEditor(view: FlowView): Editing {
  const [saved, setSaved] = useState(() => savedOf(view));
  const [history, setHistory] = useState(() => begin({ name: view.name, flow: view.flow, places: {} }));
  const [conflict, setConflict] = useState(false);
  const { busy, refusal, run } = useDeed();
  const doc = history.now;
  const isSaved = doc.flow === saved.flow && doc.name === saved.name;

  const store = async (): Promise<Saved> => {
    if (isSaved) {
      return saved;
    }
    try {
      const kept = { ...savedOf(await saveFlow(view.id, doc.name, doc.flow, saved.version), doc.flow), name: doc.name };
      setSaved(kept);
      return kept;
    } catch (error) {
      setConflict(error instanceof RequestFailed && error.status === 409);
      throw error;
    }
  };
  const put = (next: Doc, mark = '') => setHistory((before) => change(before, next, mark));

  return {
    doc,
    saved,
    isSaved,
    conflict,
    busy,
    refusal,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    undo: () => setHistory(undo),
    redo: () => setHistory(redo),
    setFlow: (flow, mark, places = doc.places) => put({ ...doc, flow, places }, mark),
    setName: (name) => put({ ...doc, name }, 'name'),
    setPlaces: (places) => put({ ...doc, places }),
    save: () => run(async () => void (await store())),
    publish: () =>
      run(async () => {
        const { version, flow, name } = await store();
        setSaved({ ...savedOf(await publishFlow(view.id, version), flow), name });
      }),
    takeTheirs: () =>
      run(async () => {
        const theirs = await loadFlow(view.id);
        setSaved(savedOf(theirs));
        put({ ...doc, name: theirs.name, flow: theirs.flow });
        setConflict(false);
      }),
  };
}

/** Undo, redo and save by the keys that everybody knows, wherever the focus is on the page. */
export function useEditorKeys({ undo: back, redo: forth, save }: Pick<Editing, 'undo' | 'redo' | 'save'>, active: boolean): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (!active || !(event.ctrlKey || event.metaKey) || event.altKey || document.querySelector('dialog[open]') !== null) {
        return;
      }
      const key = event.key.toLowerCase();
      const deed = key === 's' ? () => void save() : key === 'y' || (key === 'z' && event.shiftKey) ? forth : key === 'z' ? back : undefined;
      if (deed !== undefined) {
        event.preventDefault();
        deed();
      }
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  });
}
