// What a click-to-call button shows, by what it was used for and what the telephone does.
import { describe, expect, test } from 'vitest';

import type { HubState } from '../src/connection/hub.ts';
import { type Obstacle, lasts, obstacleOf } from '../src/element/obstacle.ts';
import { sameNumber, shownFor } from '../src/element/state.ts';
import { NoAnswer, Refusal } from '../src/errors.ts';
import type { EventCause } from '../src/gen/csta.ts';
import { type Board, emptyBoard } from '../src/model/board.ts';
import type { Call } from '../src/model/call.ts';
import type { Sync } from '../src/model/device.ts';

const outgoing: Call = {
  id: 'c',
  direction: 'outgoing',
  number: '22334455',
  name: undefined,
  called: undefined,
  queue: undefined,
  local: 'connected',
  remote: undefined,
  size: 2,
  conference: [],
  started: 1,
  answered: undefined,
  failure: undefined,
  permitted: [],
};
const nothing = { kind: 'nothing' } as const;
const called = { kind: 'called', id: 'c' } as const;
const number = '22 33 44 55';
const away: Obstacle = { kind: 'notConnected', reason: '' };
const board = (call: Partial<Call>): Board => ({ calls: [{ ...outgoing, ...call }], ended: [] });
const ended = (call: Partial<Call>, cause: EventCause | undefined): Board => ({
  calls: [],
  ended: [{ call: { ...outgoing, ...call }, at: 9, cause, by: undefined, to: undefined }],
});

const phone = {
  number: '999',
  linkState: { kind: 'connected' } as HubState,
  trouble: undefined,
  sync: 'asking' as Sync,
};
const link = (linkState: HubState) => ({ ...phone, linkState, sync: 'away' as Sync });
const trouble = new Refusal('operation.invalidDeviceID', 'no device "999"');

describe('a button that is not used', () => {
  test('is ready when there is a telephone, and not otherwise', () => {
    expect(shownFor(number, nothing, emptyBoard, undefined).state).toBe('idle');
    expect(shownFor(number, nothing, emptyBoard, away).state).toBe('unavailable');
    expect(shownFor(number, nothing, emptyBoard, { kind: 'asking' }).state).toBe('unavailable');
  });

  test.each<[string, Parameters<typeof obstacleOf>[1], Obstacle | undefined, boolean]>([
    ['22', { ...phone, sync: 'current' }, undefined, false],
    [' ', { ...phone, sync: 'current' }, { kind: 'noNumber' }, true],
    ['22', undefined, { kind: 'noDevice' }, false],
    ['22', phone, { kind: 'asking' }, false],
    ['22', { ...phone, trouble }, { kind: 'trouble', device: '999', detail: 'no device "999"' }, true],
    ['22', link({ kind: 'unauthorized' }), { kind: 'unauthorized' }, true],
    ['22', link({ kind: 'refused', reason: 'why' }), { kind: 'refused', reason: 'why' }, true],
    ['22', link({ kind: 'connecting', retryAt: undefined }), away, false],
    ['22', link({ kind: 'connecting', retryAt: 5, reason: 'why' }), { ...away, reason: 'why' }, true],
    // A telephone that was refused is no matter while there is no connection.
    ['22', { ...link({ kind: 'reconnecting', retryAt: 5 }), trouble }, away, false],
    ['22', link({ kind: 'stopped' }), away, false],
  ])('that calls %j from %j is hindered by %j, which lasts: %s', (to, device, obstacle, long) => {
    expect(obstacleOf(to, device)).toEqual(obstacle);
    expect(obstacle !== undefined && lasts(obstacle)).toBe(long);
  });

  test('shows a call to its number, whoever made that, and no other', () => {
    expect(shownFor(number, nothing, board({ remote: 'alerting' }), undefined).state).toBe('ringing');
    expect(shownFor('22334456', nothing, board({}), undefined).state).toBe('idle');
    expect(shownFor(number, nothing, board({ direction: 'incoming' }), undefined).state).toBe('idle');
  });
});

test.each([
  [
    { permitted: ['answerCall'] as const, local: 'initiated' as const },
    { state: 'calling', prompted: true },
  ],
  [{}, { state: 'calling', prompted: false }],
  [{ remote: 'alerting' as const }, { state: 'ringing' }],
  [
    { answered: 2, remote: 'connected' as const },
    { state: 'connected', held: false },
  ],
  [
    { answered: 2, local: 'hold' as const },
    { state: 'connected', held: true },
  ],
  [
    { answered: 2, remote: 'hold' as const },
    { state: 'connected', held: true },
  ],
  [
    { remote: 'fail' as const, failure: 'busy' as const },
    { state: 'failed', why: { kind: 'cause', cause: 'busy' } },
  ],
])('the call that it has made: %j', (call, shown) => {
  expect(shownFor(number, called, board(call), undefined)).toMatchObject(shown);
});

describe('a call that is over', () => {
  test.each([
    [ended({ answered: 2 }, 'normalClearing'), { state: 'ended' }],
    [ended({}, 'normalClearing'), { state: 'ended' }],
    [ended({}, undefined), { state: 'ended' }],
    [ended({}, 'callCancelled'), { state: 'failed', why: { kind: 'cause', cause: 'callCancelled' } }],
    [
      ended({ failure: 'busy' }, 'normalClearing'),
      { state: 'failed', why: { kind: 'cause', cause: 'busy' } },
    ],
  ])('says what became of it', (after, shown) => {
    expect(shownFor(number, called, after, undefined)).toMatchObject(shown);
  });

  test('of which nothing has been told yet is still being made, as long as there is a connection', () => {
    expect(shownFor(number, called, emptyBoard, undefined).state).toBe('calling');
    expect(shownFor(number, called, emptyBoard, away).state).toBe('unavailable');
  });
});

describe('a call that could not be made', () => {
  test('says why, or that nobody knows', () => {
    const refusal = new Refusal('operation.invalidCalledDeviceID', 'no such number');
    expect(shownFor(number, { kind: 'failed', error: refusal }, emptyBoard, undefined)).toMatchObject({
      why: { kind: 'refusal', refusal },
    });
    expect(shownFor(number, { kind: 'failed', error: new NoAnswer('lost') }, emptyBoard, away)).toMatchObject(
      {
        why: { kind: 'noAnswer' },
      },
    );
  });

  test('by a defect is not passed over', () => {
    const error = new TypeError('defect');
    expect(() => shownFor(number, { kind: 'failed', error }, emptyBoard, undefined)).toThrow(error);
  });
});

test.each([
  ['+45 22 33-44.55', '+4522334455', true],
  ['tel:+4522334455', '+45 (22) 334455', true],
  ['22334455', '+4522334455', false],
  ['', '', false],
  ['tel:', ' ', false],
])('%s and %s are the same number: %s', (a, b, same) => {
  expect(sameNumber(a, b)).toBe(same);
});
