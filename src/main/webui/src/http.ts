import type { Problem } from './messages';

/** The engine refused a request, or could not be reached. The message is for people. */
export class RequestFailed extends Error {
  constructor(
    readonly status: number,
    message: string,
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
    throw new RequestFailed(0, 'The engine cannot be reached. Is it running?');
  }
  if (!response.ok) {
    throw new RequestFailed(response.status, await words(response));
  }
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

async function words(response: Response): Promise<string> {
  try {
    const problem = (await response.json()) as Problem;
    const fields = (problem.errors ?? []).map((error) => `${error.field}: ${error.message}`);
    return [problem.detail || problem.title, ...fields].join(' ');
  } catch {
    return `The engine answered with status ${response.status}.`;
  }
}

/** The words of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
