import { useEffect, useState } from 'react';
import { fieldsOf, messageOf, request } from '../http';
import { useGet } from '../ui/load';
import { unreadable, type Finding } from './flow/findings';
import type { Flow } from './flow/model';

/** A flow in the list of all. */
export interface FlowRow {
  id: number;
  name: string;
  /** Of the draft; given back with a change. */
  version: number;
  changedAt: string;
  changedBy: string;
  /** Number of the version in force; none before the first. */
  published?: number | null;
}

export interface FlowView extends FlowRow {
  flow: Flow;
}

export interface Version {
  number: number;
  publishedAt: string;
  publishedBy: string;
}

export interface Published extends Version {
  flow: Flow;
}

interface Validation {
  findings: Finding[];
}

const PATH = '/api/ivr-flows';

export const useFlows = () => useGet<FlowRow[]>(PATH);
export const useFlow = (id: number) => useGet<FlowView>(`${PATH}/${id}`);
export const useFindings = (id: number) => useGet<Validation>(`${PATH}/${id}/findings`);
export const useVersions = (id: number) => useGet<Version[]>(`${PATH}/${id}/versions`);

export const createFlow = (name: string, flow: unknown) => request<FlowView>('POST', PATH, { name, flow });
export const saveFlow = (id: number, name: string, flow: Flow, version: number) => request<FlowView>('PUT', `${PATH}/${id}`, { name, flow, version });
export const loadFlow = (id: number) => request<FlowView>('GET', `${PATH}/${id}`);
export const deleteFlow = (id: number) => request<void>('DELETE', `${PATH}/${id}`);
export const publishFlow = (id: number, version: number) => request<FlowView>('POST', `${PATH}/${id}/publish`, { version });
export const loadVersion = (id: number, number: number) => request<Published>('GET', `${PATH}/${id}/versions/${number}`);

/** Changes rest for this long before they are checked. */
const REST_MILLIS = 350;

export interface Checked {
  /** Of the last check; those of before stay until the next is there. */
  findings: readonly Finding[];
  checking: boolean;
  failure: string;
}

/** What is wrong with a flow that is being written; asked anew when it rests. */
export function useCheck(flow: Flow): Checked {
  const [checked, setChecked] = useState<Checked>({ findings: [], checking: true, failure: '' });
  useEffect(() => {
    let current = true;
    const tell = (findings: readonly Finding[], failure: string) => current && setChecked({ findings, checking: false, failure });
    setChecked((before) => ({ ...before, checking: true }));
    const timer = window.setTimeout(() => {
      request<Validation>('POST', `${PATH}/findings`, { flow })
        .then(({ findings }) => tell(findings, ''))
        .catch((error: unknown) => {
          const found = unreadable(flow, fieldsOf(error));
          tell(found, found.length > 0 ? '' : messageOf(error));
        });
    }, REST_MILLIS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [flow]);
  return checked;
}
