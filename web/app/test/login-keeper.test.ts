import { type Login, Unauthorized } from '@cstahub/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { LoginKeeper } from '../src/login-keeper.ts';

const spent = (): Login => ({ accessToken: 'old', expiresAt: Date.now(), refreshToken: 'r1' });
const granted = () => Response.json({ accessToken: 'new', expiresIn: 60, refreshToken: 'r2' });

beforeEach(() => {
  // As on a page that comes by plain HTTP, which has no locks.
  vi.stubGlobal('navigator', {});
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test('a login that has run out is renewed once, however many ask', async () => {
  const fetched = vi.fn(() => Promise.resolve(granted()));
  vi.stubGlobal('fetch', fetched);
  const renewed: string[] = [];
  const keeper = new LoginKeeper(spent(), ({ accessToken }) => renewed.push(accessToken));
  expect(await Promise.all([keeper.token(), keeper.token()])).toEqual(['new', 'new']);
  expect(fetched).toHaveBeenCalledTimes(1);
  expect(renewed).toEqual(['new']);
  keeper.close();
});

test('who logs out during a renewal stays logged out', async () => {
  let answer: (response: Response) => void = () => undefined;
  vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => (answer = resolve)));
  const renewed = vi.fn();
  const keeper = new LoginKeeper(spent(), renewed);
  const token = keeper.token();
  keeper.close();
  answer(granted());
  await expect(token).rejects.toThrow(Unauthorized);
  expect(renewed).not.toHaveBeenCalled();
});
