import { fill, t } from '../../text/language';
import { Key } from '../Key';
import type { Call, Choice } from '../model';

interface Props {
  call: Call;
  /** What can be chosen now. */
  choices: Choice[];
  /** What was chosen already, of which these are the kinds. */
  above: Choice | undefined;
  onBack: () => void;
  onDispose: (code: string) => void;
}

/** What can be chosen now: the kinds of what was chosen, or what is no kind of another. */
export function offered(choices: readonly Choice[], above: string): Choice[] {
  return choices.filter(({ below }) => below === above || (above === '' && !choices.some(({ code }) => code === below)));
}

/** Whether there are kinds of it to choose from. */
export const hasKinds = (choices: readonly Choice[], code: string) => choices.some(({ below }) => below === code);

/** What the call came to: by mouse, or by Alt, Shift and the number. */
export function Disposal({ call, choices, above, onBack, onDispose }: Props) {
  const text = t().desk.disposal;
  return (
    <section className="panel disposal" aria-labelledby="disposal-title">
      <h2 id="disposal-title">{above === undefined ? text.title : fill(text.kind, { label: above.label })}</h2>
      {above !== undefined && (
        <button type="button" className="plain-button" onClick={onBack}>
          {t().common.previous}
        </button>
      )}
      {call.disposed ? (
        <p role="status">{text.done}</p>
      ) : (
        <ul>
          {choices.map((choice, index) => (
            <li key={choice.code}>
              <button type="button" className={choice.isFinal ? 'deed' : 'deed deed-again'} onClick={() => onDispose(choice.code)}>
                <span>{choice.label}</span>
                {index < 9 && <Key name={String(index + 1)} shift />}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
