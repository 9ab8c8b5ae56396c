import { useMemo, useState } from 'react';
import { t } from '../../text/language';
import type { Customer, MyCampaign } from '../model';
import { parseScript, type Span, type Step } from './parse';

interface Props {
  campaign: MyCampaign;
  customer: Customer;
  agent: string;
  onDispose: (code: string) => void;
}

/** The value of a field for this customer; undefined for a field that the lead does not have. */
export function fieldValue(name: string, customer: Customer, campaign: string, agent: string): string | undefined {
  const own: Record<string, string> = {
    first_name: customer.firstName,
    last_name: customer.lastName,
    number: customer.number,
    external_id: customer.externalId,
    campaign,
    agent_name: agent,
  };
  const value = own[name] ?? customer.custom[name];
  return value === undefined || value === null ? undefined : String(value);
}

/** What the agent says, step by step, with the customer's own words filled in. */
export function ScriptPanel({ campaign, customer, agent, onDispose }: Props) {
  const steps = useMemo(() => parseScript(campaign.script), [campaign.script]);
  const [way, setWay] = useState<string[]>([]);
  const current = steps.find((step) => step.name === way.at(-1)) ?? steps[0];
  if (current === undefined) {
    return null;
  }
  const go = (to: string) => setWay([...way, to]);

  const span = (each: Span, key: number) => {
    switch (each.kind) {
      case 'text':
        return <span key={key}>{each.text}</span>;
      case 'strong':
        return <strong key={key}>{each.text}</strong>;
      case 'stressed':
        return <em key={key}>{each.text}</em>;
      case 'field': {
        const value = fieldValue(each.name, customer, campaign.name, agent);
        return (
          <span key={key} className={value === undefined || value === '' ? 'script-missing' : 'script-field'}>
            {value === undefined || value === '' ? each.name : value}
          </span>
        );
      }
      case 'branch':
        return (
          <button key={key} type="button" className="script-branch" disabled={!steps.some((step) => step.name === each.to)} onClick={() => go(each.to)}>
            {each.text}
          </button>
        );
      case 'dispose':
        return (
          <button key={key} type="button" className="script-branch script-dispose" onClick={() => onDispose(each.code)}>
            {each.text}
          </button>
        );
    }
  };

  return (
    <section className="panel script" aria-label={t().desk.script.title}>
      <header>
        <h2>{current.title || t().desk.script.title}</h2>
        {way.length > 0 && (
          <span className="script-way">
            <button type="button" className="plain-button" onClick={() => setWay(way.slice(0, -1))}>
              {t().desk.script.back}
            </button>
            <button type="button" className="plain-button" onClick={() => setWay([])}>
              {t().desk.script.start}
            </button>
          </span>
        )}
      </header>
      <div className="script-text" aria-live="polite">
        <Body step={current} span={span} />
      </div>
    </section>
  );
}

function Body({ step, span }: { step: Step; span: (each: Span, key: number) => React.ReactNode }) {
  return step.blocks.map((block, index) =>
    block.kind === 'paragraph' ? (
      <p key={index}>{block.spans.map(span)}</p>
    ) : (
      <ul key={index}>
        {block.items.map((item, each) => (
          <li key={each}>{item.map(span)}</li>
        ))}
      </ul>
    ),
  );
}
