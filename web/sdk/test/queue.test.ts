import { beforeEach, describe, expect, test } from 'vitest';

import { Refusal } from '../src/errors.ts';
import { Queue, figuresIn, serviceLevel } from '../src/model/queue.ts';
import { ScriptedLink, answerAll } from './scripted-link.ts';

const started = { monitorCrossRefId: 'M', privateData: { epoch: 'E', offset: 3 } };
const about = { queueDevice: { deviceDescription: 'Support' } };

let link: ScriptedLink;
let queue: Queue;
beforeEach(async () => {
  link = new ScriptedLink();
  queue = new Queue(link, '400');
  link.server.connected();
  await answerAll(link, { MonitorStart: started, GetQueue: about });
});

/** The statistics of the queue at a place of the event log. */
function tell(offset: number, waitingCalls: number, monitorCrossRefId = 'M'): void {
  link.server.event({
    name: 'QueueStatistics',
    event: {
      monitorCrossRefId,
      epoch: 'E',
      offset,
      device: { deviceIdentifier: '400' },
      waitingCalls,
      time: '2026-01-31T12:00:10Z',
      maxCurrentWait: 4,
    },
  } as never);
}

describe('a queue', () => {
  test('is current when its figures have come, and called what the server says', () => {
    expect(queue.name).toBe('Support');
    expect(queue.sync).toBe('asking');
    tell(4, 2);
    expect(queue.sync).toBe('current');
    expect(queue.figures).toMatchObject({
      waiting: 2,
      waitingSince: Date.parse('2026-01-31T12:00:06Z'),
      answered: 0,
      goal: 0,
      agents: [],
    });
    link.server.disconnected();
    expect(queue.sync).toBe('away');
    // What was known last stays; what it is worth is said.
    expect(queue.figures?.waiting).toBe(2);
  });

  test('hears nothing that is of another monitor, or known', () => {
    tell(4, 2);
    tell(5, 7, 'other');
    tell(4, 9);
    expect(queue.figures?.waiting).toBe(2);
  });

  test('is monitored anew when an event is missing, since that may have been the last', async () => {
    tell(4, 2);
    tell(7, 5);
    await link.take('MonitorStop').answer({});
    expect(queue.sync).toBe('asking');
    await answerAll(link, {
      MonitorStart: { monitorCrossRefId: 'N', privateData: { epoch: 'E', offset: 7 } },
      GetQueue: about,
    });
    tell(8, 6, 'N');
    expect(queue.sync).toBe('current');
    expect(queue.figures?.waiting).toBe(6);
  });

  test('is monitored anew when the server stops its monitor, and no other', () => {
    link.server.monitorStopped({ monitorCrossRefId: 'other' });
    expect(link.sent).toEqual([]);
    link.server.monitorStopped({ monitorCrossRefId: 'M' });
    link.take('MonitorStart');
  });

  test('that may not be watched says why', async () => {
    const other = new ScriptedLink();
    const foreign = new Queue(other, '401');
    other.server.connected();
    const refusal = new Refusal('operation.privilegeViolationSpecifiedDevice', '');
    await other.take('MonitorStart').fail(refusal);
    expect(foreign.trouble).toBe(refusal);
    expect(foreign.sync).toBe('asking');
  });

  test('that is closed stops its monitor', () => {
    queue.close();
    expect(link.take('MonitorStop').request).toEqual({ monitorCrossRefId: 'M' });
    expect(queue.sync).toBe('away');
  });
});

test('agents have their reasons, and callers an expected wait where one is known', () => {
  const { agents, expectedWait } = figuresIn({
    expectedWait: 90,
    agentList: {
      agentListItem: [
        {
          device: { deviceIdentifier: '200' },
          agentState: 'agentNotReady',
          reason: 'meal',
          reasonLabel: 'Meal',
        },
        { device: { deviceIdentifier: '201' }, agentState: 'agentNotReady', reason: 'dentist' },
        { device: { deviceIdentifier: '202' }, agentState: 'agentReady' },
      ],
    },
  } as never);
  expect(expectedWait).toBe(90);
  expect(agents.map(({ reason }) => reason)).toEqual(['Meal', 'dentist', undefined]);
  expect(figuresIn({} as never).expectedWait).toBeUndefined();
});

test('the service level is of all that were answered or given up, and unknown before any', () => {
  const none = figuresIn({} as never);
  expect(serviceLevel(none)).toBeUndefined();
  expect(none.waitingSince).toBeUndefined();
  expect(serviceLevel({ ...none, answered: 6, abandoned: 2, answeredInTime: 4 })).toBe(0.5);
});
