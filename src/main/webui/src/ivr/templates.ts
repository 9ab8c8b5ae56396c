import { t } from '../text/language';
import { add, connect, fresh } from './flow/edits';
import type { Flow, FlowNode, Kind } from './flow/model';

export const TEMPLATES = ['empty', 'menu'] as const;
export type Template = (typeof TEMPLATES)[number];

/** What a new flow begins with. @param queue name of a queue, if there is one */
export function begun(template: Template, language: string, queue: string): Flow {
  const { ids, greeting, ask, wrong, leave } = t().ivr.forms;
  const step = (kind: Kind, id: string, fields: Partial<FlowNode> = {}): FlowNode => ({ ...fresh(kind, id), ...fields });
  const bare: Flow = { language, zone: Intl.DateTimeFormat().resolvedOptions().timeZone, data: [], hours: {}, start: '', nodes: [] };
  const hello = add(bare, step('say', ids.greeting, { says: [{ text: greeting }] }));
  if (template === 'empty') {
    return connect(add(hello, step('hangUp', ids.end)), ids.greeting, 'next', ids.end);
  }
  const steps = [
    step('menu', ids.menu, {
      says: [{ text: ask }],
      wrong: [{ text: wrong }],
      choices: { '1': ids.queue, '2': ids.message },
      noInput: ids.queue,
      noMatch: ids.queue,
    }),
    step('enqueue', ids.queue, { queue, overflow: ids.message, refused: ids.message }),
    step('voicemail', ids.message, { says: [{ text: leave }], box: queue, next: ids.end, failed: ids.end }),
    step('hangUp', ids.end),
  ];
  return connect(steps.reduce(add, hello), ids.greeting, 'next', ids.menu);
}
