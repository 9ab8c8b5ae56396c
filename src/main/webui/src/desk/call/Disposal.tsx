import { t } from '../../text/language';
import { Key } from '../Key';
import type { Call, Choice } from '../model';

interface Props {
  call: Call;
  choices: Choice[];
  onDispose: (code: string) => void;
}

/** What the call came to: by mouse, or by Alt, Shift and the number. */
export function Disposal({ call, choices, onDispose }: Props) {
  const text = t().desk.disposal;
  return (
    <section className="panel disposal" aria-labelledby="disposal-title">
      <h2 id="disposal-title">{text.title}</h2>
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
