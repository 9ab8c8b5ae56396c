import { fill, t } from '../text/language';
import { Confirm } from './Confirm';

interface Props {
  /** Whom or what the row is about. */
  name: string;
  change: () => void;
  /** What removing is called, with and without the name, and what is asked before it. */
  words: string;
  label: string;
  question: string;
  remove: () => Promise<void>;
}

/** The last cell of a row: change, and remove after a question. */
export function RowActions({ name, change, words, label, question, remove }: Props) {
  return (
    <div className="buttons">
      <button type="button" className="plain-button" aria-label={fill(t().users.changeOne, { name })} onClick={change}>
        {t().common.change}
      </button>
      <Confirm words={words} label={fill(label, { name })} question={fill(question, { name })} deed={remove} />
    </div>
  );
}
