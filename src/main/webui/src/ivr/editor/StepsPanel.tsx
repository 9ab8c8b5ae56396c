import { count } from '../../text/format';
import { t } from '../../text/language';
import { find } from '../flow/edits';
import { kindName } from '../words';
import { useGround } from './ground';
import { groupOf } from './StepCard';
import { StepForm } from './StepForm';

/** The chosen step, or all of them as a list. */
export function StepsPanel({ selected }: { selected: string }) {
  const texts = t().ivr;
  const { flow, findings, select } = useGround();
  const node = find(flow, selected);
  if (node !== undefined) {
    return <StepForm node={node} />;
  }
  if (flow.nodes.length === 0) {
    return <p className="dimmed">{texts.steps.none}</p>;
  }
  return (
    <nav aria-label={texts.steps.all}>
      <ul className="ivr-steps">
        {flow.nodes.map(({ id, kind }) => {
          const found = findings.filter((finding) => finding.node === id).length;
          return (
            <li key={id}>
              <button type="button" className={`ivr-step step-${groupOf(kind)}`} onClick={() => select(id)}>
                <bdi>{id}</bdi> <span className="dimmed">{kindName(kind)}</span>
                {id === flow.start && <span className="step-start">{texts.canvas.start}</span>}
                {found > 0 && <span className="step-found">{count(found)}</span>}
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
