import { fill, t } from '../text/language';
import { keyOf } from './flow/edits';
import type { Criterion, ExitWord, FlowNode, Kind, Phrase } from './flow/model';

export type PromptName = (id: number) => string;

export const kindName = (kind: Kind): string => t().ivr.kinds[kind];

/** An exit by the key that takes it, or in words. */
export function exitName(word: string): string {
  return keyOf(word) ?? t().ivr.exits[word as ExitWord] ?? word;
}

/** The same for where there is no picture: a key is called one. */
export function exitLabel(word: string): string {
  const key = keyOf(word);
  return key === undefined ? exitName(word) : fill(t().ivr.steps.key, { key });
}

export function phraseWords(phrase: Phrase, promptName: PromptName): string {
  if ('text' in phrase) {
    return phrase.text;
  }
  if ('prompt' in phrase) {
    return `“${promptName(phrase.prompt)}”`;
  }
  return `{${'number' in phrase ? phrase.number : 'digits' in phrase ? phrase.digits : phrase.date}}`;
}

function criterionWords(criterion: Criterion): string {
  const { opens, operators } = t().ivr.condition;
  if ('open' in criterion) {
    return fill(opens, { name: criterion.open });
  }
  const names: Partial<Record<string, string>> = operators;
  return [criterion.variable, names[criterion.operator] ?? criterion.operator, criterion.values.join(', ')].join(' ').trim();
}

/** What a step does, in a line. */
export function stepWords(node: FlowNode, promptName: PromptName): string {
  const says = (node.says ?? []).map((phrase) => phraseWords(phrase, promptName)).join(' ').trim();
  switch (node.kind) {
    case 'condition':
      return node.if === undefined ? '' : criterionWords(node.if);
    case 'lookUp':
      return node.url ?? '';
    case 'set':
      return `${node.variable ?? ''} = ${node.value ?? ''}`;
    case 'enqueue':
      return node.queue ?? '';
    case 'transfer':
      return node.number ?? '';
    case 'voicemail':
      return [node.box, says].filter(Boolean).join(': ');
    case 'hangUp':
      return '';
    default:
      return says || t().ivr.canvas.nothing;
  }
}
