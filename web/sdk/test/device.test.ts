import { beforeEach, describe, expect, test } from 'vitest';

import { NoAnswer, Refusal } from '../src/errors.ts';
import type { SnapshotDeviceResponse } from '../src/gen/csta.ts';
import { answer, hangUp, hold, retrieve } from '../src/model/actions.ts';
import { Device } from '../src/model/device.ts';
import { event, events, recording } from './recording.ts';
import { ScriptedLink, monitored, moved, snapshotAt } from './scripted-link.ts';

const called = recording('called');
const waiting = recording('waiting');
const [delivered, established, held, retrieved, cleared] = [
  event(called, 'Delivered'),
  event(called, 'Established'),
  event(called, 'Held'),
  event(called, 'Retrieved'),
  event(called, 'ConnectionCleared'),
];
/** The snapshots of Bob's two calls: Carol's waits, Alice is held, Carol is spoken to, Alice is left. */
const snapshots = waiting.messages
  .filter((m) => m.name === 'SnapshotDeviceResponse')
  .map((m) => m.message as SnapshotDeviceResponse);

let link: ScriptedLink;
let phone: Device;
beforeEach(() => {
  link = new ScriptedLink();
  phone = new Device(link, '201');
});

/** What matters here of what may be permitted. */
const actions = ['answerCall', 'retrieveCall', 'holdCall', 'clearConnection'] as const;
const at = (offset: number, epoch = 'E') => ({ epoch, offset });
const states = () => phone.board.calls.map((call) => call.local);

/** Connects, with no calls, at the beginning of an epoch. */
async function connect(epoch = 'E'): Promise<void> {
  link.server.connected();
  await link.take('MonitorStart').answer(monitored(at(0, epoch)));
}

describe('a device', () => {
  test('is monitored with a snapshot', async () => {
    expect(phone.sync).toBe('away');
    link.server.connected();
    expect(phone.sync).toBe('asking');
    const monitor = link.take('MonitorStart');
    expect(monitor.request).toEqual({
      monitorObject: { deviceObject: '201' },
      privateData: { snapshot: true },
    });
    expect(phone.sync).not.toBe('current');
    await monitor.answer(monitored(at(7), snapshots[1]));
    expect(phone.sync).toBe('current');
    expect(states()).toEqual(['hold', 'alerting']);
  });

  test('follows its events', async () => {
    await connect();
    const seen: string[] = [];
    phone.subscribe(() => seen.push(states().join()));
    [delivered, established, held, retrieved, cleared].forEach((e, i) => {
      link.server.event(moved(e, at(i + 1)));
    });
    expect(seen).toEqual(['alerting', 'connected', 'hold', 'connected', '']);
    expect(link.sent).toEqual([]);
  });

  test('keeps the events that come before the answer to MonitorStart is seen', async () => {
    link.server.connected();
    const monitor = link.take('MonitorStart');
    link.server.event(moved(delivered, at(4)));
    link.server.event(moved(established, at(5)));
    expect(states()).toEqual([]);
    // The snapshot was taken between the two: by then the call that rang was gone.
    await monitor.answer(monitored(at(4)));
    expect(states()).toEqual(['connected']);
    expect(phone.sync).toBe('current');
  });

  test('passes over events that are known', async () => {
    await connect();
    link.server.event(moved(delivered, at(1)));
    link.server.event(moved(cleared, at(1)));
    link.server.event(moved(cleared, at(0)));
    expect(states()).toEqual(['alerting']);
    expect(link.sent).toEqual([]);
  });

  test('counts events of other monitors, and does nothing else with them', async () => {
    await connect();
    const other = moved(delivered, at(1));
    link.server.event({ ...other, event: { ...other.event, monitorCrossRefId: '400' } } as typeof other);
    link.server.event(moved(delivered, at(2)));
    expect(states()).toEqual(['alerting']);
    expect(link.sent).toEqual([]);
  });
});

describe('a gap', () => {
  test.each([
    ['in the offsets', at(3)],
    ['between epochs', at(2, 'F')],
  ])('%s asks for a snapshot, and nothing is believed until it is there', async (_, position) => {
    await connect();
    link.server.event(moved(delivered, at(1)));
    link.server.event(moved(held, position));
    expect(phone.sync).not.toBe('current');
    expect(states()).toEqual(['alerting']);
    const snapshot = link.take('SnapshotDevice');
    expect(snapshot.request).toEqual({ snapshotObject: '201' });
    link.server.event(moved(retrieved, { ...position, offset: position.offset + 1 }));
    expect(states()).toEqual(['alerting']);
    // The snapshot has no calls; the event after it has one.
    await snapshot.answer(snapshotAt(position));
    expect(phone.sync).toBe('current');
    expect(states()).toEqual(['connected']);
    expect(link.sent).toEqual([]);
  });

  test('among the events that came with a snapshot asks for another', async () => {
    link.server.connected();
    const monitor = link.take('MonitorStart');
    link.server.event(moved(delivered, at(3)));
    await monitor.answer(monitored(at(1)));
    expect(phone.sync).not.toBe('current');
    await link.take('SnapshotDevice').answer(snapshotAt(at(3)));
    expect(phone.sync).toBe('current');
    link.server.event(moved(delivered, at(4)));
    expect(states()).toEqual(['alerting']);
  });
});

describe('two calls', () => {
  const bobs = events(waiting);
  const upTo = (n: number) => {
    bobs.slice(0, n).forEach((e, i) => {
      link.server.event(moved(e, at(i + 1)));
    });
  };
  const permitted = () =>
    phone.board.calls.map((call) => actions.filter((a) => call.permitted.includes(a)).join(' '));

  test('are asked for anew after each event, since what is permitted on one depends on the other', async () => {
    await connect();
    upTo(3);
    await link.take('SnapshotDevice').answer(snapshotAt(at(3), snapshots[0]));
    expect(permitted()).toEqual(['holdCall clearConnection', 'clearConnection']);
    const [heldFirst] = bobs.slice(3);
    if (heldFirst === undefined) throw new Error('no such event');
    link.server.event(moved(heldFirst, at(4)));
    expect(permitted()).toEqual(['retrieveCall clearConnection', 'clearConnection']);
    await link.take('SnapshotDevice').answer(snapshotAt(at(4), snapshots[1]));
    expect(permitted()).toEqual(['retrieveCall clearConnection', 'answerCall clearConnection']);
    expect(link.sent).toEqual([]);
  });

  test('are asked for when one of them ends, too', async () => {
    link.server.connected();
    await link.take('MonitorStart').answer(monitored(at(0), snapshots[2]));
    expect(permitted()).toEqual(['clearConnection', 'holdCall clearConnection']);
    const [end] = events(waiting).filter((e) => e.name === 'ConnectionCleared');
    if (end === undefined) throw new Error('no such event');
    link.server.event(moved(end, at(1)));
    expect(permitted()).toEqual(['clearConnection']);
    await link.take('SnapshotDevice').answer(snapshotAt(at(1), snapshots[3]));
    expect(permitted()).toEqual(['retrieveCall clearConnection']);
  });

  test('are asked for once more when something happened meanwhile', async () => {
    await connect();
    upTo(3);
    const first = link.take('SnapshotDevice');
    upTo(4);
    expect(link.sent).toEqual([]);
    await first.answer(snapshotAt(at(3), snapshots[0]));
    expect(states()).toEqual(['hold', 'alerting']);
    await link.take('SnapshotDevice').answer(snapshotAt(at(4), snapshots[1]));
    expect(permitted()).toEqual(['retrieveCall clearConnection', 'answerCall clearConnection']);
    expect(link.sent).toEqual([]);
  });

  test('are not asked for once more when the snapshot had it already', async () => {
    await connect();
    upTo(3);
    const first = link.take('SnapshotDevice');
    upTo(4);
    await first.answer(snapshotAt(at(4), snapshots[1]));
    expect(states()).toEqual(['hold', 'alerting']);
    expect(link.sent).toEqual([]);
  });
});

describe('a lost connection', () => {
  test('leaves the calls where they are, out of date, until they are asked for again', async () => {
    await connect();
    link.server.event(moved(established, at(1)));
    link.server.disconnected();
    expect(phone.sync).toBe('away');
    expect(states()).toEqual(['connected']);
    link.server.connected();
    expect(phone.sync).toBe('asking');
    await link.take('MonitorStart').answer(monitored(at(0, 'F')));
    expect(phone.sync).toBe('current');
    expect(states()).toEqual([]);
    expect(phone.board.ended).toMatchObject([{ cause: undefined, at: undefined }]);
    link.server.event(moved(delivered, at(1, 'F')));
    expect(states()).toEqual(['alerting']);
  });

  test('makes answers from before it worthless', async () => {
    link.server.connected();
    const before = link.take('MonitorStart');
    link.server.disconnected();
    link.server.connected();
    const after = link.take('MonitorStart');
    await before.answer(monitored(at(9, 'old'), snapshots[0]));
    expect(phone.sync).not.toBe('current');
    await after.answer(monitored(at(0, 'new')));
    expect(phone.sync).toBe('current');
    expect(states()).toEqual([]);
  });

  test('is no trouble of the device', async () => {
    link.server.connected();
    await link.take('MonitorStart').fail(new NoAnswer('closed'));
    expect(phone.trouble).toBeUndefined();
    link.server.disconnected();
    await connect();
    expect(phone.sync).toBe('current');
  });
});

describe('a monitor', () => {
  test('that is refused is told, and can be tried again', async () => {
    link.server.connected();
    const refusal = new Refusal('operation.privilegeViolationSpecifiedDevice', 'no');
    await link.take('MonitorStart').fail(refusal);
    expect(phone.trouble).toBe(refusal);
    expect(phone.sync).not.toBe('current');
    phone.retry();
    await link.take('MonitorStart').answer(monitored(at(0)));
    expect(phone.trouble).toBeUndefined();
    expect(phone.sync).toBe('current');
  });

  test('that the server stops is started again', async () => {
    await connect();
    link.server.monitorStopped({ monitorCrossRefId: 'another' });
    expect(phone.sync).toBe('current');
    link.server.monitorStopped({ monitorCrossRefId: '201' });
    expect(phone.sync).not.toBe('current');
    await link.take('MonitorStart').answer(monitored(at(5)));
    expect(phone.sync).toBe('current');
  });
});

describe('dialling', () => {
  const request = (sent: { request: unknown }) =>
    sent.request as { autoOriginate: string; privateData: { requestId: string } };

  test('says whether the device rings first', async () => {
    const direct = phone.dial('200', false);
    const first = link.take('MakeCall');
    expect(first.request).toMatchObject({
      callingDevice: '201',
      calledDirectoryNumber: '200',
      autoOriginate: 'doNotPrompt',
    });
    await first.answer({ callingDevice: { callId: 'c1' } });
    expect(await direct).toBe('c1');
    const prompted = phone.dial('200', true);
    const second = link.take('MakeCall');
    expect(request(second).autoOriginate).toBe('prompt');
    expect(request(second).privateData.requestId).not.toBe(request(first).privateData.requestId);
    await second.answer({ callingDevice: { callId: 'c2' } });
    await prompted;
  });

  test('again after a lost answer does not dial twice', async () => {
    const lost = phone.dial('200', false);
    const first = link.take('MakeCall');
    const id = request(first).privateData.requestId;
    expect(id).toMatch(/^[0-9a-f]{24}$/);
    await Promise.all([expect(lost).rejects.toThrow(NoAnswer), first.fail(new NoAnswer('closed'))]);
    const again = phone.dial('200', false);
    const second = link.take('MakeCall');
    expect(request(second).privateData.requestId).toBe(id);
    await second.answer({ callingDevice: { callId: 'c2' } });
    await again;
    const anew = phone.dial('200', false);
    const third = link.take('MakeCall');
    expect(request(third).privateData.requestId).not.toBe(id);
    await third.answer({ callingDevice: { callId: 'c3' } });
    await anew;
  });

  test('something else after a lost answer is a call of its own', async () => {
    const lost = phone.dial('200', false);
    const first = link.take('MakeCall');
    await Promise.all([expect(lost).rejects.toThrow(NoAnswer), first.fail(new NoAnswer('closed'))]);
    const other = phone.dial('202', false);
    const second = link.take('MakeCall');
    expect(request(second).privateData.requestId).not.toBe(request(first).privateData.requestId);
    await second.answer({ callingDevice: { callId: 'c2' } });
    await other;
  });

  test('passes a refusal on', async () => {
    const refused = phone.dial('call me', false);
    const refusal = new Refusal('operation.invalidCalledDeviceID', '"call me" cannot be dialled');
    await Promise.all([expect(refused).rejects.toBe(refusal), link.take('MakeCall').fail(refusal)]);
  });
});

test.each([
  ['AnswerCall', answer, 'callToBeAnswered'],
  ['HoldCall', hold, 'callToBeHeld'],
  ['RetrieveCall', retrieve, 'callToBeRetrieved'],
  ['ClearConnection', hangUp, 'connectionToBeCleared'],
] as const)('%s names the call and the device', async (service, action, field) => {
  const acted = action(phone, { id: 'c1' });
  const sent = link.take(service);
  expect(sent.request).toEqual({ [field]: { callId: 'c1', deviceId: '201' } });
  await sent.answer({});
  await acted;
});

describe('a refused action', () => {
  const refusal = new Refusal('stateIncompatibility.noActiveCall', 'device "201" is hold in call "c1"');

  test('has the calls asked for before it is told', async () => {
    await connect();
    link.server.event(moved(established, at(1)));
    const [call] = phone.board.calls;
    if (call === undefined) throw new Error('no call');
    const acted = hold(phone, call);
    const told = acted.catch((error: unknown) => [error, states()]);
    await link.take('HoldCall').fail(refusal);
    await link.take('SnapshotDevice').answer(snapshotAt(at(1), snapshots[3]));
    expect(await told).toEqual([refusal, ['hold']]);
  });

  test('is told when the connection is lost meanwhile', async () => {
    await connect();
    const acted = hold(phone, { id: 'c1' });
    await Promise.all([
      expect(acted).rejects.toBe(refusal),
      link
        .take('HoldCall')
        .fail(refusal)
        .then(() => link.take('SnapshotDevice').fail(new NoAnswer('closed'))),
    ]);
  });
});

test('an ended call can be taken off the board', async () => {
  await connect();
  [delivered, cleared].forEach((e, i) => {
    link.server.event(moved(e, at(i + 1)));
  });
  const [end] = phone.board.ended;
  phone.dismiss(end?.call.id ?? '');
  expect(phone.board.ended).toEqual([]);
});

test('a device that is closed is not monitored any more, and hears nothing', async () => {
  await connect();
  phone.close();
  expect(link.take('MonitorStop').request).toEqual({ monitorCrossRefId: '201' });
  expect(() => link.server).toThrow('nobody listens');
  expect(phone.sync).toBe('away');
});

test('tells how the way to the server is, and when that changes, until it is closed', () => {
  let told = 0;
  phone.subscribe(() => told++);
  link.become({ kind: 'unauthorized' });
  expect(phone.linkState).toEqual({ kind: 'unauthorized' });
  expect(told).toBe(1);
  phone.close();
  const before = told;
  link.become({ kind: 'stopped' });
  expect(told).toBe(before);
});
