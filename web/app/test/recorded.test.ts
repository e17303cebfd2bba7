// The records are as the server gives them; see api/openapi.yaml.
import type { CallRecord, EventCause } from '@cstahub/client';
import { describe, expect, test } from 'vitest';

import { endedAt } from '../src/model/recorded.ts';
import { endedWords, wasMissed } from '../src/words/calls.ts';

const at = (second: number) => `2026-01-31T12:00:${String(second).padStart(2, '0')}Z`;

/** A turn of a device in a call: from and until which second, when it was answered, why it left. */
type Turn = [device: string, joined: number, answered: number | undefined, left: number, cause: EventCause];

function record(calling: string, called: string, cause: EventCause, ...turns: Turn[]): CallRecord {
  const answered = turns.find(([, , second]) => second !== undefined)?.[2];
  return {
    callId: 'c',
    calling,
    called,
    started: at(turns[0]?.[1] ?? 0),
    ...(answered !== undefined && { answered: at(answered) }),
    ended: at(Math.max(...turns.map(([, , , left]) => left))),
    cause,
    parties: turns.map(([device, joined, second, left, why]) => ({
      device,
      joined: at(joined),
      ...(second !== undefined && { answered: at(second) }),
      left: at(left),
      cause: why,
    })),
  };
}

/** A record in words, as a device sees it. */
function told(from: CallRecord, device: string): string | undefined {
  const end = endedAt(from, device);
  return end && `${end.call.direction} ${end.call.number}: ${endedWords(end)}${wasMissed(end) ? '!' : ''}`;
}

const talk = record(
  '200',
  '201',
  'normalClearing',
  ['200', 0, 4, 23, 'normalClearing'],
  ['201', 0, 4, 23, 'normalClearing'],
);
const unanswered = (cause: EventCause) =>
  record('200', '201', cause, ['200', 0, undefined, 9, cause], ['201', 0, undefined, 9, cause]);

describe('a call of two', () => {
  test('that talked, of which nobody knows who hung up', () => {
    expect(told(talk, '200')).toBe('outgoing 201: Talked 0:19');
    expect(told(talk, '201')).toBe('incoming 200: Talked 0:19');
    expect(endedAt(talk, '201')).toMatchObject({ at: Date.parse(at(23)), by: undefined });
  });

  test('that nobody answered: given up by the caller, or refused', () => {
    expect(told(unanswered('normalClearing'), '200')).toBe('outgoing 201: You hung up before an answer');
    expect(told(unanswered('normalClearing'), '201')).toBe('incoming 200: Missed call!');
    expect(told(unanswered('callCancelled'), '200')).toBe('outgoing 201: Rejected');
    expect(told(unanswered('callCancelled'), '201')).toBe('incoming 200: You rejected the call');
  });

  test('that could not be put through, whatever the caller left by', () => {
    const nowhere = record(
      '200',
      '299',
      'destNotObtainable',
      ['200', 0, undefined, 2, 'normalClearing'],
      ['299', 0, undefined, 2, 'destNotObtainable'],
    );
    expect(told(nowhere, '200')).toBe('outgoing 299: No such number');
  });

  test('that the server did not outlive', () => {
    const cut = { ...talk, cause: 'switchingFunctionTerminated', interrupted: true } as const;
    const parties = cut.parties.map((party) => ({ ...party, cause: cut.cause }));
    expect(told({ ...cut, parties }, '200')).toBe('outgoing 201: Ended: ended by the system');
    expect(endedAt({ ...cut, parties }, '200')?.at).toBeUndefined();
  });

  test('is nothing to somebody else', () => {
    expect(endedAt(talk, '202')).toBeUndefined();
  });
});

describe('a call that went on elsewhere', () => {
  const transferred = record(
    '200',
    '201',
    'normalClearing',
    ['200', 0, 2, 10, 'transfer'],
    ['201', 0, 2, 30, 'normalClearing'],
    ['202', 10, 8, 30, 'normalClearing'],
  );

  test('by a transfer is told by all three', () => {
    expect(told(transferred, '200')).toBe('outgoing 201: Transferred to 202');
    expect(told(transferred, '201')).toBe('incoming 200: Talked 0:28');
    // Who made the call had left it by then; and one cannot have spoken before one came.
    expect(told(transferred, '202')).toBe('incoming 201: Talked 0:20');
  });

  test('into another call is told with that', () => {
    const asked = record(
      '200',
      '202',
      'transfer',
      ['200', 5, 8, 10, 'transfer'],
      ['202', 5, 8, 10, 'transfer'],
    );
    expect(endedAt(asked, '200')).toBeUndefined();
    expect(endedAt(asked, '202')).toBeUndefined();
  });

  test('by somebody who picked it up', () => {
    const picked = record(
      '200',
      '201',
      'normalClearing',
      ['200', 0, 5, 20, 'normalClearing'],
      ['201', 0, undefined, 5, 'callPickup'],
      ['202', 5, 5, 20, 'normalClearing'],
    );
    expect(told(picked, '201')).toBe('incoming 200: Picked up by 202');
    expect(told(picked, '202')).toBe('incoming 200: Talked 0:15');
  });

  test('from a queue', () => {
    const queued = record(
      '22334455',
      '400',
      'normalClearing',
      ['22334455', 0, undefined, 20, 'normalClearing'],
      ['400', 0, undefined, 5, 'distributed'],
      ['201', 1, 5, 20, 'normalClearing'],
    );
    expect(told(queued, '201')).toBe('incoming 22334455: Talked 0:15');
  });
});
