import type { PageProps } from '../pages';
import { Show } from '../ui/load';
import { useFlow } from './api';
import { Editor } from './editor/Editor';
import './ivr.css';

/** One flow, to be written. */
export default function FlowPage({ params }: PageProps) {
  const id = Number(params['id']);
  const flow = useFlow(id);
  return <Show loaded={flow}>{(view) => <Editor key={id} view={view} />}</Show>;
}
