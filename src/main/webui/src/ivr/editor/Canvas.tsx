import { Background, Controls, MiniMap, ReactFlow, ReactFlowProvider, useReactFlow, type Connection, type EdgeChange, type NodeChange, type ReactFlowInstance } from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { fill, t } from '../../text/language';
import type { Finding } from '../flow/findings';
import { find } from '../flow/edits';
import type { Places } from '../flow/history';
import { arrange, sizeOf, type Point } from '../flow/layout';
import type { Flow } from '../flow/model';
import type { PromptName } from '../words';
import { shapeOf, stepsDrawn, waysDrawn, type Trail } from './drawn';
import { StepCard, type StepNode } from './StepCard';
import { Way, type WayEdge } from './Way';

interface Props {
  flow: Flow;
  places: Places;
  findings: readonly Finding[];
  selected: string;
  trail: Trail;
  readOnly: boolean;
  promptName: PromptName;
  onSelect: (id: string) => void;
  onMove: (places: Places) => void;
  onConnect: (from: string, word: string, to: string) => void;
  onRemove: (id: string) => void;
}

const NODE_TYPES = { step: StepCard };
const EDGE_TYPES = { way: Way };
const MANY_STEPS = 9;
/** From here on only what is in view is drawn. */
const VERY_MANY_STEPS = 120;
const ALL = { padding: 0.06, maxZoom: 1 };
/** Below this nobody can read what steps say. */
const READABLE = 0.6;
const FIRST_ZOOM = 0.8;
const ABOVE_FIRST = 30;

export function Canvas(props: Props) {
  return (
    <ReactFlowProvider>
      <Drawing {...props} />
    </ReactFlowProvider>
  );
}

function Drawing({ flow, places, findings, selected, trail, readOnly, promptName, onSelect, onMove, onConnect, onRemove }: Props) {
  const texts = t().ivr.canvas;
  const [dragged, setDragged] = useState<Places>({});
  const [way, setWay] = useState('');
  const pane = useRef<HTMLDivElement>(null);
  const shape = shapeOf(flow);
  const arranged = useMemo(() => arrange(flow), [shape]);
  const ground = { flow, arranged, places: { ...places, ...dragged }, findings, selected, trail, promptName };
  useFollowing(flow, ground.places, arranged.places, trail.at(-1)?.node ?? selected);

  const nodesChanged = (changes: NodeChange<StepNode>[]) => {
    const moved: Record<string, Point> = {};
    let rests = false;
    for (const change of changes) {
      if (change.type === 'select' && change.selected) {
        onSelect(change.id);
        setWay('');
      } else if (change.type === 'position' && change.position !== undefined) {
        moved[change.id] = change.position;
        rests ||= change.dragging !== true;
      }
    }
    if (Object.keys(moved).length > 0) {
      setDragged(rests ? {} : moved);
      if (rests) {
        onMove({ ...places, ...moved });
      }
    }
  };
  const edgesChanged = (changes: EdgeChange<WayEdge>[]) => {
    for (const change of changes) {
      if (change.type === 'select') {
        setWay(change.selected ? change.id : '');
        // A line cannot have the focus; its keys come here.
        pane.current?.focus({ preventScroll: true });
      }
    }
  };
  const connected = ({ source, sourceHandle, target }: Connection) => onConnect(source, sourceHandle ?? '', target);
  const pressed = (event: KeyboardEvent) => {
    if (readOnly || (event.key !== 'Delete' && event.key !== 'Backspace')) {
      return;
    }
    const [from, word] = way === '' ? [] : (JSON.parse(way) as [string, string]);
    if (from !== undefined && word !== undefined) {
      onConnect(from, word, '');
      setWay('');
    } else if (selected !== '') {
      onRemove(selected);
    }
  };
  return (
    <div className="ivr-canvas" dir="ltr" ref={pane} tabIndex={-1} onKeyDown={pressed}>
      <ReactFlow<StepNode, WayEdge>
        aria-label={texts.label}
        nodes={stepsDrawn(ground)}
        edges={waysDrawn(ground, way)}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        onNodesChange={nodesChanged}
        onEdgesChange={edgesChanged}
        onConnect={connected}
        onPaneClick={() => {
          onSelect('');
          setWay('');
        }}
        nodesDraggable={!readOnly}
        nodesConnectable={!readOnly}
        edgesFocusable={false}
        onlyRenderVisibleElements={flow.nodes.length > VERY_MANY_STEPS}
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        nodeDragThreshold={3}
        minZoom={0.1}
        maxZoom={1.5}
        onInit={(canvas) => begin(canvas, flow)}
        ariaLabelConfig={{
          'node.a11yDescription.default': texts.help,
          'node.a11yDescription.keyboardDisabled': texts.help,
          'node.a11yDescription.ariaLiveMessage': ({ x, y }: Point) => fill(texts.moved, { x: Math.round(x), y: Math.round(y) }),
          'edge.a11yDescription.default': texts.edgeHelp,
          'controls.ariaLabel': texts.controls,
          'controls.zoomIn.ariaLabel': texts.zoomIn,
          'controls.zoomOut.ariaLabel': texts.zoomOut,
          'controls.fitView.ariaLabel': texts.fit,
          'minimap.ariaLabel': texts.map,
          'handle.ariaLabel': texts.handle,
        }}
      >
        <Background gap={22} />
        <Controls showInteractive={false} fitViewOptions={ALL} />
        {flow.nodes.length > MANY_STEPS && <MiniMap<StepNode> className="ivr-map" pannable zoomable nodeClassName={({ data }) => (data.lit === '' ? '' : 'map-lit')} />}
      </ReactFlow>
    </div>
  );
}

/** Shows all, if that can be read; else where callers begin. */
function begin(canvas: ReactFlowInstance<StepNode, WayEdge>, flow: Flow): void {
  void canvas.fitView(ALL).then(() => {
    const first = canvas.getNode(flow.start) ?? canvas.getNodes()[0];
    const pane = document.querySelector('.ivr-canvas')?.getBoundingClientRect();
    if (canvas.getZoom() < READABLE && first !== undefined && pane !== undefined) {
      const middle = first.position.x + (first.width ?? 0) / 2;
      void canvas.setViewport({ x: pane.width / 2 - middle * FIRST_ZOOM, y: ABOVE_FIRST - first.position.y * FIRST_ZOOM, zoom: FIRST_ZOOM });
    }
  });
}

/** Brings the step at hand into view. */
function useFollowing(flow: Flow, places: Places, arranged: ReadonlyMap<string, Point>, at: string): void {
  const { getViewport, setCenter, getZoom } = useReactFlow();
  useEffect(() => {
    const node = find(flow, at);
    const place = places[at] ?? arranged.get(at);
    const pane = document.querySelector('.ivr-canvas')?.getBoundingClientRect();
    if (node === undefined || place === undefined || pane === undefined) {
      return;
    }
    const { x, y, zoom } = getViewport();
    const size = sizeOf(node);
    const left = place.x * zoom + x;
    const top = place.y * zoom + y;
    const isSeen = left >= 0 && top >= 0 && left + size.width * zoom <= pane.width && top + size.height * zoom <= pane.height;
    if (!isSeen) {
      void setCenter(place.x + size.width / 2, place.y + size.height / 2, { zoom: getZoom(), duration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 250 });
    }
    // Only when another step is at hand, not while one is moved.
  }, [at]);
}
