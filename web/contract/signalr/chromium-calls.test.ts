// Calls from a browser, over every transport with every protocol that it can carry.
import { HttpTransportType } from '@microsoft/signalr';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { launch } from '../../e2e/src/browser.ts';
import { Hubs } from './src/hubs.ts';
import { open, type PageOptions } from './src/page.ts';
import { argumentForMessageOf, full, limit, values } from './src/values.ts';

let hubs: Hubs;
let browser: Browser;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  hubs = await Hubs.start(inject('hubs'));
  browser = await launch();
  context = await browser.newContext();
  page = await open(context, `${hubs.url}/control/page`);
});
afterAll(async () => {
  await browser.close();
  await hubs.quiet();
  await hubs.stop();
});

const { WebSockets, ServerSentEvents, LongPolling } = HttpTransportType;
const ways: [string, Omit<PageOptions, 'hub'>][] = [
  ['WebSockets, JSON', { transport: WebSockets, protocol: 'json' }],
  ['WebSockets, MessagePack', { transport: WebSockets, protocol: 'messagepack' }],
  ['WebSockets with stateful reconnect, JSON', { transport: WebSockets, protocol: 'json', stateful: true }],
  [
    'WebSockets with stateful reconnect, MessagePack',
    { transport: WebSockets, protocol: 'messagepack', stateful: true },
  ],
  ['Server-Sent Events, JSON', { transport: ServerSentEvents, protocol: 'json' }],
  ['long polling, JSON', { transport: LongPolling, protocol: 'json' }],
  ['long polling, MessagePack', { transport: LongPolling, protocol: 'messagepack' }],
];

describe.each(ways)('%s', (_, way) => {
  const options: PageOptions = { hub: '/hub', ...way };

  test('every kind of JSON value comes back as it was', async () => {
    const back = await page.evaluate(
      async ({ options, values }) => {
        const connection = window.contract.client(options);
        await connection.start();
        const back: unknown[] = [];
        for (const value of values) back.push(await connection.invoke('Echo', value));
        await connection.stop();
        return back;
      },
      { options, values },
    );
    expect(back).toEqual(values);
  });

  test('a message may be as large as the limit and no larger', async () => {
    const [most, tooMuch] = [limit, limit + 1].map((size) => argumentForMessageOf(size, options.protocol));
    const result = await page.evaluate(
      async ({ options, most, tooMuch }) => {
        const { client, failure } = window.contract;
        const one = client(options);
        await one.start();
        const length: number = await one.invoke('Length', most);
        await one.stop();
        const other = client(options);
        await other.start();
        const refusal = await failure(other.invoke('Length', tooMuch));
        await other.stop();
        return { length, refusal };
      },
      { options, most, tooMuch },
    );
    expect(result.length).toBe(most?.length);
    expect(result.refusal).toBe('Server returned an error on close: Connection closed with an error.');
  });

  // Where messages to the server are requests, the client makes one for each item, one after the other, and that is three
  // milliseconds of a browser's work whatever answers it. Node sends all 10,000 on every transport (calls.test.ts).
  const uploaded = way.transport === WebSockets || full ? 10_000 : 1_000;
  const size = uploaded.toLocaleString('en');

  test(
    `10,000 items are streamed to the client and ${size} to the server, in order`,
    {
      timeout: 120_000,
    },
    async () => {
      const result = await page.evaluate(
        async ({ options, uploaded }) => {
          const connection = window.contract.client(options);
          await connection.start();
          const numbers = new window.signalR.Subject<number>();
          const sum = connection.invoke<number[]>('Sum', numbers);
          const counted = window.contract.all(connection.stream<number>('Count', 10_000));
          for (let i = 0; i < uploaded; i++) numbers.next(i);
          numbers.complete();
          const items = await counted;
          const result = { sum: await sum, count: items.length, inOrder: items.every((n, i) => n === i) };
          await connection.stop();
          return result;
        },
        { options, uploaded },
      );
      const total = (uploaded * (uploaded - 1)) / 2;
      expect(result).toEqual({ sum: [uploaded, total], count: 10_000, inOrder: true });
    },
  );

  test('streams are cancelled, and fail', async () => {
    const result = await page.evaluate(async (options) => {
      const { client, some, all, failure } = window.contract;
      const connection = client(options);
      await connection.start();
      const ticks = await some(connection.stream<number>('Ticks', 1), 5);
      const failed = await failure(all(connection.stream('FailingStream', 'no')));
      const uploaded = new window.signalR.Subject<number>();
      const sum = failure(connection.invoke('Sum', uploaded));
      uploaded.next(0);
      uploaded.error(new Error('lost'));
      const lost = await sum;
      const echo: unknown = await connection.invoke('Echo', 'still here');
      await connection.stop();
      return { ticks, failed, lost, echo };
    }, options);
    expect(result).toEqual({
      ticks: [0, 1, 2, 3, 4],
      failed: 'An error occurred on the server while streaming results. HubException: no',
      lost: `An unexpected error occurred invoking 'Sum' on the server. HubException: lost`,
      echo: 'still here',
    });
  });

  test('the server may ask the client, and errors have the texts of .NET', async () => {
    const result = await page.evaluate(async (options) => {
      const { client, failure } = window.contract;
      const connection = client(options);
      connection.on('answer', (question: unknown) => ({ asked: question }));
      connection.on('slow', async () => (await connection.invoke<number>('Echo', 5)) + 1);
      connection.on('throws', () => {
        throw new Error('from callback');
      });
      await connection.start();
      const result = [
        await connection.invoke('Ask', 'Answer', [1, 'two']),
        await connection.invoke('Ask', 'Slow', null),
        await failure(connection.invoke('Ask', 'Throws', null)),
        await failure(connection.invoke('Ask', 'Missing', null)),
        await failure(connection.invoke('Refuse', 'no')),
        await failure(connection.invoke('Break')),
        await failure(connection.invoke('nope', 1)),
        await failure(connection.invoke('Length', 5)),
        await failure(connection.invoke('Count', 5)),
      ] as unknown[];
      await connection.stop();
      return result;
    }, options);
    expect(result).toEqual([
      { asked: [1, 'two'] },
      6,
      'Error: from callback',
      "Client didn't provide a result.",
      `An unexpected error occurred invoking 'Refuse' on the server. HubException: no`,
      `An unexpected error occurred invoking 'Break' on the server.`,
      `Failed to invoke 'nope' due to an error on the server. HubException: Method does not exist.`,
      `Failed to invoke 'Length' due to an error on the server.`,
      `The client attempted to invoke the streaming 'Count' method with a non-streaming invocation.`,
    ]);
  });
});
