import { Button, NativeSelect } from '@mantine/core';
import { fill, t } from '../../text/language';
import { add, connect, exitsOf, find, freeId, fresh, keyOf, led, withoutKey } from '../flow/edits';
import { wordsAt } from '../flow/findings';
import { KEYS, KINDS, type FlowNode, type Kind } from '../flow/model';
import { exitLabel, kindName } from '../words';
import { useGround } from './ground';

const NEW = 'new ';
const TO = 'to ';

/** Where a step leads: the same as drawing lines, without a mouse. */
export function ExitsForm({ node }: { node: FlowNode }) {
  const texts = t().ivr.steps;
  const { findings, put } = useGround();
  const exits = exitsOf(node);
  const free = node.kind === 'menu' ? KEYS.filter((key) => node.choices?.[key] === undefined) : [];
  const problem = wordsAt(findings, node.id, 'choices').trim();
  if (exits.length === 0) {
    return null;
  }
  return (
    <fieldset className="ivr-group">
      <legend>{texts.exits}</legend>
      <ul>
        {exits.map(({ word, to }) => (
          <li key={word} className="ivr-row">
            <ExitSelect node={node} word={word} to={to} />
            {keyOf(word) !== undefined && (
              <Button size="compact-xs" variant="default" className="ivr-beside" aria-label={fill(texts.removeKey, { key: keyOf(word) ?? '' })} onClick={() => put(withoutKey(node, keyOf(word) ?? ''))}>
                ×
              </Button>
            )}
          </li>
        ))}
      </ul>
      {problem !== '' && exits.every(({ word }) => wordsAt(findings, node.id, word) === '') && (
        <p className="ivr-problem" dir="auto">
          {problem}
        </p>
      )}
      {free.length > 0 && (
        <NativeSelect
          aria-label={texts.addKey}
          size="xs"
          value=""
          data={[{ value: '', label: texts.addKey }, ...free.map((key) => ({ value: key, label: fill(texts.key, { key }) }))]}
          onChange={(event) => put(led(node, `choices.${event.currentTarget.value}`, ''))}
        />
      )}
    </fieldset>
  );
}

function ExitSelect({ node, word, to }: { node: FlowNode; word: string; to: string }) {
  const texts = t().ivr.steps;
  const { flow, findings, setFlow } = useGround();
  const isLost = to !== '' && find(flow, to) === undefined;
  const choose = (value: string) => {
    if (value.startsWith(NEW)) {
      const kind = value.slice(NEW.length) as Kind;
      const made = fresh(kind, freeId(flow, kindName(kind).toLowerCase()));
      setFlow(connect(add(flow, made), node.id, word, made.id));
    } else {
      setFlow(connect(flow, node.id, word, value.slice(TO.length)));
    }
  };
  return (
    <NativeSelect
      className="ivr-exit"
      label={exitLabel(word)}
      size="xs"
      value={TO + to}
      error={wordsAt(findings, node.id, word) || undefined}
      data={[
        { value: TO, label: word === 'afterTalk' ? texts.endsCall : texts.nowhere },
        ...(isLost ? [{ value: TO + to, label: fill(texts.lost, { name: to }) }] : []),
        { group: texts.existing, items: flow.nodes.map(({ id }) => ({ value: TO + id, label: id })) },
        { group: texts.fresh, items: KINDS.map((kind) => ({ value: NEW + kind, label: kindName(kind) })) },
      ]}
      onChange={(event) => choose(event.currentTarget.value)}
    />
  );
}
