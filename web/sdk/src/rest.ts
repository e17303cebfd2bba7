// The REST routes of the server that a client needs beside its connection.
import type { EventCause } from './gen/csta.ts';
import type { AgentReason } from './model/settings.ts';

/** Who a token speaks for. */
export interface Me {
  readonly userId: string;
  readonly name?: string;
  readonly tenant: string;
  readonly role: string;
  /** The user's own telephone. */
  readonly device?: string;
  /** Further devices that the user may act for, and may watch; "*" is all. */
  readonly control?: readonly string[];
  readonly observe?: readonly string[];
  /** Whether the user may have somebody outside call in, see callIn. */
  readonly callIn?: boolean;
}

/** A token, and until when it is good. */
export interface Login {
  readonly accessToken: string;
  /** In milliseconds of this machine's clock. */
  readonly expiresAt: number;
  /** Gives the next token, once, see refresh. */
  readonly refreshToken?: string;
}

/** Why a request came to nothing. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';

  constructor(
    /** Unauthorized: the password or the token is not good. Busy: try later. Unreachable: nobody answered. */
    readonly kind: 'unauthorized' | 'busy' | 'unreachable' | 'server',
    detail: string,
    options?: ErrorOptions,
  ) {
    super(detail, options);
  }
}

/** How long an answer may take, in milliseconds. */
const patience = 15_000;

/** Changes a password into a token. Server is where the server is; '' is the page's own origin. */
export async function login(server: string, userId: string, password: string): Promise<Login> {
  const response = await request(server, '/api/v1/login', posted({ userId, password }));
  return granted(response);
}

/**
 * Changes a refresh token into the next login. It is good once: shown a second time, it ends all that the login
 * has led to, since nobody knows who has stolen it.
 */
export async function refresh(server: string, refreshToken: string): Promise<Login> {
  return granted(await request(server, '/api/v1/refresh', posted({ refreshToken })));
}

/** Ends a login: its tokens are good no more. */
export async function logout(server: string, { accessToken, refreshToken = '' }: Login): Promise<void> {
  const init = posted({ refreshToken }, accessToken);
  // The page may be closed in the same moment.
  await request(server, '/api/v1/logout', { ...init, keepalive: true });
}

async function granted(response: Response): Promise<Login> {
  const { accessToken, expiresIn, refreshToken } = (await response.json()) as {
    accessToken: string;
    expiresIn: number;
    refreshToken?: string;
  };
  return {
    accessToken,
    expiresAt: Date.now() + expiresIn * 1000,
    ...(refreshToken !== undefined && { refreshToken }),
  };
}

function posted(body: unknown, accessToken?: string): RequestInit {
  return {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      ...(accessToken !== undefined && { Authorization: `Bearer ${accessToken}` }),
    },
    body: JSON.stringify(body),
  };
}

/** Tells who a token speaks for, and what the server's clock says, in milliseconds; undefined if it does not. */
export async function me(
  server: string,
  accessToken: string,
): Promise<{ me: Me; serverTime: number | undefined }> {
  const response = await request(server, '/api/v1/me', {
    headers: { Authorization: `Bearer ${accessToken}` },
  });
  const date = Date.parse(response.headers.get('Date') ?? '');
  return { me: (await response.json()) as Me, serverTime: Number.isNaN(date) ? undefined : date };
}

/** A device of the directory. */
export interface DirectoryEntry {
  readonly deviceId: string;
  readonly kind: 'station' | 'queue' | 'park' | (string & {});
  readonly name?: string;
  readonly state: 'idle' | 'ringing' | 'busy' | (string & {});
}

/** The devices of the tenant that one may see, and what they are doing right now. */
export async function directory(server: string, accessToken: string): Promise<readonly DirectoryEntry[]> {
  const response = await request(server, '/api/v1/directory', {
    headers: { Authorization: `Bearer ${accessToken}` },
  });
  return ((await response.json()) as { items: DirectoryEntry[] }).items;
}

/** How long a device was in a call that is over. */
export interface RecordedParty {
  /** A device of the tenant, a queue among them, or a number outside. */
  readonly device: string;
  /** When it came to the call, was connected with somebody, and left: RFC 3339. */
  readonly joined: string;
  readonly answered?: string;
  readonly left: string;
  /** Why it left. */
  readonly cause: EventCause;
}

/** A call that is over, as the server keeps it. */
export interface CallRecord {
  readonly callId: string;
  readonly calling: string;
  /** The number as it was dialled. */
  readonly called: string;
  /** RFC 3339. A call that nobody has answered has no time of that. */
  readonly started: string;
  readonly answered?: string;
  readonly ended: string;
  /** Why it ended. */
  readonly cause: EventCause;
  /** The server died while the call was up; ended is when it was last known to be. */
  readonly interrupted?: boolean;
  /** In the order in which they came. */
  readonly parties: readonly RecordedParty[];
}

/** Some call records, those that began last first. */
export interface CallRecordPage {
  readonly items: readonly CallRecord[];
  /** Where the next page begins; missing on the last one. */
  readonly next?: string;
}

/** Which call records are wanted. */
export interface CallRecordFilter {
  /** A device or a number outside that took part. */
  readonly number?: string;
  /** What the page before says. */
  readonly cursor?: string;
  /** At most so many, from 1 to 1000; 100 where it is missing. */
  readonly limit?: number;
}

/** The records of calls that are over. An agent may read those that his own device took part in. */
export async function callRecords(
  server: string,
  accessToken: string,
  filter: CallRecordFilter = {},
): Promise<CallRecordPage> {
  const query = new URLSearchParams(Object.entries(filter).map(([name, value]) => [name, String(value)]));
  const response = await request(server, `/api/v1/calls?${query.toString()}`, {
    headers: { Authorization: `Bearer ${accessToken}` },
  });
  return (await response.json()) as CallRecordPage;
}

/** Why the tenant's agents may say that they are not ready; where there is nothing they say what they like. */
export async function reasons(server: string, accessToken: string): Promise<readonly AgentReason[]> {
  const response = await request(server, '/api/v1/reasons?limit=1000', {
    headers: { Authorization: `Bearer ${accessToken}` },
  });
  return ((await response.json()) as { items: AgentReason[] }).items;
}

/**
 * Has somebody outside call a number or a device of the tenant, by the trunk that the server plays itself. In the
 * demo everybody may; elsewhere operators try their numbers with it.
 */
export async function callIn(server: string, accessToken: string, from: string, to: string): Promise<void> {
  await request(server, '/api/v1/trunk/calls', posted({ from, to }, accessToken));
}

async function request(server: string, path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(server.replace(/\/$/, '') + path, {
      ...init,
      signal: AbortSignal.timeout(patience),
    });
  } catch (error) {
    throw new ApiFailure('unreachable', cannotReach(server), { cause: error });
  }
  if (response.ok) return response;
  const detail = await problemDetail(response);
  if (response.status === 401) throw new ApiFailure('unauthorized', detail);
  if (response.status === 429) throw new ApiFailure('busy', detail);
  // A proxy in front of a server that is away answers in its place.
  if ([502, 503, 504].includes(response.status)) throw new ApiFailure('unreachable', detail);
  throw new ApiFailure('server', detail);
}

/**
 * Says what may be wrong with a server that does not answer. A browser does not tell a page that was refused for
 * its origin from one whose server is away, so that both are said.
 */
export function cannotReach(server: string): string {
  // Node has no origin.
  const page = (globalThis as { origin?: string }).origin;
  const other = page !== undefined && /^https?:/i.test(server) && server.replace(/\/$/, '') !== page;
  return `cannot reach ${server === '' ? 'the server' : server}: is it running${
    other ? `, and does it allow the origin ${page} (--allow-origin)` : ''
  }?`;
}

async function problemDetail(response: Response): Promise<string> {
  try {
    const problem = (await response.json()) as { title?: string; detail?: string };
    return problem.detail ?? problem.title ?? `HTTP status ${response.status}`;
  } catch {
    return `HTTP status ${response.status}`;
  }
}
