import { count } from '../../text/format';
import { t } from '../../text/language';

export type Panel = 'steps' | 'settings' | 'findings' | 'tryOut' | 'versions';

const PANELS: readonly Panel[] = ['steps', 'settings', 'findings', 'tryOut', 'versions'];

interface Props {
  panel: Panel;
  found: number;
  onChoose: (panel: Panel) => void;
}

/** What is shown beside the canvas. */
export function PanelChoice({ panel, found, onChoose }: Props) {
  const texts = t().ivr.panels;
  return (
    <div className="ivr-panels" role="group" aria-label={texts.label}>
      {PANELS.map((each) => (
        <button key={each} type="button" aria-pressed={panel === each} onClick={() => onChoose(each)}>
          {texts[each]}
          {each === 'findings' && found > 0 && <span className="step-found">{count(found)}</span>}
        </button>
      ))}
    </div>
  );
}
