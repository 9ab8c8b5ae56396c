/**
 * Scripts: plain text with few marks.
 *
 *   # opening: Greeting            a step; the part before the colon is its name for branches
 *   Hello {{first_name}}!          a paragraph with a field of the lead
 *   - **offer** one, *gently*      a list; strong and stressed words
 *   [Yes](#owner) [No](#end)       branches: buttons that lead to a step
 *   [Sale](!SALE)                  a button that chooses a disposition
 */
export type Span =
  | { kind: 'text' | 'strong' | 'stressed'; text: string }
  | { kind: 'field'; name: string }
  | { kind: 'branch'; text: string; to: string }
  | { kind: 'dispose'; text: string; code: string };

export type Block = { kind: 'paragraph'; spans: Span[] } | { kind: 'list'; items: Span[][] };

export interface Step {
  name: string;
  title: string;
  blocks: Block[];
}

const SPAN = /\{\{\s*([\w .-]+?)\s*\}\}|\*\*([^*]+)\*\*|\*([^*]+)\*|\[([^\]]+)\]\((#|!)([\w-]+)\)/g;

export function parseSpans(text: string): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const found of text.matchAll(SPAN)) {
    if (found.index > from) {
      spans.push({ kind: 'text', text: text.slice(from, found.index) });
    }
    const [whole, field, strong, stressed, label = '', mark, target = ''] = found;
    if (field !== undefined) {
      spans.push({ kind: 'field', name: field });
    } else if (strong !== undefined) {
      spans.push({ kind: 'strong', text: strong });
    } else if (stressed !== undefined) {
      spans.push({ kind: 'stressed', text: stressed });
    } else {
      spans.push(mark === '#' ? { kind: 'branch', text: label, to: target.toLowerCase() } : { kind: 'dispose', text: label, code: target });
    }
    from = found.index + whole.length;
  }
  if (from < text.length) {
    spans.push({ kind: 'text', text: text.slice(from) });
  }
  return spans;
}

export function parseScript(text: string): Step[] {
  const steps: Step[] = [];
  let step: Step | undefined;
  let paragraph: string[] = [];
  const at = (): Step => {
    if (step === undefined) {
      step = { name: '', title: '', blocks: [] };
      steps.push(step);
    }
    return step;
  };
  const close = () => {
    if (paragraph.length > 0) {
      at().blocks.push({ kind: 'paragraph', spans: parseSpans(paragraph.join(' ')) });
      paragraph = [];
    }
  };
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.trim();
    const heading = /^#+\s+(?:([\w-]+)\s*:\s*)?(.+)$/.exec(line);
    if (heading !== null) {
      close();
      const title = heading[2] ?? '';
      step = { name: (heading[1] ?? title.replaceAll(/[^\w-]+/g, '-')).toLowerCase(), title, blocks: [] };
      steps.push(step);
    } else if (/^[-*]\s+/.test(line)) {
      close();
      const spans = parseSpans(line.replace(/^[-*]\s+/, ''));
      const last = at().blocks.at(-1);
      if (last?.kind === 'list') {
        last.items.push(spans);
      } else {
        at().blocks.push({ kind: 'list', items: [spans] });
      }
    } else if (line === '') {
      close();
    } else {
      paragraph.push(line);
    }
  }
  close();
  return steps;
}
