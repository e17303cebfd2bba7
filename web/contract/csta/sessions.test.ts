// What one connection sees, what another does, and in which order.
import { Server } from 'cstahub-harness';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';

import type { EventHead } from '@cstahub/client';
import { Client, failure } from './client.ts';

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

/** Alice calls a number that is busy, and hangs up. */
async function busyCall(client: Client): Promise<void> {
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

test('two connections of a user see the same events, each by its own monitor and positions', async () => {
  const one = await connect('alice@demo');
  const two = await connect('alice@demo');
  const first = await one.invoke('MonitorStart', { monitorObject: { deviceObject: '200' } });
  // The one that comes later has missed a call.
  await busyCall(one);
  const second = await two.invoke('MonitorStart', {
    monitorObject: { deviceObject: 'sip:200@12345678.pbx.demo' },
  });
  expect(first.monitorCrossRefId).toBe('200');
  expect(second.monitorCrossRefId).toBe('sip:200@12345678.pbx.demo');
  expect([first.privateData?.offset, second.privateData?.offset]).toEqual([0, 0]);
  expect(first.privateData?.epoch).not.toBe(second.privateData?.epoch);

  await busyCall(one);
  await two.next('ConnectionCleared');
  expect(one.names()).toEqual([...story, ...story]);
  expect(two.names()).toEqual(story);
  for (const [client, monitor] of [
    [one, first],
    [two, second],
  ] as const) {
    const heads = client.received.map((r) => r.message as EventHead);
    expect(heads.map((head) => head.offset)).toEqual(heads.map((_, i) => i + 1));
    expect(new Set(heads.map((head) => head.epoch))).toEqual(new Set([monitor.privateData?.epoch]));
    expect(new Set(heads.map((head) => head.monitorCrossRefId))).toEqual(
      new Set([monitor.monitorCrossRefId]),
    );
  }
  const bare = (client: Client) =>
    client.received.slice(-story.length).map(({ message }) => {
      const rest: Record<string, unknown> = { ...(message as EventHead) };
      for (const own of ['monitorCrossRefId', 'epoch', 'offset']) Reflect.deleteProperty(rest, own);
      return rest;
    });
  expect(bare(one)).toEqual(bare(two));
});

test('a snapshot says where in the events it stands', async () => {
  const alice = await connect('alice@demo');
  const { privateData: before } = await alice.invoke('MonitorStart', {
    monitorObject: { deviceObject: '200' },
  });
  const { callingDevice } = await alice.invoke('MakeCall', {
    callingDevice: '200',
    calledDirectoryNumber: '202',
    autoOriginate: 'doNotPrompt',
  });
  await alice.next('Delivered');
  const snapshot = await alice.invoke('SnapshotDevice', { snapshotObject: '200' });
  // What was asked for before the snapshot is in it, and its events came before.
  expect(snapshot.privateData).toMatchObject({ epoch: before?.epoch, offset: alice.received.length });
  expect(snapshot.crossRefIdorSnapshotData.snapshotData?.snapshotDeviceResponseInfo).toMatchObject([
    {
      connectionIdentifier: callingDevice,
      localCallState: { compoundCallState: { localConnectionState: ['connected', 'alerting'] } },
      servicesPermitted: { callControlServices: { holdCall: true, clearConnection: true } },
    },
  ]);
  await alice.invoke('ClearConnection', { connectionToBeCleared: callingDevice });
  expect(((await alice.next('ConnectionCleared')) as EventHead).offset).toBe(
    (snapshot.privateData?.offset ?? NaN) + 1,
  );
});

test('requests are carried out in the order in which they were sent', async () => {
  const alice = await connect('alice@demo');
  const answers: string[] = [];
  const note = (what: string, answer: Promise<unknown>) =>
    answer.then(
      () => answers.push(what),
      () => answers.push(`${what} refused`),
    );
  await alice.invoke('MonitorStart', { monitorObject: { deviceObject: '200' } });
  await alice.connection.invoke('MakeCall', doNotPrompt('202'));
  await alice.next('Delivered');
  const connection = { deviceId: '200' };
  await Promise.all([
    note('hold', alice.connection.invoke('HoldCall', { callToBeHeld: connection })),
    note('hold again', alice.connection.invoke('HoldCall', { callToBeHeld: connection })),
    note('unknown', alice.connection.invoke('NoSuchService', {})),
    note('no object', alice.connection.invoke('HoldCall', 7)),
    note('retrieve', alice.connection.invoke('RetrieveCall', { callToBeRetrieved: connection })),
    note('clear', alice.connection.invoke('ClearConnection', { connectionToBeCleared: connection })),
    note('clear again', alice.connection.invoke('ClearConnection', { connectionToBeCleared: connection })),
  ]);
  expect(answers).toEqual([
    'hold',
    'hold again refused',
    'unknown refused',
    'no object refused',
    'retrieve',
    'clear',
    'clear again refused',
  ]);
});

test('method names are matched without regard to case', async () => {
  const alice = await connect('alice@demo');
  await alice.connection.invoke('monitorstart', { MONITOROBJECT: { deviceobject: '200' } });
  await alice.connection.invoke('MAKECALL', doNotPrompt('5550001'));
  await alice.next('Failed');
  await alice.connection.invoke('clearConnection', { connectionToBeCleared: { deviceID: '200' } });
  await alice.next('ConnectionCleared');
});

test('what is sent without waiting for an answer is carried out, and its errors are nobody’s', async () => {
  const alice = await connect('alice@demo');
  await alice.invoke('MonitorStart', { monitorObject: { deviceObject: '200' } });
  await alice.connection.send('MakeCall', { callingDevice: '999' });
  await alice.connection.send('NoSuchService', {});
  await alice.connection.send('MakeCall', doNotPrompt('5550001'));
  await alice.next('Failed');
  await alice.connection.send('ClearConnection', { connectionToBeCleared: { deviceId: '200' } });
  await alice.next('ConnectionCleared');
  expect(alice.connection.state).toBe('Connected');
});

test('a repeated MakeCall with the same requestId dials once, from another connection too', async () => {
  const alice = await connect('alice@demo');
  const request = { ...doNotPrompt('202'), privateData: { requestId: 'once' } };
  const first = await alice.connection.invoke<unknown>('MakeCall', request);
  await alice.stop();
  const back = await connect('alice@demo');
  expect(await back.connection.invoke('MakeCall', request)).toEqual(first);
  await back.invoke('ClearConnection', { connectionToBeCleared: { deviceId: '200' } });
});

test('a call goes on without the connection that made it', async () => {
  const alice = await connect('alice@demo');
  const bob = await connect('bob@demo');
  await bob.invoke('MonitorStart', { monitorObject: { deviceObject: '201' } });
  await alice.connection.invoke('MakeCall', doNotPrompt('201'));
  await bob.next('Delivered');
  await alice.stop();
  await bob.connection.invoke('AnswerCall', { callToBeAnswered: { deviceId: '201' } });
  await bob.next('Established');
  const again = await connect('alice@demo');
  await again.invoke('ClearConnection', { connectionToBeCleared: { deviceId: '200' } });
  await bob.next('ConnectionCleared');
});

test('logging out leaves the connection open for another login', async () => {
  const client = await connect('alice@demo');
  await client.invoke('MonitorStart', { monitorObject: { deviceObject: '200' } });
  await client.invoke('StopApplicationSession', {});
  const refused = await failure(client.invoke('SnapshotDevice', { snapshotObject: '200' }));
  expect(refused).toMatch(/^CSTAErrorCode operation\.securityViolation: /);
  await client.invoke('StartApplicationSession', {
    applicationInfo: { applicationSpecificInfo: { userID: 'bob@demo', password: 'demo' } },
  });
  await client.invoke('SnapshotDevice', { snapshotObject: '201' });
  // Nothing of the old session's monitor is left.
  const alice = await connect('alice@demo');
  await alice.invoke('MonitorStart', { monitorObject: { deviceObject: '200' } });
  await busyCall(alice);
  // An answer comes behind whatever was sent before it.
  await client.invoke('SnapshotDevice', { snapshotObject: '201' });
  expect(client.names()).toEqual([]);
});

function doNotPrompt(calledDirectoryNumber: string) {
  return { callingDevice: '200', calledDirectoryNumber, autoOriginate: 'doNotPrompt' as const };
}
