// The same client in a browser: tokens in the query, other origins, EventSource and XMLHttpRequest.
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import { type AddressInfo } from 'node:net';

import type * as signalR from '@microsoft/signalr';
import { HttpTransportType } from '@microsoft/signalr';
import { until } from 'cstahub-harness';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { launch } from '../../e2e/src/browser.ts';
import { Hubs } from './src/hubs.ts';
import { Proxy } from './src/proxy.ts';

declare global {
  interface Window {
    signalR: typeof signalR & {
      protocols: { msgpack: { MessagePackHubProtocol: new () => signalR.IHubProtocol } };
    };
    seen: { connection: signalR.HubConnection; id: string | null; ticks: number[]; disturbed: string[] };
  }
}

let hubs: Hubs;
let browser: Browser;
let elsewhere: Server;
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

/** A page with Microsoft's client in it. */
async function open(url: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(url);
  const packages = createRequire(import.meta.url);
  for (const script of [
    '@microsoft/signalr/dist/browser/signalr.js',
    '@microsoft/signalr-protocol-msgpack/dist/browser/signalr-protocol-msgpack.js',
  ]) {
    await page.addScriptTag({ path: packages.resolve(script) });
  }
  return page;
}

interface Call {
  hub: string;
  transport: signalR.HttpTransportType;
  protocol: string;
  token?: string;
}

/** Connects in the page, tries most of what a hub does, and gives back what came. */
function tryHub(page: Page, call: Call): Promise<Record<string, unknown>> {
  return page.evaluate(async ({ hub, transport, protocol, token }: Call) => {
    const { HubConnectionBuilder, LogLevel, Subject, protocols } = window.signalR;
    const options: signalR.IHttpConnectionOptions = { transport };
    if (token !== undefined) options.accessTokenFactory = () => token;
    let builder = new HubConnectionBuilder().withUrl(hub, options).configureLogging(LogLevel.None);
    if (protocol === 'messagepack')
      builder = builder.withHubProtocol(new protocols.msgpack.MessagePackHubProtocol());
    const connection = builder.build();
    const got: unknown[] = [];
    connection.on('back', (value: unknown) => got.push(value));
    connection.on('ask', (n: number) => n + 1);
    try {
      await connection.start();
    } catch (error) {
      return { failure: error instanceof Error ? error.message : String(error) };
    }
    const echo: unknown = await connection.invoke('Echo', { a: [1, 'ä 🎉', null] });
    await connection.invoke('SendMe', 'Back', 'pushed');
    const asked: unknown = await connection.invoke('Ask', 'Ask', 6);
    const items = await new Promise<number>((resolve, reject) => {
      let n = 0;
      connection.stream('Count', 1000).subscribe({
        next: () => n++,
        error: reject,
        complete: () => {
          resolve(n);
        },
      });
    });
    const numbers = new Subject<number>();
    const sum = connection.invoke<number[]>('Sum', numbers);
    for (let i = 0; i < 50; i++) numbers.next(i);
    numbers.complete();
    const total = (await sum)[1];
    const who: { user: string; transport: string } = await connection.invoke('Who');
    await connection.stop();
    return { echo, got, asked, items, total, user: who.user, transport: who.transport };
  }, call);
}

const expected = { echo: { a: [1, 'ä 🎉', null] }, got: ['pushed'], asked: 7, items: 1000, total: 1225 };
const ways: [string, HttpTransportType, string][] = [
  ['WebSockets', HttpTransportType.WebSockets, 'json'],
  ['WebSockets', HttpTransportType.WebSockets, 'messagepack'],
  ['ServerSentEvents', HttpTransportType.ServerSentEvents, 'json'],
  ['LongPolling', HttpTransportType.LongPolling, 'json'],
  ['LongPolling', HttpTransportType.LongPolling, 'messagepack'],
];

describe.each(ways)('%s, %s, %s', (name, transport, protocol) => {
  test('from a page of the same origin', async () => {
    const page = await open(`${hubs.url}/control/page`);
    expect(await tryHub(page, { hub: '/own-origin', transport, protocol })).toEqual({
      ...expected,
      user: '',
      transport: name,
    });
    await page.close();
  });

  test('from a page of another origin, with a token', async () => {
    const page = await open(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
    const hub = `${hubs.url}/other-origins`;
    expect(await tryHub(page, { hub, transport, protocol, token: 'ann' })).toEqual({
      ...expected,
      user: 'ann',
      transport: name,
    });
    await page.close();
  });
});

test('a page of an origin that is not allowed gets nowhere', async () => {
  const page = await open(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
  const result = await tryHub(page, {
    hub: `${hubs.url}/own-origin`,
    transport: HttpTransportType.WebSockets,
    protocol: 'json',
  });
  expect(result.failure).toContain('Failed to complete negotiation with the server');
  // The browser hides the answer from the page; who looks at it finds the setting named.
  const response = await fetch(`${hubs.url}/own-origin/negotiate`, {
    method: 'POST',
    headers: { Origin: 'https://crm.example' },
  });
  expect(response.status).toBe(403);
  expect(await response.text()).toBe(
    `The origin 'https://crm.example' is not allowed to use this hub. Origins are allowed by the setting --allow-origin.`,
  );
  await page.close();
});

test('stateful reconnect survives ten resets', async () => {
  const proxy = await Proxy.start(hubs.url);
  const page = await open(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
  await page.evaluate(async (hub: string) => {
    const connection = new window.signalR.HubConnectionBuilder()
      .withUrl(hub, { transport: window.signalR.HttpTransportType.WebSockets })
      .withStatefulReconnect()
      .configureLogging(window.signalR.LogLevel.None)
      .build();
    window.seen = { connection, id: '', ticks: [], disturbed: [] };
    connection.onclose((error) => window.seen.disturbed.push(String(error)));
    await connection.start();
    window.seen.id = connection.connectionId;
    connection.stream<number>('Ticks', 2).subscribe({
      next: (n) => window.seen.ticks.push(n),
      error: (error: unknown) => window.seen.disturbed.push(String(error)),
      complete: () => window.seen.disturbed.push('the stream ended'),
    });
  }, `${proxy.url}/other-origins`);
  for (let reset = 1; reset <= 10; reset++) {
    const before = proxy.connections;
    proxy.reset();
    await until(() => proxy.connections > before, 'the page to come back');
    const echo = await page.evaluate((n: number) => window.seen.connection.invoke<number>('Echo', n), reset);
    expect(echo).toBe(reset);
  }
  const seen = await page.evaluate(async () => {
    const { connection, id, ticks, disturbed } = window.seen;
    const same = connection.connectionId === id;
    const contiguous = ticks.length > 0 && ticks.every((n, i) => n === i);
    const before = [...disturbed];
    await connection.stop();
    return { same, contiguous, disturbed: before };
  });
  expect(seen).toEqual({ same: true, contiguous: true, disturbed: [] });
  await page.close();
  await proxy.stop();
});

test('a page that is closed leaves no connection', async () => {
  const page = await open(`${hubs.url}/control/page`);
  await page.evaluate(async () => {
    const { HttpTransportType, HubConnectionBuilder, LogLevel } = window.signalR;
    // A page that polls just stops; that takes until its next poll is overdue.
    for (const transport of [HttpTransportType.WebSockets, HttpTransportType.ServerSentEvents]) {
      await new HubConnectionBuilder()
        .withUrl('/hub', { transport })
        .configureLogging(LogLevel.None)
        .build()
        .start();
    }
  });
  expect((await hubs.state()).connections).toBe(2);
  await page.close();
  await hubs.quiet();
});
