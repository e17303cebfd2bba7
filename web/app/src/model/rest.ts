/** Why a request to the server's REST routes came to nothing. */
export class RestFailure extends Error {
  override readonly name = 'RestFailure';

  constructor(
    /** The HTTP status of the answer; 0 where there was none. */
    readonly status: number,
    detail: string,
  ) {
    super(detail);
  }
}

/** Something as it was when the server told it, and the name of that version. */
export interface Versioned<T> {
  readonly value: T;
  readonly version: string;
}

/** How long an answer may take, in milliseconds. */
const patience = 15_000;

/** The REST routes of the page's own server, for the user who is logged in. */
export class Rest {
  constructor(private readonly token: () => Promise<string>) {}

  /** All items of a list, however many pages it has. */
  async list<T>(path: string): Promise<readonly T[]> {
    const all: T[] = [];
    let cursor = '';
    do {
      const query = new URLSearchParams({ limit: '1000', ...(cursor !== '' && { cursor }) });
      const response = await this.send('GET', `${path}?${query}`);
      const page = (await response.json()) as { items: T[]; next?: string };
      all.push(...page.items);
      cursor = page.next ?? '';
    } while (cursor !== '');
    return all;
  }

  async get<T>(path: string): Promise<Versioned<T>> {
    return versioned<T>(await this.send('GET', path));
  }

  /** Makes something. Sent twice with one key, it is made once. */
  async create<T>(path: string, body: T, key: string): Promise<Versioned<T>> {
    return versioned<T>(await this.send('POST', path, body, { 'Idempotency-Key': key }));
  }

  /** Changes what is still as it was in a version; fails with status 412 otherwise. */
  async change<T>(path: string, body: T, version: string): Promise<Versioned<T>> {
    return versioned<T>(await this.send('PUT', path, body, { 'If-Match': version }));
  }

  /** Deletes what is still as it was in a version; fails with status 412 otherwise. */
  async remove(path: string, version: string): Promise<void> {
    await this.send('DELETE', path, undefined, { 'If-Match': version });
  }

  private async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const token = await this.token();
    let response: Response;
    try {
      response = await fetch(`/api/v1/${path}`, {
        method,
        headers: {
          Authorization: `Bearer ${token}`,
          ...(body !== undefined && { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(patience),
      });
    } catch (error) {
      throw new RestFailure(0, String(error));
    }
    if (response.ok) return response;
    throw new RestFailure(response.status, await problem(response));
  }
}

async function versioned<T>(response: Response): Promise<Versioned<T>> {
  return { value: (await response.json()) as T, version: response.headers.get('ETag') ?? '' };
}

/** The server's own words (RFC 9457); '' from a proxy that has none. */
async function problem(response: Response): Promise<string> {
  try {
    const { detail, title } = (await response.json()) as { detail?: string; title?: string };
    return detail ?? title ?? '';
  } catch {
    return '';
  }
}
