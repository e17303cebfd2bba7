// Tokens that are good, and those that are not: refused at the door, on every way in.
import { HttpTransportType } from '@microsoft/signalr';
import { Server } from 'cstahub-harness';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { Client, failure } from './client.ts';
import { forge } from './tokens.ts';

let server: Server;
let key: Buffer;
beforeAll(async () => {
  server = await Server.start({ binary: inject('binary') });
  key = await server.signingKey();
});
afterAll(() => server.stop());

const hour = 3600;
const now = Math.floor(Date.now() / 1000);

const bad: [string, () => string][] = [
  ['no token at all', () => 'garbage'],
  ['three parts of nothing', () => 'a.b.c'],
  ['expired', () => forge({ key, claims: { iat: now - 2 * hour, exp: now - hour } })],
  ['without an end', () => forge({ key, claims: { exp: undefined } })],
  ['from the future', () => forge({ key, claims: { iat: now + hour, exp: now + 2 * hour } })],
  ['unsigned', () => forge({ key: undefined, header: { alg: 'none' } })],
  ['unsigned, and says otherwise', () => forge({ key: undefined })],
  ['signed by somebody else', () => forge({ key: Buffer.alloc(32, 7) })],
  ['for somebody else', () => forge({ key, claims: { aud: ['another'] } })],
  ['for nobody', () => forge({ key, claims: { sub: '' } })],
  ['of no tenant', () => forge({ key, claims: { tenant: '' } })],
];

describe('a token that is', () => {
  test.each(bad)('%s', async (_, token) => {
    const refused = await failure(Client.withToken(server.hub, token()));
    expect(refused).toBe(
      "Failed to complete negotiation with the server: Error: Unauthorized: Status code '401'",
    );
    const socket = failure(
      Client.connect(server.hub, {
        accessTokenFactory: token,
        skipNegotiation: true,
        transport: HttpTransportType.WebSockets,
      }),
    );
    await expect(socket).resolves.toMatch(/401|WebSocket failed to connect/);
    for (const way of [
      fetch(`${server.hub}/negotiate?negotiateVersion=1`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${token()}` },
      }),
      fetch(`${server.hub}/negotiate?negotiateVersion=1&access_token=${encodeURIComponent(token())}`, {
        method: 'POST',
      }),
    ]) {
      const answer = await way;
      expect([answer.status, await answer.text()]).toEqual([401, '']);
    }
    const me = await fetch(`${server.origin}/api/v1/me`, { headers: { Authorization: `Bearer ${token()}` } });
    expect(me.status).toBe(401);
  });

  test('good', async () => {
    const client = await Client.withToken(server.hub, forge({ key }));
    await client.invoke('SnapshotDevice', { snapshotObject: '200' });
    await client.stop();
  });

  test('good, but gives no more rights than it says', async () => {
    const client = await Client.withToken(
      server.hub,
      forge({ key, claims: { device: '', control: ['201'] } }),
    );
    await client.invoke('SnapshotDevice', { snapshotObject: '201' });
    expect(await failure(client.invoke('SnapshotDevice', { snapshotObject: '200' }))).toBe(
      'CSTAErrorCode operation.privilegeViolationSpecifiedDevice: user alice@demo may not observe device "200"',
    );
    await client.stop();
  });
});
