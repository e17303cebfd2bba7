// The flow that uni-tel publishes, with the published client: log in, monitor, call, hang up.
import { HttpTransportType, type IHttpConnectionOptions } from '@microsoft/signalr';
import { Server } from 'cstahub-harness';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';

import type { StartApplicationSession } from '@cstahub/client';
import { Client } from './client.ts';

const device = 'u-12345678-200';
const login: StartApplicationSession = {
  applicationInfo: {
    applicationSpecificInfo: {
      'vendorData:userID': 'alice@demo',
      'vendorData:password': 'demo',
      'vendorData:pbxDomain': '12345678.pbx.demo',
    },
  },
  requestedSessionDuration: 120,
};

let server: Server;
beforeAll(async () => {
  server = await Server.start({ binary: inject('binary') });
});
afterAll(() => server.stop());

let client: Client;
afterEach(() => client.stop());

const wholeTrip: [string, IHttpConnectionOptions][] = [
  ['negotiated', {}],
  ['without negotiation', { skipNegotiation: true, transport: HttpTransportType.WebSockets }],
  ['by server-sent events', { transport: HttpTransportType.ServerSentEvents }],
  ['by long polling', { transport: HttpTransportType.LongPolling }],
];

describe.each(wholeTrip)('the published flow, %s', (_, options) => {
  test('logs in on the hub, calls and hangs up', async () => {
    client = await Client.connect(server.hub, options);
    const session = await client.invoke('StartApplicationSession', login);
    expect(session).toMatchObject({ actualSessionDuration: 120, sessionId: expect.any(String) as string });
    await call();
  });
});

describe('a prompted call', () => {
  test('rings the own telephone first', async () => {
    client = await Client.connect(server.hub);
    await client.invoke('StartApplicationSession', login);
    await client.invoke('MonitorStart', { monitorObject: { deviceObject: device } });
    const made = await client.invoke('MakeCall', { callingDevice: '200', calledDirectoryNumber: '22334455' });
    const { callId } = made.callingDevice;
    const initiated = await client.next('ServiceInitiated');
    expect(initiated).toMatchObject({
      monitorCrossRefId: device,
      initiatedConnection: { callId, deviceId: '200' },
      localConnectionInfo: 'initiated',
      servicesPermitted: { callControlServices: { answerCall: true, clearConnection: true } },
    });
    expect(client.names()).toEqual(['ServiceInitiated']);
    await client.connection.invoke('AnswerCall', { callToBeAnswered: { callId } });
    expect((await client.next('Originated')).localConnectionInfo).toBe('connected');
    await client.next('Delivered');
    await client.next('Established');
    await client.connection.invoke('ClearConnection', { connectionToBeCleared: { callId } });
    await client.next('ConnectionCleared');
    expect(client.names()).toEqual([
      'ServiceInitiated',
      'Originated',
      'NetworkReached',
      'Delivered',
      'Established',
      'ConnectionCleared',
    ]);
  });
});

describe('with a token nobody has to log in', () => {
  test.each([
    ['from POST /api/v1/login', () => server.login('alice@demo')],
    ['from "cstahub token"', () => server.token('alice@demo')],
  ])('%s', async (_, token) => {
    client = await Client.withToken(server.hub, await token());
    await call();
  });

  test('and who does may set the duration, once', async () => {
    client = await Client.withToken(server.hub, await server.token('alice@demo'));
    const session = await client.invoke('StartApplicationSession', { requestedSessionDuration: 600 });
    expect(session.actualSessionDuration).toBe(600);
    await call();
  });
});

/** Monitors the device, calls a number outside, waits for the answer, and hangs up. */
async function call(): Promise<void> {
  const monitor = await client.invoke('MonitorStart', { monitorObject: { deviceObject: device } });
  expect(monitor.monitorCrossRefId).toBe(device);
  const made = await client.invoke('MakeCall', {
    callingDevice: '200',
    calledDirectoryNumber: '22334455',
    autoOriginate: 'doNotPrompt',
  });
  const { callId } = made.callingDevice;
  expect(made.callingDevice).toEqual({ callId: expect.any(String) as string, deviceId: '200' });
  expect(await client.next('Delivered')).toMatchObject({
    monitorCrossRefId: device,
    connection: { callId, deviceId: '22334455' },
    alertingDevice: { deviceIdentifier: '22334455' },
    callingDevice: { deviceIdentifier: '200' },
    localConnectionInfo: 'connected',
    privateData: { callDirection: 'Outbound', remoteUser: '22334455' },
  });
  expect(await client.next('Established')).toMatchObject({
    establishedConnection: { callId },
    privateData: { localStatus: 'Active' },
  });
  const cleared = await client.invoke('ClearConnection', {
    connectionToBeCleared: { callId: callId ?? '' },
    privateData: { requestId: 'my request 1' },
  });
  expect(cleared).toEqual({ privateData: { requestId: 'my request 1' } });
  expect(await client.next('ConnectionCleared')).toMatchObject({
    droppedConnection: { callId, deviceId: '200' },
    localConnectionInfo: 'null',
    cause: 'normalClearing',
  });
}
