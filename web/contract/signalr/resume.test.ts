// Stateful reconnect: connections that are reset in the middle of everything lose, double and reorder nothing.
import { HttpTransportType, Subject } from '@microsoft/signalr';
import { deadline, until } from 'cstahub-harness';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { all, client, type Protocol } from './src/client.ts';
import { Hubs } from './src/hubs.ts';
import { Proxy } from './src/proxy.ts';

let hubs: Hubs;
beforeAll(async () => {
  hubs = await Hubs.start(inject('hubs'));
});
afterAll(async () => {
  await hubs.quiet();
  await hubs.stop();
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe.each<Protocol>(['json', 'messagepack'])('%s', (protocol) => {
  test('twelve resets during calls, messages and streams both ways', async () => {
    const proxy = await Proxy.start(hubs.url);
    const connection = client(`${proxy.url}/hub`, {
      protocol,
      transport: HttpTransportType.WebSockets,
      stateful: true,
    });
    const disturbed: string[] = [];
    connection.onclose((error) => disturbed.push(`closed: ${error?.message ?? ''}`));
    connection.onreconnecting((error) => disturbed.push(`reconnecting: ${error?.message ?? ''}`));
    await connection.start();
    const id = connection.connectionId;

    const numbers: number[] = [];
    connection.on('number', (n: number) => numbers.push(n));
    const ticks: number[] = [];
    const ticking = connection.stream<number>('Ticks', 1).subscribe({
      next: (n) => ticks.push(n),
      error: (error: unknown) => disturbed.push(`stream: ${String(error)}`),
      complete: () => disturbed.push('the stream ended'),
    });
    const upload = new Subject<number>();
    const sum = connection.invoke('Sum', upload);
    connection.on('answer', (n: number) => n + 1);

    let uploaded = 0;
    const calls: Promise<unknown>[] = [];
    for (let reset = 0; reset < 12; reset++) {
      for (let i = 0; i < 20; i++) {
        const value = reset * 20 + i;
        calls.push(connection.invoke('Echo', { value }).then((v) => (v as { value: number }).value));
        upload.next(uploaded++);
        if (i === 10) calls.push(connection.invoke('SendMany', 'Number', 10));
        if (i === 15) calls.push(connection.invoke('Ask', 'Answer', value));
        await pause(3);
      }
      const before = proxy.opened;
      proxy.reset();
      await until(() => proxy.opened > before, 'the client to come back');
      // Sometimes the new socket breaks at once, before anything was caught up.
      if (reset % 3 !== 0) await pause(20);
    }
    upload.complete();

    const results = await deadline(Promise.all(calls), 'all results', 20_000);
    expect(results.filter((r) => typeof r === 'number')).toHaveLength(12 * 21);
    expect(results).toEqual(
      Array.from({ length: 12 }, (_, reset) => {
        const values: (number | null)[] = [];
        for (let i = 0; i < 20; i++) {
          values.push(reset * 20 + i);
          if (i === 10) values.push(null);
          if (i === 15) values.push(reset * 20 + i + 1);
        }
        return values;
      }).flat(),
    );
    expect(await deadline(sum, 'the sum', 20_000)).toEqual([240, (240 * 239) / 2]);
    expect(numbers).toEqual(Array.from({ length: 120 }, (_, i) => i % 10));
    const soFar = ticks.length;
    await until(() => ticks.length > soFar + 50, 'the stream to go on');
    expect(ticks).toEqual(ticks.map((_, i) => i));
    expect(ticks.length).toBeGreaterThan(100);
    expect(connection.connectionId).toBe(id);
    expect(disturbed).toEqual([]);
    expect(proxy.connections).toBeGreaterThanOrEqual(13);

    ticking.dispose();
    await connection.stop();
    await proxy.stop();
  });

  test('resets while more is sent than may be unacknowledged', async () => {
    const proxy = await Proxy.start(hubs.url);
    const connection = client(`${proxy.url}/small-buffer`, {
      protocol,
      transport: HttpTransportType.WebSockets,
      stateful: true,
    });
    await connection.start();
    const items = all(connection.stream<number>('Count', 600));
    for (let reset = 0; reset < 5; reset++) {
      await pause(400);
      const before = proxy.opened;
      proxy.reset();
      await until(() => proxy.opened > before, 'the client to come back');
    }
    expect(await deadline(items, 'the items', 25_000)).toEqual(Array.from({ length: 600 }, (_, i) => i));
    await connection.stop();
    await proxy.stop();
  });

  test('without it a reset is the end of what was running', async () => {
    const proxy = await Proxy.start(hubs.url);
    const connection = client(`${proxy.url}/hub`, {
      protocol,
      transport: HttpTransportType.WebSockets,
      reconnect: [0, 50, 100],
    });
    const back = new Promise<string | undefined>((resolve) => {
      connection.onreconnected(resolve);
    });
    await connection.start();
    const id = connection.connectionId;
    const lost = connection.invoke('Sleep', 10_000).catch(() => 'lost');
    proxy.reset();
    expect(await deadline(lost, 'the call to fail')).toBe('lost');
    expect(await deadline(back, 'the client to come back')).not.toBe(id);
    expect(await connection.invoke('Echo', 1)).toBe(1);
    await connection.stop();
    await proxy.stop();
  });

  test('a connection that was closed on purpose does not come back as the same', async () => {
    const connection = client(`${hubs.url}/hub`, {
      protocol,
      transport: HttpTransportType.WebSockets,
      stateful: true,
      reconnect: [0, 50],
    });
    const back = new Promise<string | undefined>((resolve) => {
      connection.onreconnected(resolve);
    });
    await connection.start();
    const id = connection.connectionId;
    await hubs.closeAll('hub', 'Moved.', true);
    expect(await deadline(back, 'the client to come back')).not.toBe(id);
    await connection.stop();
  });
});
