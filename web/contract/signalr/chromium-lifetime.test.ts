// How connections of a browser begin, come back and end.
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';

import { HttpTransportType } from '@microsoft/signalr';
import { until } from 'cstahub-harness';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';

import { launch } from '../../e2e/src/browser.ts';
import type { Protocol } from './src/client.ts';
import { Hubs } from './src/hubs.ts';
import { open, type PageOptions } from './src/page.ts';
import { Proxy } from './src/proxy.ts';

let hubs: Hubs;
let browser: Browser;
let elsewhere: Server;
// Each test has a browser context, whose sockets are closed with it.
let context: BrowserContext;
beforeAll(async () => {
  hubs = await Hubs.start(inject('hubs'));
  elsewhere = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end('<!doctype html><title>elsewhere</title>');
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  elsewhere.close();
  await hubs.quiet();
  await hubs.stop();
});
beforeEach(async () => {
  context = await browser.newContext();
});
afterEach(async () => {
  await context.close();
});

const home = () => open(context, `${hubs.url}/control/page`);
const abroad = () => open(context, `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);

/** Connects, asks the hub who is there, and disconnects. */
function who(page: Page, options: PageOptions): Promise<Record<string, unknown>> {
  return page.evaluate(async (options) => {
    const connection = window.contract.client(options);
    await connection.start();
    const who: Record<string, unknown> = await connection.invoke('Who');
    await connection.stop();
    return who;
  }, options);
}

const { WebSockets, ServerSentEvents, LongPolling } = HttpTransportType;
const transports: [string, HttpTransportType][] = [
  ['WebSockets', WebSockets],
  ['Server-Sent Events', ServerSentEvents],
  ['long polling', LongPolling],
];

describe.each(transports)('%s', (_, transport) => {
  const way = { transport, protocol: 'json' as const };

  test('tokens, headers and cookies come with the connection', async () => {
    const page = await home();
    const headers = { 'X-Contract': 'yes' };
    expect(await who(page, { ...way, hub: '/auth', token: 'ann.secret', headers })).toMatchObject({
      user: 'ann',
      identity: 'ann.secret',
      // A browser can put headers of its own on requests, and on neither of the other two.
      header: transport === LongPolling ? 'yes' : '',
    });
    expect((await who(page, { ...way, hub: '/cookie' })).cookie).toMatch(/^contract=kept/);
  });

  test('a redirect is followed, with the token it brings', async () => {
    const page = await home();
    expect((await who(page, { ...way, hub: '/redirect', token: 'expired' })).user).toBe('ann');
  });

  test('the server closes with a reason', async () => {
    const page = await home();
    const reason = await page.evaluate(
      async (options) => {
        const connection = window.contract.client(options);
        const end = window.contract.closed(connection);
        await connection.start();
        await connection.send('Leave!', 'Logged out.', false);
        return end;
      },
      { ...way, hub: '/hub', reconnect: [0, 0] },
    );
    expect(reason).toBe('Server returned an error on close: Logged out.');
  });

  test('a client comes back when it may', async () => {
    const page = await home();
    const result = await page.evaluate(
      async (options) => {
        const connection = window.contract.client(options);
        const reasons: (string | undefined)[] = [];
        connection.onreconnecting((error) => reasons.push(error?.message));
        const back = new Promise<string | undefined>((resolve) => {
          connection.onreconnected(resolve);
        });
        await connection.start();
        const before = connection.connectionId;
        await connection.send('Leave!', 'Moved.', true);
        const other = (await back) !== before;
        const echo: unknown = await connection.invoke('Echo', 'again');
        await connection.stop();
        return { reasons, other, echo };
      },
      { ...way, hub: '/hub', reconnect: [0, 10, 100] },
    );
    expect(result).toEqual({
      reasons: ['Server returned an error on close: Moved.'],
      other: true,
      echo: 'again',
    });
  });

  test('starting and stopping again and again leaves nothing', async () => {
    await context.close();
    await hubs.quiet();
    const before = await settled();
    context = await browser.newContext();
    const page = await home();
    const echoed = await page.evaluate(
      async (options) => {
        let echoed = 0;
        for (let i = 0; i < 100; i++) {
          const connection = window.contract.client(options);
          await connection.start();
          if ((await connection.invoke('Echo', i)) === i) echoed++;
          await connection.stop();
        }
        return echoed;
      },
      { ...way, hub: '/hub' },
    );
    expect(echoed).toBe(100);
    await hubs.quiet();
    await context.close();
    const after = await settled();
    expect(after.goroutines).toBeLessThanOrEqual(before.goroutines + 2);
    expect(after.sockets).toBeLessThanOrEqual(before.sockets + 2);
    context = await browser.newContext();
  });
});

/** The state once the sockets of browser contexts that are closed have gone. */
async function settled() {
  let last = await hubs.state();
  let calm = 0;
  await until(
    async () => {
      const now = await hubs.state();
      calm = now.goroutines === last.goroutines && now.sockets === last.sockets ? calm + 1 : 0;
      last = now;
      return calm === 10;
    },
    'sockets to be closed',
    20_000,
  );
  return last;
}

describe.each<Protocol>(['json', 'messagepack'])('stateful reconnect, %s', (protocol) => {
  test('twelve resets during calls, messages and streams both ways', async () => {
    const proxy = await Proxy.start(hubs.url);
    const page = await abroad();
    const id = await page.evaluate(
      async (options) => {
        const { contract } = window;
        const connection = contract.client(options);
        connection.onclose((error) => contract.disturbed.push(`closed: ${error?.message ?? ''}`));
        await connection.start();
        contract.connection = connection;
        return connection.connectionId;
      },
      {
        hub: `${proxy.url}/other-origins`,
        transport: WebSockets,
        protocol,
        stateful: true,
      },
    );
    const running = page.evaluate(async () => {
      const { connection, disturbed, pause } = window.contract;
      if (connection === undefined) throw new Error('no connection');
      const ticks: number[] = [];
      const ticking = connection.stream<number>('Ticks', 1).subscribe({
        next: (n) => ticks.push(n),
        error: (error: unknown) => disturbed.push(`stream: ${String(error)}`),
        complete: () => disturbed.push('the stream ended'),
      });
      const numbers: number[] = [];
      connection.on('number', (n: number) => numbers.push(n));
      const upload = new window.signalR.Subject<number>();
      const sum = connection.invoke<number[]>('Sum', upload);
      const calls: Promise<number>[] = [];
      const sends: Promise<void>[] = [];
      for (let i = 0; i < 400; i++) {
        calls.push(connection.invoke<number>('Echo', i));
        upload.next(i);
        if (i % 20 === 0) sends.push(connection.invoke('SendMany', 'Number', 10));
        await pause(3);
      }
      upload.complete();
      const results = await Promise.all(calls);
      await Promise.all(sends);
      const total = await sum;
      const soFar = ticks.length;
      while (ticks.length < soFar + 50) await pause(10);
      ticking.dispose();
      return {
        id: connection.connectionId,
        results: results.length,
        resultsInOrder: results.every((n, i) => n === i),
        total,
        numbers: numbers.length,
        numbersInOrder: numbers.every((n, i) => n === i % 10),
        ticksInOrder: ticks.length > 100 && ticks.every((n, i) => n === i),
        disturbed: [...disturbed],
      };
    });
    for (let reset = 0; reset < 12; reset++) {
      await new Promise((resolve) => setTimeout(resolve, 80));
      const before = proxy.opened;
      proxy.reset();
      await until(() => proxy.opened > before, 'the page to come back');
    }
    expect(await running).toEqual({
      id,
      results: 400,
      resultsInOrder: true,
      total: [400, (400 * 399) / 2],
      numbers: 200,
      numbersInOrder: true,
      ticksInOrder: true,
      disturbed: [],
    });
    await page.evaluate(() => window.contract.connection?.stop());
    await proxy.stop();
  });

  test('without it the client comes back as another', async () => {
    const proxy = await Proxy.start(hubs.url);
    const page = await abroad();
    const result = page.evaluate(
      async (options) => {
        const { contract } = window;
        const connection = contract.client(options);
        const back = new Promise<string | undefined>((resolve) => {
          connection.onreconnected(resolve);
        });
        await connection.start();
        const before = connection.connectionId;
        const lost = contract.failure(connection.invoke('Sleep', 20_000));
        const after = await back;
        const failed = (await lost) !== '';
        const echo: unknown = await connection.invoke('Echo', 1);
        await connection.stop();
        return { other: after !== before, failed, echo };
      },
      { hub: `${proxy.url}/other-origins`, transport: WebSockets, protocol, reconnect: [0, 50, 100] },
    );
    await until(async () => (await hubs.state()).connections > 0, 'the page to connect');
    await new Promise((resolve) => setTimeout(resolve, 200));
    proxy.reset();
    expect(await result).toEqual({ other: true, failed: true, echo: 1 });
    await proxy.stop();
  });
});
