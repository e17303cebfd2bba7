// What takes seconds because it is about time: pings, time-outs, expiries. These tests wait at the same time, so none of them
// may do anything to the connections of another.
import { HttpTransportType, HubConnectionState } from '@microsoft/signalr';
import { deadline } from 'cstahub-harness';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { client, closed, connected } from './src/client.ts';
import { Hubs } from './src/hubs.ts';

let hubs: Hubs;
beforeAll(async () => {
  hubs = await Hubs.start(inject('hubs'));
});
afterAll(async () => {
  await hubs.quiet();
  await hubs.stop();
});

describe.concurrent('as time passes', () => {
  describe.each([
    ['WebSockets', HttpTransportType.WebSockets],
    ['Server-Sent Events', HttpTransportType.ServerSentEvents],
    ['long polling', HttpTransportType.LongPolling],
  ])('%s', (_, transport) => {
    test('an authentication that expires lets the client come back', async () => {
      const connection = client(`${hubs.url}/expiring`, { transport, reconnect: [0, 10, 100] });
      const back = new Promise<string | undefined>((resolve) => {
        connection.onreconnected(resolve);
      });
      await connection.start();
      if (transport === HttpTransportType.LongPolling) {
        // Every poll renews it: only one that waits too long expires, and here none does.
        await connection.invoke('Sleep', 2500);
        await connection.invoke('Sleep', 2500);
        expect(connection.state).toBe(HubConnectionState.Connected);
      } else {
        expect(await deadline(back, 'the client to come back')).toBe(connection.connectionId);
      }
      expect(await connection.invoke('Echo', 1)).toBe(1);
      await connection.stop();
    });

    test('pings keep both sides from giving up', async () => {
      const connection = client(`${hubs.url}/impatient`, { transport });
      connection.keepAliveIntervalInMilliseconds = 500;
      connection.serverTimeoutInMilliseconds = 3000;
      const end = closed(connection);
      await connection.start();
      const outcome = await Promise.race([end, new Promise((resolve) => setTimeout(resolve, 5000, 'alive'))]);
      expect(outcome).toBe('alive');
      expect(await connection.invoke('Echo', 1)).toBe(1);
      await connection.stop();
    });
  });

  test('a client that does not ping is disconnected', async () => {
    const connection = client(`${hubs.url}/impatient`, { transport: HttpTransportType.WebSockets });
    // It pings once after the handshake, and then not for a minute.
    connection.keepAliveIntervalInMilliseconds = 60_000;
    const end = closed(connection);
    await connection.start();
    expect(await deadline(end, 'the end')).toBe(
      'Server returned an error on close: Connection closed with an error.',
    );
  });

  test('polls that time out are repeated', async () => {
    await connected(`${hubs.url}/polls-only`, {}, async (connection) => {
      expect(await connection.invoke('Sleep', 5000)).toBe(true);
    });
  });
});
