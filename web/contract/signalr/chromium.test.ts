// The same client in a browser: tokens in the query, other origins, EventSource and XMLHttpRequest.
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';

import { HttpTransportType } from '@microsoft/signalr';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { launch } from '../../e2e/src/browser.ts';
import type { Protocol } from './src/client.ts';
import { Hubs } from './src/hubs.ts';
import { open, type PageOptions } from './src/page.ts';

let hubs: Hubs;
let browser: Browser;
let context: BrowserContext;
let elsewhere: Server;
beforeAll(async () => {
  hubs = await Hubs.start(inject('hubs'));
  elsewhere = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end('<!doctype html><title>elsewhere</title>');
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  browser = await launch();
  context = await browser.newContext();
});
afterAll(async () => {
  await browser.close();
  elsewhere.close();
  await hubs.quiet();
  await hubs.stop();
});

/** Connects in the page, tries most of what a hub does, and gives back what came. */
function tryHub(page: Page, options: PageOptions): Promise<Record<string, unknown>> {
  return page.evaluate(async (options) => {
    const { client, all, failure } = window.contract;
    const connection = client(options);
    const got: unknown[] = [];
    connection.on('back', (value: unknown) => got.push(value));
    connection.on('ask', (n: number) => n + 1);
    const start = connection.start();
    try {
      await start;
    } catch {
      return { failure: await failure(start) };
    }
    const echo: unknown = await connection.invoke('Echo', { a: [1, 'ä 🎉', null] });
    await connection.invoke('SendMe', 'Back', 'pushed');
    const asked: unknown = await connection.invoke('Ask', 'Ask', 6);
    const items = (await all(connection.stream('Count', 1000))).length;
    const numbers = new window.signalR.Subject<number>();
    const sum = connection.invoke<number[]>('Sum', numbers);
    for (let i = 0; i < 50; i++) numbers.next(i);
    numbers.complete();
    const total = (await sum)[1];
    const who: { user: string; transport: string } = await connection.invoke('Who');
    await connection.stop();
    return { echo, got, asked, items, total, user: who.user, transport: who.transport };
  }, options);
}

const expected = { echo: { a: [1, 'ä 🎉', null] }, got: ['pushed'], asked: 7, items: 1000, total: 1225 };
const ways: [string, HttpTransportType, Protocol][] = [
  ['WebSockets', HttpTransportType.WebSockets, 'json'],
  ['WebSockets', HttpTransportType.WebSockets, 'messagepack'],
  ['ServerSentEvents', HttpTransportType.ServerSentEvents, 'json'],
  ['LongPolling', HttpTransportType.LongPolling, 'json'],
  ['LongPolling', HttpTransportType.LongPolling, 'messagepack'],
];

describe.each(ways)('%s, %s, %s', (name, transport, protocol) => {
  test('from a page of the same origin', async () => {
    const page = await open(context, `${hubs.url}/control/page`);
    expect(await tryHub(page, { hub: '/own-origin', transport, protocol })).toEqual({
      ...expected,
      user: '',
      transport: name,
    });
    await page.close();
  });

  test('from a page of another origin, with a token', async () => {
    const page = await open(context, `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
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
  const page = await open(context, `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
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

test('a page that is closed leaves no connection', async () => {
  const page = await open(context, `${hubs.url}/control/page`);
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
