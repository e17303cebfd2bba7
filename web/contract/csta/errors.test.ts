// What is refused, and the words that it is refused with: clients show them and search the logs for them.
import { Server } from 'cstahub-harness';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { Client, failure } from './client.ts';

let server: Server;
let alice: Client;
beforeAll(async () => {
  server = await Server.start({ binary: inject('binary') });
  alice = await Client.withToken(server.hub, await server.login('alice@demo'));
});
afterAll(async () => {
  await alice.stop();
  await server.stop();
});

describe('a request that is refused says why, in the same words for everybody', () => {
  test.each<[string, string, unknown[], string]>([
    [
      'an unknown device',
      'MonitorStart',
      [{ monitorObject: { deviceObject: '999' } }],
      'CSTAErrorCode operation.invalidDeviceID: no device "999" in this tenant',
    ],
    [
      'a device of another tenant',
      'SnapshotDevice',
      [{ snapshotObject: 'u-87654321-200' }],
      'CSTAErrorCode operation.invalidDeviceID: no device "u-87654321-200" in this tenant',
    ],
    [
      "another's device",
      'MonitorStart',
      [{ monitorObject: { deviceObject: '201' } }],
      'CSTAErrorCode operation.privilegeViolationSpecifiedDevice: user alice@demo may not observe device "201"',
    ],
    [
      "calling from another's device",
      'MakeCall',
      [{ callingDevice: '201', calledDirectoryNumber: '200' }],
      'CSTAErrorCode operation.privilegeViolationCallingDevice: user alice@demo may not make calls from device "201"',
    ],
    [
      'calling from a device that is none',
      'MakeCall',
      [{ callingDevice: '999', calledDirectoryNumber: '200' }],
      'CSTAErrorCode operation.invalidCallingDeviceID: no telephone "999" in this tenant',
    ],
    [
      'a number that is none',
      'MakeCall',
      [{ callingDevice: '200', calledDirectoryNumber: 'call me' }],
      'CSTAErrorCode operation.invalidCalledDeviceID: "call me" cannot be dialled',
    ],
    [
      'a call that is not there',
      'HoldCall',
      [{ callToBeHeld: { callId: 'c0' } }],
      'CSTAErrorCode operation.invalidCallID: there is no call "c0"',
    ],
    [
      'a monitor that is not there',
      'MonitorStop',
      [{ monitorCrossRefId: 'm0' }],
      'CSTAErrorCode operation.invalidMonitorCrossRefID: this session has no monitor "m0"',
    ],
    [
      'a device without a call',
      'AnswerCall',
      [{ callToBeAnswered: { deviceId: '200' } }],
      'CSTAErrorCode stateIncompatibility.noCallToAnswer: device "200" has no call',
    ],
    [
      'a mandatory field that is missing',
      'MakeCall',
      [{ callingDevice: '200' }],
      'CSTAErrorCode operation.invalidParameterValue: mandatory field missing MakeCall/calledDirectoryNumber',
    ],
    [
      'no argument where one is needed',
      'MakeCall',
      [],
      'CSTAErrorCode operation.invalidParameterValue: mandatory field missing MakeCall/callingDevice',
    ],
    [
      'a word that the field does not have',
      'MakeCall',
      [{ callingDevice: '200', calledDirectoryNumber: '201', autoOriginate: 'sometimes' }],
      'CSTAErrorCode operation.invalidParameterValue: bad value MakeCall/autoOriginate: "sometimes"',
    ],
    [
      'an argument that is no object',
      'MakeCall',
      ['201'],
      'CSTAErrorCode operation.invalidParameterValue: bad value MakeCall: an object is expected',
    ],
    [
      'more than one argument',
      'MakeCall',
      [{}, {}],
      'CSTAErrorCode operation.invalidParameterValue: MakeCall takes one object, not 2 arguments',
    ],
    [
      'an unknown method',
      'FlyToTheMoon',
      [{}],
      'CSTAErrorCode operation.serviceNotSupported: unknown message "FlyToTheMoon"',
    ],
    [
      'a second login',
      'StartApplicationSession',
      [{ applicationInfo: { applicationSpecificInfo: { userID: 'bob@demo', password: 'demo' } } }],
      'StartApplicationSessionNegResponse invalidApplicationInfo: unknown user, wrong password or wrong domain',
    ],
  ])('%s', async (_, method, args, words) => {
    expect(await failure(alice.connection.invoke(method, ...args))).toBe(words);
  });

  test('a state that does not allow it', async () => {
    await alice.invoke('MonitorStart', { monitorObject: { deviceObject: '200' } });
    const { callingDevice } = await alice.invoke('MakeCall', {
      callingDevice: '200',
      calledDirectoryNumber: '202',
      autoOriginate: 'doNotPrompt',
    });
    await alice.next('Originated');
    const id = callingDevice.callId ?? '';
    const call = { callId: id };
    expect(await failure(alice.invoke('RetrieveCall', { callToBeRetrieved: call }))).toBe(
      `CSTAErrorCode stateIncompatibility.noHeldCall: device "200" is connected in call "${id}"`,
    );
    const second = { callingDevice: '200', calledDirectoryNumber: '203' };
    expect(await failure(alice.invoke('MakeCall', second))).toBe(
      'CSTAErrorCode stateIncompatibility.invalidCallingDeviceState: ' +
        'device "200" is connected in another call, which must be held or cleared first',
    );
    await alice.invoke('HoldCall', { callToBeHeld: call });
    expect(await failure(alice.invoke('HoldCall', { callToBeHeld: call }))).toBe(
      `CSTAErrorCode stateIncompatibility.noActiveCall: device "200" is hold in call "${id}"`,
    );
    await alice.invoke('ClearConnection', { connectionToBeCleared: call });
    expect(await failure(alice.invoke('ClearConnection', { connectionToBeCleared: call }))).toBe(
      `CSTAErrorCode operation.invalidCallID: there is no call "${id}"`,
    );
  });

  test('a stream where there is none', async () => {
    const streamed = new Promise<void>((resolve, reject) => {
      alice.connection
        .stream('SnapshotDevice', {})
        .subscribe({ next: reject, complete: resolve, error: reject });
    });
    expect(await failure(streamed)).toBe(
      "The client attempted to invoke the non-streaming 'SnapshotDevice' method with a streaming invocation.",
    );
  });

  test('and the connection lives on', () => {
    expect(alice.connection.state).toBe('Connected');
    expect(alice.reconnects).toBe(0);
  });
});

describe('before login', () => {
  const badLogin =
    'StartApplicationSessionNegResponse invalidApplicationInfo: unknown user, wrong password or wrong domain';
  const login = (userID: string, password: string, pbxDomain: string) => ({
    applicationInfo: {
      applicationSpecificInfo: {
        'vendorData:userID': userID,
        'vendorData:password': password,
        'vendorData:pbxDomain': pbxDomain,
      },
    },
    requestedSessionDuration: 120,
  });

  test('nothing is done, nothing is told about who there is, and one may still log in', async () => {
    const client = await Client.connect(server.hub);
    const early = [
      ['MonitorStart', { monitorObject: { deviceObject: '200' } }],
      ['MonitorStart', { monitorObject: { deviceObject: '999' } }],
      ['MakeCall', { callingDevice: '200', calledDirectoryNumber: '201' }],
    ] as const;
    for (const [method, request] of early) {
      expect(await failure(client.connection.invoke(method, request))).toBe(
        'CSTAErrorCode operation.securityViolation: log in first, with StartApplicationSession or a token',
      );
    }
    const domain = '12345678.pbx.demo';
    for (const wrong of [
      login('alice@demo', 'wrong', domain),
      login('nobody@demo', 'demo', domain),
      login('alice@demo', 'demo', 'other.pbx.demo'),
      {},
    ]) {
      expect(await failure(client.invoke('StartApplicationSession', wrong))).toBe(badLogin);
    }
    await client.invoke('StartApplicationSession', login('alice@demo', 'demo', domain));
    await client.invoke('MonitorStart', { monitorObject: { deviceObject: '200' } });
    expect(await failure(client.invoke('StartApplicationSession', login('alice@demo', 'demo', domain)))).toBe(
      'StartApplicationSessionNegResponse maxNumberSessions: this connection has a session already',
    );
    expect(client.reconnects).toBe(0);
    await client.stop();
  });

  test('a token may stand in the place of the password', async () => {
    const client = await Client.connect(server.hub);
    await client.invoke('StartApplicationSession', login('alice@demo', await server.token('alice@demo'), ''));
    await client.invoke('SnapshotDevice', { snapshotObject: '200' });
    await client.stop();
    const other = await Client.connect(server.hub);
    const bobs = login('alice@demo', await server.token('bob@demo'), '');
    expect(await failure(other.invoke('StartApplicationSession', bobs))).toBe(badLogin);
    await other.stop();
  });
});
