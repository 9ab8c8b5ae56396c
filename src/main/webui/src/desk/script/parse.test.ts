import { expect, test } from 'vitest';
import { parseScript, parseSpans } from './parse';

test('steps have names for branches, or their title serves', () => {
  const steps = parseScript('Before\n\n# owner: Do you own it?\nText\nof two lines\n\n# The end\n');
  expect(steps.map((step) => [step.name, step.title])).toEqual([
    ['', ''],
    ['owner', 'Do you own it?'],
    ['the-end', 'The end'],
  ]);
  expect(steps[1]?.blocks).toEqual([{ kind: 'paragraph', spans: [{ kind: 'text', text: 'Text of two lines' }] }]);
});

test('fields, stress, branches and dispositions', () => {
  expect(parseSpans('Hi {{ first_name }}, **now** or *later*? [Yes](#Owner) [Sale](!SALE).')).toEqual([
    { kind: 'text', text: 'Hi ' },
    { kind: 'field', name: 'first_name' },
    { kind: 'text', text: ', ' },
    { kind: 'strong', text: 'now' },
    { kind: 'text', text: ' or ' },
    { kind: 'stressed', text: 'later' },
    { kind: 'text', text: '? ' },
    { kind: 'branch', text: 'Yes', to: 'owner' },
    { kind: 'text', text: ' ' },
    { kind: 'dispose', text: 'Sale', code: 'SALE' },
    { kind: 'text', text: '.' },
  ]);
});

test('lines of a list stay together', () => {
  expect(parseScript('- a\n- b\n\ntext')[0]?.blocks.map((block) => block.kind)).toEqual(['list', 'paragraph']);
});

test('markup of the web is only text', () => {
  expect(parseSpans('<b>x</b> [a](javascript:alert(1))')).toEqual([{ kind: 'text', text: '<b>x</b> [a](javascript:alert(1))' }]);
});
