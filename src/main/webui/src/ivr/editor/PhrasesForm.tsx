import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { fill, t } from '../../text/language';
import { wordsAt } from '../flow/findings';
import type { FlowNode, Phrase } from '../flow/model';
import { useGround } from './ground';

type PhraseKind = 'text' | 'prompt' | 'number' | 'digits' | 'date';

const PHRASES: readonly PhraseKind[] = ['text', 'prompt', 'number', 'digits', 'date'];

const kindOf = (phrase: Phrase): PhraseKind => PHRASES.find((kind) => kind in phrase) ?? 'text';

/** What a caller hears, part by part. */
export function PhrasesForm({ node, name }: { node: FlowNode; name: 'says' | 'wrong' }) {
  const texts = t().ivr.phrases;
  const label = t().ivr.fields[name];
  const { findings, prompts, put } = useGround();
  const phrases = node[name] ?? [];
  const set = (changed: Phrase[], mark = '') => put({ ...node, [name]: changed }, mark);
  const replace = (index: number, phrase: Phrase, mark = '') => set(phrases.map((each, at) => (at === index ? phrase : each)), mark);
  const asKind = (kind: PhraseKind): Phrase => (kind === 'text' ? { text: '' } : kind === 'prompt' ? { prompt: prompts[0]?.id ?? 1 } : ({ [kind]: 'caller' } as Phrase));
  const raise = (index: number) => set(phrases.map((each, at) => (at === index ? (phrases[index - 1] ?? each) : at === index - 1 ? (phrases[index] ?? each) : each)));
  const problem = wordsAt(findings, node.id, ...(name === 'says' ? ['says', 'text'] : ['wrong']));
  return (
    <fieldset className="ivr-group">
      <legend>{label}</legend>
      {phrases.length === 0 && <p className="dimmed">{texts.none}</p>}
      <ul>
        {phrases.map((phrase, index) => (
          <li key={index}>
            <div className="ivr-phrase" role="group" aria-label={fill(texts.part, { what: label, n: index + 1 })}>
              <div className="ivr-row">
                <NativeSelect
                  aria-label={texts.kind}
                  size="xs"
                  value={kindOf(phrase)}
                  data={PHRASES.map((kind) => ({ value: kind, label: texts.kinds[kind] }))}
                  onChange={(event) => replace(index, asKind(event.currentTarget.value as PhraseKind))}
                />
                {index > 0 && (
                  <Button size="compact-xs" variant="default" aria-label={fill(texts.up, { n: index + 1 })} onClick={() => raise(index)}>
                    ↑
                  </Button>
                )}
                <Button size="compact-xs" variant="default" aria-label={fill(texts.remove, { n: index + 1 })} onClick={() => set(phrases.filter((_, at) => at !== index))}>
                  ×
                </Button>
              </div>
              <Value phrase={phrase} onChange={(changed) => replace(index, changed, `${node.id} ${name} ${index}`)} />
            </div>
          </li>
        ))}
      </ul>
      {problem !== '' && (
        <p className="ivr-problem" dir="auto">
          {problem}
        </p>
      )}
      <Button size="compact-xs" variant="default" aria-label={`${texts.add}: ${label}`} onClick={() => set([...phrases, { text: '' }])}>
        {texts.add}
      </Button>
    </fieldset>
  );
}

function Value({ phrase, onChange }: { phrase: Phrase; onChange: (phrase: Phrase) => void }) {
  const texts = t().ivr.phrases;
  const { prompts } = useGround();
  if ('text' in phrase) {
    return <Textarea aria-label={texts.words} placeholder={texts.words} size="xs" rows={2} dir="auto" maxLength={1000} value={phrase.text} onChange={(event) => onChange({ text: event.currentTarget.value.replaceAll('\n', ' ') })} />;
  }
  if ('prompt' in phrase) {
    const known = prompts.map(({ id, name }) => ({ value: String(id), label: name }));
    const others = prompts.some(({ id }) => id === phrase.prompt) ? [] : [{ value: String(phrase.prompt), label: fill(texts.unknown, { n: phrase.prompt }) }];
    return <NativeSelect aria-label={texts.prompt} size="xs" value={String(phrase.prompt)} data={[...others, ...known]} onChange={(event) => onChange({ prompt: Number(event.currentTarget.value) })} />;
  }
  const kind = kindOf(phrase);
  const variable = 'number' in phrase ? phrase.number : 'digits' in phrase ? phrase.digits : phrase.date;
  return <TextInput aria-label={texts.variable} size="xs" value={variable} onChange={(event) => onChange({ [kind]: event.currentTarget.value } as Phrase)} />;
}
