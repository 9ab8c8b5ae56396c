import type { Problem } from './messages';
import { fill, t } from './text/language';

/** The engine refused a request, or could not be reached. The message is for people. */
export class RequestFailed extends Error {
  constructor(
    readonly status: number,
    message: string,
    /** What was wrong with which field of the body. */
    readonly fields: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

/** Sends a request and answers what came back; a problem document becomes an exception with its words. */
export async function request<T>(method: string, path: string, body?: unknown): Promise<T> {
  const init: RequestInit = { method, headers: { Accept: 'application/json', 'X-Tactus': '1' } };
  if (body instanceof FormData) {
    init.body = body;
  } else if (body !== undefined) {
    init.headers = { ...init.headers, 'Content-Type': 'application/json' };
    init.body = JSON.stringify(body);
  }
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch {
    throw new RequestFailed(0, t().common.noEngine);
  }
  if (!response.ok) {
    throw await failure(response);
  }
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

async function failure(response: Response): Promise<RequestFailed> {
  let problem: Problem;
  try {
    problem = (await response.json()) as Problem;
  } catch {
    return new RequestFailed(response.status, fill(t().common.status, { status: response.status }));
  }
  const errors = problem.errors ?? [];
  const words = [problem.detail || problem.title, ...errors.map((error) => `${error.field}: ${error.message}`)].join(' ');
  return new RequestFailed(response.status, words, Object.fromEntries(errors.map((error) => [error.field, error.message])));
}

/** The words of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What was wrong with which field; nothing when the failure says nothing about fields. */
export function fieldsOf(error: unknown): Readonly<Record<string, string>> {
  return error instanceof RequestFailed ? error.fields : {};
}
