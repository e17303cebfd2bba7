// Which web pages may use the hub and REST. A browser says where a page comes from; other programs say nothing.
import { request } from 'node:http';

import { Server } from 'cstahub-harness';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

let server: Server;
beforeAll(async () => {
  server = await Server.start({
    binary: inject('binary'),
    flags: ['--allow-origin=https://crm.example.com'],
  });
});
afterAll(() => server.stop());

const allowed: [string, () => string][] = [
  ['its own', () => server.origin],
  ['one that is allowed', () => 'https://crm.example.com'],
  ['this machine, with --demo', () => 'http://localhost:5173'],
  ['this machine by number, with --demo', () => 'http://127.0.0.1:3000'],
];
const refused = [
  'https://evil.example.com',
  'https://crm.example.com.evil.example',
  'http://crm.example.com',
  'https://localhost',
  'null',
];
const words = (origin: string) =>
  `The origin '${origin}' is not allowed to use this hub. Origins are allowed by the setting --allow-origin.`;

describe('an origin', () => {
  test.each(allowed)('%s: is let in', async (_, of) => {
    const origin = of();
    const negotiated = await negotiate(origin);
    expect(negotiated.status).toBe(200);
    const own = origin === server.origin;
    expect(negotiated.headers.get('Access-Control-Allow-Origin')).toBe(own ? null : origin);
    expect(negotiated.headers.get('Access-Control-Allow-Credentials')).toBe(own ? null : 'true');
    expect(await upgrade(origin)).toEqual({ status: 101, text: '' });
    const preflight = await fetch(`${server.hub}/negotiate`, {
      method: 'OPTIONS',
      headers: {
        Origin: origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization,x-requested-with,x-signalr-user-agent',
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toContain('x-signalr-user-agent');
  });

  test.each(refused)('%s: is refused, and told which setting would let it in', async (origin) => {
    const negotiated = await negotiate(origin);
    expect([negotiated.status, await negotiated.text()]).toEqual([403, words(origin)]);
    expect(negotiated.headers.get('Access-Control-Allow-Origin')).toBeNull();
    expect(await upgrade(origin)).toEqual({ status: 403, text: words(origin) });
  });

  test('is not needed by a program that is no browser', async () => {
    const negotiated = await fetch(`${server.hub}/negotiate?negotiateVersion=1`, { method: 'POST' });
    expect(negotiated.status).toBe(200);
  });

  test('counts for REST as well', async () => {
    const login = (origin: string) =>
      fetch(`${server.origin}/api/v1/login`, {
        method: 'POST',
        headers: { Origin: origin, 'Content-Type': 'application/json' },
        body: JSON.stringify({ userId: 'alice@demo', password: 'demo' }),
      });
    const good = await login('https://crm.example.com');
    expect(good.headers.get('Access-Control-Allow-Origin')).toBe('https://crm.example.com');
    const evil = await login('https://evil.example.com');
    expect(evil.headers.get('Access-Control-Allow-Origin')).toBeNull();
    expect([evil.status, await evil.json()]).toEqual([
      403,
      {
        title: 'Forbidden',
        status: 403,
        detail:
          'the origin https://evil.example.com is not allowed; origins are allowed by the setting --allow-origin',
      },
    ]);
  });
});

function negotiate(origin: string): Promise<Response> {
  return fetch(`${server.hub}/negotiate?negotiateVersion=1`, { method: 'POST', headers: { Origin: origin } });
}

/** Asks for a WebSocket as a page of an origin does, and tells how that was answered. */
function upgrade(origin: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(server.hub, {
      headers: {
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==',
        Origin: origin,
      },
    });
    asked.on('upgrade', (response, socket) => {
      socket.destroy();
      resolve({ status: response.statusCode ?? 0, text: '' });
    });
    asked.on('response', (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, text });
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}
