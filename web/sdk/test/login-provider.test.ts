// A login that is kept: what is asked of the server, and when. The server is a script, the clock a fake.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { Unauthorized } from '../src/connection/tokens.ts';
import { loginProvider } from '../src/login-provider.ts';
import { ApiFailure, cannotReach } from '../src/rest.ts';

const server = 'http://pbx.example';
/** What was asked for, such as "login demo" or "refresh R1". */
let asked: string[];
let answer: () => Response | Promise<Response>;
/** Grants the next pair of tokens, T1 and R1 first, for an hour. */
const grants = () => {
  const n = asked.length;
  return Response.json({ accessToken: `T${n}`, expiresIn: 3600, refreshToken: `R${n}` });
};
const refuses = (status: number) => () => Response.json({ detail: 'no' }, { status });

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  answer = grants;
  vi.stubGlobal('fetch', (url: string, { body }: { body: string }) => {
    const said = JSON.parse(body) as { password?: string; refreshToken?: string };
    asked.push(`${url.split('/').pop() ?? ''} ${said.password ?? said.refreshToken ?? ''}`);
    return Promise.resolve(answer());
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const later = (seconds: number) => vi.advanceTimersByTime(seconds * 1000);

describe('a login that is kept', () => {
  test('logs in when it is asked, once, and gives the same token while it is good', async () => {
    const token = loginProvider(server, 'alice', 'demo');
    expect(asked).toEqual([]);
    expect(await Promise.all([token(), token()])).toEqual(['T1', 'T1']);
    later(3589);
    expect(await token()).toBe('T1');
    expect(asked).toEqual(['login demo']);
  });

  test('changes the token before its end, with each refresh token once, whoever asks meanwhile', async () => {
    const token = loginProvider(server, 'alice', 'demo');
    await token();
    later(3590);
    expect(await Promise.all([token(), token(), token()])).toEqual(['T2', 'T2', 'T2']);
    later(7200);
    expect(await token()).toBe('T3');
    expect(asked).toEqual(['login demo', 'refresh R1', 'refresh R2']);
  });

  test('wants a new login after a wrong password, and when the login has been ended', async () => {
    const token = loginProvider(server, 'alice', 'demo');
    answer = refuses(401);
    await expect(token()).rejects.toBeInstanceOf(Unauthorized);
    answer = grants;
    await token();
    later(3600);
    answer = refuses(401);
    await expect(token()).rejects.toThrow(new Unauthorized('no'));
  });

  test('wants a new login at the end of one that cannot be refreshed, and not sooner', async () => {
    answer = () => Response.json({ accessToken: 'T', expiresIn: 60 });
    const token = loginProvider(server, 'alice', 'demo');
    await token();
    later(59);
    expect(await token()).toBe('T');
    later(1);
    await expect(token()).rejects.toBeInstanceOf(Unauthorized);
    expect(asked).toEqual(['login demo']);
  });

  test('may be asked again when the server is away or busy', async () => {
    const token = loginProvider(server, 'alice', 'demo');
    answer = () => Promise.reject(new TypeError('fetch failed'));
    await expect(token()).rejects.toMatchObject({ kind: 'unreachable', message: cannotReach(server) });
    answer = refuses(429);
    await expect(token()).rejects.toBeInstanceOf(ApiFailure);
    answer = grants;
    expect(await token()).toBe('T3');
    later(3600);
    answer = refuses(503);
    await expect(token()).rejects.toMatchObject({ kind: 'unreachable' });
    answer = grants;
    await token();
    expect(asked.slice(2)).toEqual(['login demo', 'refresh R3', 'refresh R3']);
  });
});

test.each([
  [server, undefined, 'cannot reach http://pbx.example: is it running?'],
  [
    server,
    'http://crm.example',
    'cannot reach http://pbx.example: is it running, and does it allow the origin http://crm.example (--allow-origin)?',
  ],
  [
    server,
    'null',
    'cannot reach http://pbx.example: is it running, and does it allow the origin null (--allow-origin)?',
  ],
  [`${server}/`, server, 'cannot reach http://pbx.example/: is it running?'],
  ['', server, 'cannot reach the server: is it running?'],
])('%s is not reached from %s', (to, origin, words) => {
  vi.stubGlobal('origin', origin);
  expect(cannotReach(to)).toBe(words);
});
