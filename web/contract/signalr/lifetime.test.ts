// How connections begin and end: tokens, headers, cookies, redirects, closing and coming back.
import { request } from 'node:http';

import { HttpTransportType } from '@microsoft/signalr';
import { deadline, until } from 'cstahub-harness';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { all, call, client, closed, connected, failure, some } from './src/client.ts';
import { Hubs } from './src/hubs.ts';

let hubs: Hubs;
beforeAll(async () => {
  hubs = await Hubs.start(inject('hubs'));
});
afterAll(async () => {
  await hubs.quiet();
  await hubs.stop();
});

const transports: [string, HttpTransportType][] = [
  ['WebSockets', HttpTransportType.WebSockets],
  ['Server-Sent Events', HttpTransportType.ServerSentEvents],
  ['long polling', HttpTransportType.LongPolling],
];

describe.each(transports)('%s', (_, transport) => {
  test('tokens, headers and cookies come with the connection', async () => {
    const options = { transport, accessTokenFactory: () => 'ann.secret', headers: { 'X-Contract': 'yes' } };
    await connected(`${hubs.url}/auth`, options, async (connection) => {
      const who: Record<string, unknown> = await connection.invoke('Who');
      expect(who).toMatchObject({ user: 'ann', identity: 'ann.secret', header: 'yes' });
    });
    await connected(`${hubs.url}/cookie`, { transport }, async (connection) => {
      const who: Record<string, unknown> = await connection.invoke('Who');
      expect(who.cookie).toMatch(/^contract=kept/);
    });
  });

  test('a user is reached wherever he is connected', async () => {
    const as = (user: string) => ({ transport, accessTokenFactory: () => user });
    const url = `${hubs.url}/auth`;
    await connected(url, as('ann'), (one) =>
      connected(url, as('ann'), (two) =>
        connected(url, as('bob'), async (other) => {
          other.on('hello', () => {
            throw new Error('reached the wrong user');
          });
          const both = Promise.all([call(one, 'Hello'), call(two, 'Hello')]);
          await other.invoke('SendUser', 'ann', 'Hello', 1);
          expect(await both).toEqual([[1], [1]]);
        }),
      ),
    );
  });

  test('a bad token is a 401, and one that may not is a 403', async () => {
    const start = (token: string) =>
      failure(client(`${hubs.url}/auth`, { transport, accessTokenFactory: () => token }).start());
    expect(await start('expired')).toMatch(/Unauthorized: Status code '401'$/);
    expect(await start('forbidden')).toMatch(/Forbidden: Status code '403'$/);
  });

  test('a redirect is followed, with the token it brings', async () => {
    await connected(
      `${hubs.url}/redirect`,
      { transport, accessTokenFactory: () => 'expired' },
      async (connection) => {
        const who: Record<string, unknown> = await connection.invoke('Who');
        expect(who.user).toBe('ann');
      },
    );
  });

  test('the server closes with a reason', async () => {
    const connection = client(`${hubs.url}/hub`, { transport, reconnect: [0, 0, 0] });
    const end = closed(connection);
    await connection.start();
    await connection.send('Leave!', 'Logged out.', false);
    expect(await deadline(end, 'the end')).toBe('Server returned an error on close: Logged out.');
  });

  test('the server closes without a reason', async () => {
    const connection = client(`${hubs.url}/hub`, { transport });
    const end = closed(connection);
    await connection.start();
    await connection.send('Leave!', '', false);
    expect(await deadline(end, 'the end')).toBeUndefined();
  });

  test('a client comes back when it may', async () => {
    const connection = client(`${hubs.url}/hub`, { transport, reconnect: [0, 10, 100] });
    const reasons: (string | undefined)[] = [];
    connection.onreconnecting((error) => reasons.push(error?.message));
    const back = new Promise<string | undefined>((resolve) => {
      connection.onreconnected(resolve);
    });
    await connection.start();
    const before = connection.connectionId;
    await hubs.closeAll('hub', 'Moved.', true);
    const after = await deadline(back, 'the client to come back');
    expect(reasons).toEqual(['Server returned an error on close: Moved.']);
    expect(after).not.toBe(before);
    expect(await connection.invoke('Echo', 'again')).toBe('again');
    await connection.stop();
  });

  test('what is running fails when the connection ends', async () => {
    const connection = client(`${hubs.url}/hub`, { transport });
    const end = closed(connection);
    await connection.start();
    // Streams are out of the line; the call that sleeps holds up those behind it.
    const ticking = failure(all(connection.stream('Ticks', 10)));
    await some(connection.stream('Ticks', 10), 2);
    const asleep = call(connection, 'Asleep');
    const sleeping = failure(connection.invoke('Sleep', 60_000));
    await asleep;
    await hubs.closeAll('hub', 'Closed.', false);
    const reason = 'Server returned an error on close: Closed.';
    expect(await deadline(Promise.all([sleeping, ticking, end]), 'the end')).toEqual([
      reason,
      reason,
      reason,
    ]);
  });

  test('starting and stopping again and again leaves nothing', async () => {
    await hubs.quiet();
    const url = `${hubs.url}/hub`;
    await connected(url, { transport }, (connection) => connection.invoke('Echo', 0));
    const before = await settled();
    for (let i = 0; i < 100; i++) {
      await connected(url, { transport }, (connection) => connection.invoke('Echo', i));
    }
    await hubs.quiet();
    const after = await settled();
    expect(after.goroutines).toBeLessThanOrEqual(before.goroutines + 2);
    expect(after.sockets).toBeLessThanOrEqual(before.sockets + 2);
  });
});

/** The state once idle HTTP connections of clients are closed and everything has calmed down. */
async function settled() {
  let last = await hubs.state();
  await until(
    async () => {
      const now = await hubs.state();
      const calm = now.goroutines <= last.goroutines && now.sockets <= last.sockets && now.sockets < 30;
      last = now;
      return calm;
    },
    'sockets to be closed',
    20_000,
  );
  return last;
}

test('transports that are not offered are passed over', async () => {
  await connected(`${hubs.url}/streams-only`, {}, async (connection) => {
    expect(await connection.invoke<Record<string, unknown>>('Who')).toMatchObject({
      transport: 'ServerSentEvents',
    });
  });
  await connected(`${hubs.url}/polls-only`, { protocol: 'messagepack' }, async (connection) => {
    expect(await connection.invoke<Record<string, unknown>>('Who')).toMatchObject({
      transport: 'LongPolling',
    });
  });
  expect(await failure(client(`${hubs.url}/streams-only`, { protocol: 'messagepack' }).start())).toContain(
    `'ServerSentEvents' does not support Binary`,
  );
});

test('without a choice the client takes WebSockets', async () => {
  await connected(`${hubs.url}/hub`, {}, async (connection) => {
    expect(await connection.invoke<Record<string, unknown>>('Who')).toMatchObject({
      transport: 'WebSockets',
      requestedWith: '',
    });
  });
});

test('a slash at the end of the address is legal, and so is a query of its own', async () => {
  for (const url of [`${hubs.url}/hub/`, `${hubs.url}/hub?tenant=a`, `${hubs.url}/hub/?tenant=a`]) {
    for (const [, transport] of transports) {
      await connected(url, { transport }, async (connection) => {
        expect(await connection.invoke('Echo', url)).toBe(url);
      });
    }
  }
});

test('compression is agreed on when it is offered', async () => {
  await connected(
    `${hubs.url}/compressed`,
    { transport: HttpTransportType.WebSockets },
    async (connection) => {
      const text = 'compressible '.repeat(2000);
      expect(await connection.invoke('Echo', text)).toBe(text);
    },
  );
});

test('redirects end somewhere', async () => {
  expect(await failure(client(`${hubs.url}/redirect-loop`).start())).toContain(
    'Negotiate redirection limit exceeded.',
  );
});

test('no hub here', async () => {
  expect(await failure(client(`${hubs.url}/nowhere`).start())).toContain(
    'Either this is not a SignalR endpoint or there is a proxy blocking the connection.',
  );
});

test('an answer to negotiate never names a transport or token in clear elsewhere', async () => {
  const response = await fetch(`${hubs.url}/hub/negotiate?negotiateVersion=1`, { method: 'POST' });
  const answer = (await response.json()) as { connectionId: string; connectionToken: string };
  expect(answer.connectionId).not.toBe(answer.connectionToken);
  const asId = await fetch(`${hubs.url}/hub?id=${answer.connectionId}`);
  expect(asId.status).toBe(404);
});

test('shutting down closes properly and refuses new connections', async () => {
  const own = await Hubs.start(inject('hubs'));
  try {
    const connections = transports.map(([, transport]) => client(`${own.url}/hub`, { transport }));
    const ends = connections.map(closed);
    await Promise.all(connections.map((connection) => connection.start()));
    await fetch(`${own.url}/control/shutdown?hub=hub`, { method: 'POST' });
    expect(await deadline(Promise.all(ends), 'the ends')).toEqual([undefined, undefined, undefined]);
    expect(await failure(client(`${own.url}/hub`).start())).toContain(`Status code '503'`);
  } finally {
    await own.stop();
  }
});

test('requests that are no client are answered with what .NET answers', async () => {
  const negotiate = async () => {
    const response = await fetch(`${hubs.url}/hub/negotiate?negotiateVersion=1`, { method: 'POST' });
    return ((await response.json()) as { connectionToken: string }).connectionToken;
  };
  const id = await negotiate();
  const cases: [string, string, number, string][] = [
    ['GET', '/hub', 400, 'Connection ID required'],
    ['POST', '/hub', 400, 'Connection ID required'],
    ['DELETE', '/hub', 400, 'Connection ID required'],
    ['PUT', '/hub', 405, ''],
    ['GET', '/hub?id=unknown', 404, 'No Connection with that ID'],
    ['GET', '/hub/negotiate', 405, ''],
    ['DELETE', `/hub?id=${id}`, 400, 'Cannot terminate this connection using the DELETE endpoint.'],
    ['GET', `/streams-only?id=unknown`, 404, 'No Connection with that ID'],
    ['OPTIONS', '/hub', 405, ''],
  ];
  for (const [method, path, status, text] of cases) {
    expect([method, path, ...(await plain(method, path))]).toEqual([method, path, status, text]);
  }
});

/** A request without anything that fetch adds. */
function plain(method: string, path: string): Promise<[number, string]> {
  return new Promise((resolve, reject) => {
    const asked = request(`${hubs.url}${path}`, { method, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        resolve([response.statusCode ?? 0, text]);
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}
