import { beforeEach, describe, expect, test } from 'vitest';

import { NoAnswer, Refusal } from '../src/errors.ts';
import { Device } from '../src/model/device.ts';
import type { AnyEvent } from '../src/model/event.ts';
import { Features } from '../src/model/features.ts';
import { ScriptedLink, answerAll, monitored } from './scripted-link.ts';

const answers = {
  GetDoNotDisturb: { doNotDisturbOn: false },
  GetForwarding: {
    forwardingList: {
      forwardListItem: [
        { forwardingType: 'forwardImmediate', forwardStatus: false, forwardDN: '' },
        { forwardingType: 'forwardNoAns', forwardStatus: true, forwardDN: '202', ringDuration: 15 },
        { forwardingType: 'forwardBusy', forwardStatus: true, forwardDN: 'busy' },
      ],
    },
  },
  GetAgentState: {
    agentStateList: {
      agentStateEntry: [{ agentInfo: { agentInfoItem: [{ agentState: 'agentReady', acdGroup: '400' }] } }],
    },
  },
  GetQueue: { queueDevice: { deviceDescription: 'Support' } },
  GetQueueMember: {
    memberList: {
      memberListItem: [
        { agentDN: '201', active: true },
        { agentDN: '202', active: false },
      ],
    },
  },
} as const;

let link: ScriptedLink;
let features: Features;
beforeEach(async () => {
  link = new ScriptedLink();
  features = new Features(link, new Device(link, '201'));
  link.server.connected();
  await link.take('MonitorStart').answer(monitored({ epoch: 'E', offset: 0 }));
});

/** An event at the telephone. */
function tell(name: AnyEvent['name'], event: object): void {
  link.server.event({ name, event: { monitorCrossRefId: '201', epoch: 'E', offset: 1, ...event } } as never);
}

const disturb = (on: boolean) => {
  tell('DoNotDisturb', { device: { deviceIdentifier: '201' }, doNotDisturbOn: on });
};

describe('what a telephone is set to', () => {
  test('is asked for once the device is current, and not before it is answered', async () => {
    expect(features.current).toBe(false);
    await answerAll(link, answers);
    expect(features.current).toBe(true);
    expect(features.settings).toEqual({
      doNotDisturb: false,
      forwardings: [
        { type: 'forwardImmediate', on: false, to: undefined, seconds: undefined },
        { type: 'forwardNoAns', on: true, to: '202', seconds: 15 },
        // A word in place of a number: nothing is forwarded.
        { type: 'forwardBusy', on: false, to: undefined, seconds: undefined },
      ],
      agent: expect.objectContaining({ state: 'agentReady' }) as unknown,
      memberships: [{ queue: '400', name: 'Support', active: true }],
    });
  });

  test('that the server does not offer is undefined', async () => {
    await answerAll(link, { GetDoNotDisturb: answers.GetDoNotDisturb });
    expect(features.settings).toEqual({
      doNotDisturb: false,
      forwardings: undefined,
      agent: undefined,
      memberships: [],
    });
  });

  test('follows its events, and no others', async () => {
    await answerAll(link, answers);
    disturb(true);
    expect(features.settings.doNotDisturb).toBe(true);
    tell('DoNotDisturb', { device: { deviceIdentifier: '202' }, doNotDisturbOn: false });
    expect(features.settings.doNotDisturb).toBe(true);
    tell('Forwarding', {
      device: { deviceIdentifier: '201' },
      forwardingType: 'forwardNoAns',
      forwardStatus: false,
    });
    // One that is turned off keeps its place for the next time.
    expect(features.settings.forwardings?.find(({ type }) => type === 'forwardNoAns')).toEqual({
      type: 'forwardNoAns',
      on: false,
      to: '202',
      seconds: 15,
    });
    tell('AgentNotReady', { agentDevice: { deviceIdentifier: '201' } });
    expect(features.settings.agent?.state).toBe('agentNotReady');
  });

  test('is asked for again when an event comes while it is asked for', async () => {
    const first = link.sent.splice(0);
    disturb(true);
    expect(link.sent.map(({ service }) => service)).toContain('GetDoNotDisturb');
    // The late answer to what was asked first must not undo what the event says.
    for (const sent of first) await sent.answer(answers[sent.service as keyof typeof answers]);
    expect(features.settings.doNotDisturb).toBe(true);
    await answerAll(link, { ...answers, GetDoNotDisturb: { doNotDisturbOn: true } });
    expect(features.settings.doNotDisturb).toBe(true);
    expect(features.current).toBe(true);
  });

  test('is not current without a connection, and asked for anew with the next', async () => {
    await answerAll(link, answers);
    link.server.disconnected();
    expect(features.current).toBe(false);
    link.server.connected();
    await answerAll(link, {
      ...answers,
      GetDoNotDisturb: { doNotDisturbOn: true },
      MonitorStart: monitored({ epoch: 'F', offset: 0 }),
    });
    expect(features.current).toBe(true);
    expect(features.settings.doNotDisturb).toBe(true);
  });

  test('tells why an agent is not ready, in the words of the tenant where it has some', async () => {
    await answerAll(link, {
      ...answers,
      GetAgentState: {
        ...answers.GetAgentState,
        privateData: { reason: 'meal', reasonLabel: 'Having a meal' },
      },
    });
    expect(features.settings.agent?.reason).toEqual({ code: 'meal', label: 'Having a meal' });
    tell('AgentNotReady', {
      agentDevice: { deviceIdentifier: '201' },
      privateData: { reason: 'at the dentist' },
    });
    expect(features.settings.agent?.reason).toEqual({ code: 'at the dentist', label: 'at the dentist' });
    tell('AgentReady', { agentDevice: { deviceIdentifier: '201' } });
    expect(features.settings.agent?.reason).toBeUndefined();
  });

  test('follows what others change of its queues', async () => {
    await answerAll(link, answers);
    const member = (change: object) => ({ memberList: { memberListItem: [{ agentDN: '201', ...change }] } });
    tell('QueueMember', { localNumber: '400', ...member({ active: false }) });
    expect(features.settings.memberships).toEqual([{ queue: '400', name: 'Support', active: false }]);
    tell('QueueMember', { localNumber: '400', ...member({ agentDN: '202', active: true }) });
    expect(features.settings.memberships[0]?.active).toBe(false);
    tell('QueueMember', { localNumber: '400', ...member({ active: false, removed: true }) });
    expect(features.settings.memberships).toEqual([]);
    expect(link.sent).toEqual([]);
    // What it has not heard of it asks for.
    tell('QueueMember', { localNumber: '401', ...member({ active: true }) });
    expect(link.sent.map(({ service }) => service)).toContain('GetAgentState');
  });

  test.each([
    ['QueueAdded', { localNumber: '401', name: 'Sales' }],
    ['QueueRemoved', { localNumber: '400' }],
    // As the monitors of the queue itself are told, which name it otherwise.
    ['QueueMember', { memberList: { memberListItem: [{ agentDN: '201', active: false }] } }],
  ] as const)('is asked for when %s tells of something else', async (name, event) => {
    await answerAll(link, answers);
    tell(name, event);
    expect(link.sent.map(({ service }) => service)).toContain('GetAgentState');
  });

  test('is asked for when somebody logs on, which may be for another queue', async () => {
    await answerAll(link, answers);
    tell('AgentLoggedOff', { agentDevice: { deviceIdentifier: '201' } });
    expect(link.sent.map(({ service }) => service)).toContain('GetAgentState');
  });
});

describe('setting', () => {
  beforeEach(() => answerAll(link, answers));

  test('do not disturb changes nothing before the event', async () => {
    const done = features.setDoNotDisturb(true);
    const sent = link.take('SetDoNotDisturb');
    expect(sent.request).toEqual({ device: '201', doNotDisturbOn: true });
    await sent.answer({});
    await done;
    expect(features.settings.doNotDisturb).toBe(false);
  });

  test('forwarding says where to and after how long only when it is turned on', async () => {
    const on = features.setForwarding({ type: 'forwardNoAns', on: true, to: '203', seconds: 9 });
    const sent = link.take('SetForwarding');
    expect(sent.request).toEqual({
      device: '201',
      forwardingType: 'forwardNoAns',
      activateForward: true,
      forwardDN: '203',
      ringDuration: 9,
    });
    await sent.answer({});
    await on;
    void features.setForwarding({ type: 'forwardNoAns', on: false, to: '203', seconds: 9 });
    expect(link.take('SetForwarding').request).toEqual({
      device: '201',
      forwardingType: 'forwardNoAns',
      activateForward: false,
    });
  });

  test('an agent’s state in a call shows what begins after it', async () => {
    const done = features.setAgentState('notReady');
    await link.take('SetAgentState').answer({ pendingAgentState: 'agentNotReady' });
    await done;
    expect(features.settings.agent).toMatchObject({ state: 'agentReady', pending: 'agentNotReady' });
  });

  test('not ready takes the reason along', async () => {
    const done = features.setAgentState('notReady', { reason: 'meal' });
    const sent = link.take('SetAgentState');
    expect(sent.request).toEqual({
      device: '201',
      requestedAgentState: 'notReady',
      privateData: { reason: 'meal' },
    });
    await sent.answer({ pendingAgentState: 'agentNotReady' });
    await done;
    expect(features.settings.agent).toEqual({
      state: 'agentReady',
      pending: 'agentNotReady',
      reason: { code: 'meal', label: 'meal' },
    });
    void features.setAgentState('ready');
    expect(link.take('SetAgentState').request).toEqual({ device: '201', requestedAgentState: 'ready' });
  });

  test('a membership shows it when the server has said yes, and not when it refuses', async () => {
    const refused = features.setMember('400', false);
    await link.take('SetQueueMember').fail(new Refusal('operation.privilegeViolationSpecifiedDevice', ''));
    await expect(refused).rejects.toThrow(Refusal);
    expect(features.settings.memberships[0]?.active).toBe(true);
    const done = features.setMember('400', false);
    await link.take('SetQueueMember').answer({});
    await done;
    expect(features.settings.memberships[0]?.active).toBe(false);
  });

  test('what is not answered fails, and changes nothing', async () => {
    const lost = features.setDoNotDisturb(true);
    await link.take('SetDoNotDisturb').fail(new NoAnswer('lost'));
    await expect(lost).rejects.toThrow(NoAnswer);
    expect(features.settings.doNotDisturb).toBe(false);
  });
});

test('one that is closed asks and hears nothing any more', async () => {
  await answerAll(link, answers);
  features.close();
  disturb(true);
  expect(features.settings.doNotDisturb).toBe(false);
  expect(link.sent).toEqual([]);
});
