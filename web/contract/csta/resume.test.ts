// A client that has lost its connection, and with it what SignalR itself can bridge, goes on with its session.
import { once } from 'node:events';
import { connect as connectTo } from 'node:net';

import { Server, until } from 'cstahub-harness';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';

import { Client } from './client.ts';

let server: Server;
beforeAll(async () => {
  server = await Server.start({ binary: inject('binary') });
});
afterAll(() => server.stop());

const clients: Client[] = [];
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.stop()));
});

async function connect(user: string): Promise<Client> {
  const client = await Client.withToken(server.hub, await server.login(user));
  clients.push(client);
  return client;
}

/** A call to a number that is busy, begun and ended: five events at the caller's telephone. */
async function busyCall(client: Client): Promise<void> {
  await client.invoke('MonitorStart', { monitorObject: { deviceObject: '200' } });
  const { callingDevice } = await client.invoke('MakeCall', {
    callingDevice: '200',
    calledDirectoryNumber: '5550001',
    autoOriginate: 'doNotPrompt',
  });
  await client.next('Failed');
  await client.invoke('ClearConnection', { connectionToBeCleared: callingDevice });
  await client.next('ConnectionCleared');
}

const story = ['ServiceInitiated', 'Originated', 'NetworkReached', 'Failed', 'ConnectionCleared'];

test('what happened meanwhile is heard, and the monitors are still there', async () => {
  const before = await connect('alice@demo');
  const begun = await before.invoke('StartApplicationSession', {});
  await before.invoke('MonitorStart', { monitorObject: { deviceObject: '200' } });
  await before.stop();
  await busyCall(await connect('crm@demo'));

  const after = await connect('alice@demo');
  const resumed = await after.invoke('StartApplicationSession', {
    applicationInfo: {
      applicationSpecificInfo: {
        sessionId: begun.sessionId,
        epoch: begun.privateData?.epoch ?? '',
        offset: begun.privateData?.offset ?? 0,
      },
    },
  });
  expect(resumed.sessionId).toBe(begun.sessionId);
  expect(resumed.privateData).toMatchObject({ recovered: true, epoch: begun.privateData?.epoch, offset: 0 });
  await after.next('ConnectionCleared');
  expect(after.names()).toEqual(story);
  expect(after.received.map(({ message }) => (message as { offset: number }).offset)).toEqual([
    1, 2, 3, 4, 5,
  ]);

  // The monitor goes on, in its new connection alone.
  await busyCall(await connect('crm@demo'));
  await after.next('ConnectionCleared');
  expect(after.names()).toEqual([...story, ...story]);
  await after.invoke('MonitorStop', { monitorCrossRefId: '200' });
});

test('a session that is not there any more is told to be a new one', async () => {
  const client = await connect('alice@demo');
  const begun = await client.invoke('StartApplicationSession', {
    applicationInfo: {
      applicationSpecificInfo: { sessionId: 'HotFShcrHZWUfc6tMIjD0A', epoch: '1f3a', offset: 7 },
    },
  });
  expect(begun.sessionId).not.toBe('HotFShcrHZWUfc6tMIjD0A');
  expect(begun.privateData).toMatchObject({ recovered: false, offset: 0 });
});

/** Documents that end with a zero byte, over a TCP connection. */
async function overTCP(): Promise<{ say: (xml: string) => void; heard: string[]; break: () => void }> {
  const [host, port] = server.tcpAddr.split(':');
  const socket = connectTo(Number(port), host);
  await once(socket, 'connect');
  const heard: string[] = [];
  let rest = '';
  socket.on('data', (data) => {
    const documents = (rest + data.toString()).split('\0');
    rest = documents.pop() ?? '';
    heard.push(...documents);
  });
  return {
    say: (xml) => socket.write(`${xml}\0`),
    heard,
    break: () => {
      socket.resetAndDestroy();
    },
  };
}

const login = (more: string) =>
  `<StartApplicationSession><applicationInfo><applicationSpecificInfo><userID>alice@demo</userID><password>demo</password>
   <eventPositions>true</eventPositions>${more}</applicationSpecificInfo></applicationInfo>
   <requestedSessionDuration>120</requestedSessionDuration></StartApplicationSession>`;

test('a TCP program whose connection is reset goes on with its session, too', async () => {
  const before = await overTCP();
  before.say(login(''));
  before.say('<MonitorStart><monitorObject><deviceObject>200</deviceObject></monitorObject></MonitorStart>');
  await until(() => before.heard.some((d) => d.includes('MonitorStartResponse')) || undefined, 'the monitor');
  const field = (name: string) =>
    new RegExp(`<${name}>(.*?)</${name}>`).exec(before.heard.join(''))?.[1] ?? '';
  before.break();
  await busyCall(await connect('crm@demo'));

  const after = await overTCP();
  after.say(
    login(
      `<sessionId>${field('sessionID')}</sessionId><epoch>${field('epoch')}</epoch><offset>${field('offset')}</offset>`,
    ),
  );
  await until(
    () => after.heard.some((d) => d.includes('<ConnectionClearedEvent')) || undefined,
    'the last event',
  );
  after.break();
  expect(after.heard[0]).toContain('<recovered>true</recovered>');
  expect(after.heard.slice(1).map((d) => /<offset>(\d+)</.exec(d)?.[1])).toEqual(['1', '2', '3', '4', '5']);
});
