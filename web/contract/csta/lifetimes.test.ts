// How connections end, and whether their clients come back.
import { HubConnectionState } from '@microsoft/signalr';
import { Server, deadline, until } from 'cstahub-harness';
import { afterEach, describe, expect, inject, test } from 'vitest';

import { Client, failure } from './client.ts';

let server: Server | undefined;
afterEach(async () => {
  await server?.stop();
});

async function start(...flags: string[]): Promise<Server> {
  server = await Server.start({ binary: inject('binary'), flags });
  return server;
}

describe('a connection', () => {
  test('on which nobody logs in is closed with the reason, and does not come back', async () => {
    const { hub } = await start('--login-time=1s');
    const client = await Client.connect(hub);
    const closed = await deadline(client.closed, 'the connection to close');
    expect(closed?.message).toBe('Server returned an error on close: nobody logged in within the login time');
    expect(client.reconnects).toBe(0);
  });

  test('on which somebody does stays', async () => {
    const { hub } = await start('--login-time=3s');
    const idle = await Client.connect(hub);
    const client = await Client.connect(hub);
    await client.invoke('StartApplicationSession', {
      applicationInfo: { applicationSpecificInfo: { userID: 'alice@demo', password: 'demo' } },
    });
    // The one beside it is closed: the time is over.
    await deadline(idle.closed, 'the idle connection to close');
    await client.invoke('SnapshotDevice', { snapshotObject: '200' });
    await client.stop();
  });

  test('that logs out has the login time once more', async () => {
    const { hub } = await start('--login-time=3s');
    const client = await Client.connect(hub);
    await client.invoke('StartApplicationSession', {
      applicationInfo: { applicationSpecificInfo: { userID: 'alice@demo', password: 'demo' } },
    });
    await client.invoke('StopApplicationSession', {});
    const closed = await deadline(client.closed, 'the connection to close');
    expect(closed?.message).toContain('nobody logged in within the login time');
  });

  test('on which too many logins are refused is closed with the reason, and does not come back', async () => {
    const { hub } = await start();
    const client = await Client.connect(hub);
    const guess = {
      applicationInfo: { applicationSpecificInfo: { userID: 'alice@demo', password: 'guess' } },
    };
    for (let i = 0; i < 5; i++) {
      expect(await failure(client.invoke('StartApplicationSession', guess))).toMatch(
        /^StartApplicationSessionNegResponse invalidApplicationInfo: /,
      );
    }
    const closed = await deadline(client.closed, 'the connection to close');
    expect(closed?.message).toBe(
      'Server returned an error on close: too many logins were refused on this connection',
    );
    expect(client.reconnects).toBe(0);
  });

  test('that sends too long a message is closed as .NET does it, and comes back', async () => {
    const running = await start();
    const client = await Client.withToken(running.hub, await running.login('alice@demo'));
    const fits = { snapshotObject: '200', padding: 'x'.repeat(30_000) };
    await client.connection.invoke('SnapshotDevice', fits);
    const tooLong = { snapshotObject: '200', padding: 'x'.repeat(33_000) };
    expect(await failure(client.connection.invoke('SnapshotDevice', tooLong))).toBe(
      'Server returned an error on close: Connection closed with an error.',
    );
    await until(
      () => client.reconnects === 1 && client.connection.state === HubConnectionState.Connected,
      'the client to come back',
    );
    await client.invoke('SnapshotDevice', { snapshotObject: '200' });
    await client.stop();
  });

  test('may carry more in one frame than one message may be long', async () => {
    const running = await start();
    const client = await Client.withToken(running.hub, await running.login('alice@demo'));
    const request = { snapshotObject: '200', padding: 'x'.repeat(10_000) };
    await Promise.all(Array.from({ length: 20 }, () => client.connection.invoke('SnapshotDevice', request)));
    expect(client.reconnects).toBe(0);
    await client.stop();
  });

  test('whose token runs out is told so and closed, and does not get in again', async () => {
    const running = await start();
    const client = await Client.withToken(running.hub, await running.token('alice@demo', '1s'));
    const terminated = await client.next('ApplicationSessionTerminated');
    expect(terminated.sessionTermReason).toEqual({
      serverTermReason: 'the token with which this session was opened has expired',
    });
    await until(() => client.reconnects === 1, 'the client to try again');
    await client.stop();
    expect(client.names()).toEqual(['ApplicationSessionTerminated']);
  });

  test('of a server that stops is told so, and comes back when the server does', async () => {
    const running = await start();
    const client = await Client.withToken(running.hub, await running.login('alice@demo'));
    await running.terminate();
    const terminated = await client.next('ApplicationSessionTerminated');
    expect(terminated.sessionTermReason).toEqual({ serverTermReason: 'the server is stopping' });
    await running.restart();
    await until(() => client.connection.state === HubConnectionState.Connected, 'the client to come back');
    await client.invoke('SnapshotDevice', { snapshotObject: '200' });
    await client.stop();
  });
});
