import { inWords } from '../text/format';

/** An agent's state as a shape, a colour and a word. */
export function AgentState({ state, code = '' }: { state: string; code?: string }) {
  return (
    <>
      <span className="state">
        <span className={`dot dot-${state}`} aria-hidden="true" />
        {inWords(state)}
      </span>
      {code !== '' && <span className="code">{code}</span>}
    </>
  );
}
