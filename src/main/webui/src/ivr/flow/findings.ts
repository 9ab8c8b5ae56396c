import type { Flow } from './model';

/** Something because of which a flow cannot be published, as the engine says it. */
export interface Finding {
  kind: string;
  /** Id of the step; empty for the flow as a whole. */
  node: string;
  /** What of it, such as `choices.1`; empty for all of it. */
  field: string;
  sentence: string;
}

/** Of what cannot even be read. */
const UNREADABLE = 'UNREADABLE';
const OF_NODE = /^flow\.nodes\[(\d+)\](?:\.(.*))?$/;

/** What the engine could not read, by places such as `flow.nodes[2].says[0].text`, as findings at the steps. */
export function unreadable(flow: Flow, fields: Readonly<Record<string, string>>): Finding[] {
  return Object.entries(fields).map(([place, message]) => {
    const [, index, field] = OF_NODE.exec(place) ?? [];
    const node = flow.nodes[Number(index)]?.id ?? '';
    const rest = index === undefined ? place.replace(/^flow\.?/, '') : (field ?? '');
    return { kind: UNREADABLE, node, field: rest, sentence: `${rest} ${message}.`.trim() };
  });
}

/** What is wrong with a field of a step; empty for nothing. */
export function wordsAt(findings: readonly Finding[], node: string, ...fields: string[]): string {
  return findings
    .filter((finding) => finding.node === node && fields.some((field) => isWithin(finding.field, field)))
    .map((finding) => finding.sentence)
    .join(' ');
}

const isWithin = (place: string, field: string) => place === field || place.startsWith(`${field}.`) || place.startsWith(`${field}[`);
