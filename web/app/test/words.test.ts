import { describe, expect, test } from 'vitest';

import {
  type Call,
  type EndedCall,
  type EventCause,
  type LocalConnectionState,
  emptyBoard,
  NoAnswer,
  Refusal,
} from '@cstahub/client';
import { announce } from '../src/words/announce.ts';
import {
  callState,
  endedWords,
  hint,
  phoneState,
  timerStart,
  wasMissed,
  who,
  whoExactly,
  withNames,
} from '../src/words/calls.ts';
import { causeWords } from '../src/words/causes.ts';
import { messageWords } from '../src/words/messages.ts';
import { excuse } from '../src/words/refusals.ts';
import { duration, moment } from '../src/words/time.ts';
import { boards, recording } from '../../sdk/test/recording.ts';

const call = (change: Partial<Call> = {}): Call => ({
  id: 'c1',
  direction: 'outgoing',
  number: '201',
  name: 'Bob Berg',
  queue: undefined,
  called: '201',
  size: 2,
  conference: [],
  local: 'connected',
  remote: 'connected',
  started: 1000,
  answered: 5000,
  failure: undefined,
  permitted: [],
  ...change,
});

describe('the state of a call', () => {
  const unanswered = { answered: undefined };
  test.each<[LocalConnectionState, LocalConnectionState | undefined, Partial<Call>, string, string]>([
    ['initiated', undefined, unanswered, 'calling', 'Calling'],
    [
      'initiated',
      undefined,
      { ...unanswered, permitted: ['answerCall'] },
      'incoming',
      'Your phone rings: pick up to call',
    ],
    ['connected', undefined, unanswered, 'calling', 'Calling'],
    ['connected', 'connected', unanswered, 'calling', 'Calling'],
    ['connected', 'alerting', unanswered, 'calling', 'Ringing'],
    ['connected', 'queued', unanswered, 'calling', 'Waiting in a queue'],
    ['connected', 'connected', {}, 'talking', 'Talking'],
    ['connected', 'hold', {}, 'held', 'You are on hold'],
    ['connected', 'fail', { failure: 'busy' }, 'failed', 'Busy'],
    ['connected', 'fail', { failure: 'destNotObtainable' }, 'failed', 'No such number'],
    ['connected', 'fail', {}, 'failed', 'Cannot be reached'],
    ['hold', 'connected', {}, 'held', 'On hold'],
    ['hold', 'alerting', unanswered, 'held', 'On hold, still ringing'],
    ['hold', 'hold', {}, 'held', 'On hold, by the other side too'],
    ['alerting', 'connected', { direction: 'incoming' }, 'incoming', 'Incoming call'],
    ['fail', 'connected', { direction: 'incoming', failure: 'busy' }, 'failed', 'Could not reach you: busy'],
    ['queued', 'connected', {}, 'calling', 'Waiting in a queue'],
  ])('%s, the other %s %o', (local, remote, change, tone, words) => {
    expect(callState(call({ local, remote, ...change }))).toEqual({ tone, words });
  });

  test('hints at what the server does not permit now', () => {
    const rings = { direction: 'incoming', local: 'alerting' } as const;
    expect(hint(call({ ...rings, permitted: ['clearConnection'] }))).toBe(
      'To answer, hold or end your other call first.',
    );
    expect(hint(call({ ...rings, permitted: ['answerCall', 'clearConnection'] }))).toBe('');
    expect(hint(call({ local: 'hold', permitted: ['clearConnection'] }))).toBe(
      'To go back, hold or end your other call first.',
    );
    expect(hint(call({ local: 'hold', permitted: ['retrieveCall'] }))).toBe('');
    expect(hint(call())).toBe('');
  });

  test('counts from the answer, or else from the beginning', () => {
    expect(timerStart(call())).toBe(5000);
    expect(timerStart(call(unanswered))).toBe(1000);
  });
});

describe('what became of a call', () => {
  const incoming = { direction: 'incoming', answered: undefined } as const;
  const outgoing = { answered: undefined } as const;
  test.each<[Partial<Call>, EventCause | undefined, EndedCall['by'], string, boolean]>([
    [{}, 'normalClearing', 'me', 'You hung up after 1:05', false],
    [{}, 'normalClearing', 'other', 'The other side hung up after 1:05', false],
    [{}, 'destOutOfOrder', 'other', 'Ended after 1:05: the phone is out of order', false],
    [incoming, 'callCancelled', 'me', 'You rejected the call', false],
    [incoming, 'normalClearing', 'other', 'Missed call', true],
    [incoming, 'callNotAnswered', 'other', 'Missed call', true],
    [{ ...incoming, local: 'fail', failure: 'busy' }, 'busy', 'other', 'Missed call', true],
    [{ ...outgoing, failure: 'busy' }, 'normalClearing', 'me', 'Busy', false],
    [outgoing, 'callCancelled', 'other', 'Rejected', false],
    [outgoing, 'callNotAnswered', 'me', 'No answer', false],
    [outgoing, 'normalClearing', 'me', 'You hung up before an answer', false],
    [{ ...outgoing, local: 'initiated' }, 'normalClearing', 'me', 'You hung up', false],
    [{ ...outgoing, local: 'initiated' }, 'callNotAnswered', 'me', 'You did not pick up', false],
    [{}, undefined, undefined, 'Ended meanwhile', false],
    [incoming, undefined, undefined, 'Ended meanwhile', true],
  ])('%o %s by %s', (change, cause, by, words, missed) => {
    const end = {
      call: call(change),
      at: cause === undefined ? undefined : 70_000,
      cause,
      by,
      to: undefined,
    };
    expect(endedWords(end)).toBe(words);
    expect(wasMissed(end)).toBe(missed);
  });
});

test('who it is', () => {
  expect([who(call()), whoExactly(call())]).toEqual(['Bob Berg', 'Bob Berg, 201']);
  expect([who(call({ name: undefined })), whoExactly(call({ name: '' }))]).toEqual(['201', '201']);
  expect([who(call({ name: '', number: '' })), whoExactly(call({ name: '', number: '' }))]).toEqual([
    'Unknown number',
    'Unknown number',
  ]);
});

test('what the telephone is doing: the most pressing of its calls', () => {
  const held = call({ id: 'c2', local: 'hold' });
  const rings = call({ id: 'c3', direction: 'incoming', local: 'alerting' });
  expect(phoneState(emptyBoard, 'current')).toBe('Free');
  expect(phoneState({ calls: [held], ended: [] }, 'current')).toBe('Call on hold');
  expect(phoneState({ calls: [held, call()], ended: [] }, 'current')).toBe('In a call');
  expect(phoneState({ calls: [held, rings], ended: [] }, 'current')).toBe('Ringing');
  expect(phoneState({ calls: [held, rings], ended: [] }, 'away')).toBe('Not connected');
  expect(phoneState(emptyBoard, 'asking')).toBe('Asking the server');
});

describe('what is said aloud', () => {
  const said = (name: string) => {
    let before = emptyBoard;
    return boards(recording(name)).flatMap(({ board }) => {
      const { urgent, polite } = announce(before, board);
      before = board;
      return [urgent === '' ? '' : `! ${urgent}`, polite].filter((text) => text !== '');
    });
  };

  test('to the caller', () => {
    expect(said('caller')).toEqual([
      'Bob Berg: Calling',
      'Bob Berg: Ringing',
      'Bob Berg: Talking',
      'Bob Berg: You are on hold',
      'Bob Berg: Talking',
      'Bob Berg: You hung up after 0:00',
    ]);
  });

  test('to the called one: an incoming call at once', () => {
    expect(said('waiting')).toEqual([
      '! Incoming call from Alice Andersen, 200',
      'Alice Andersen: Talking',
      '! Incoming call from Carol Christensen, 202',
      'Alice Andersen: On hold',
      'Carol Christensen: Talking',
      'Carol Christensen: You hung up after 0:00',
      'Alice Andersen: The other side hung up after 0:00',
    ]);
  });

  test('nothing twice', () => {
    const board = { calls: [call()], ended: [] };
    expect(announce(board, { ...board })).toEqual({ urgent: '', polite: '' });
    const older = {
      calls: [],
      ended: [{ call: call(), at: 1, cause: undefined, by: undefined, to: undefined }],
    };
    expect(announce({ calls: [], ended: [] }, older)).toEqual({ urgent: '', polite: '' });
  });
});

test('each message in a line', () => {
  const lines = ['prompted', 'caller', 'failing'].flatMap((name) =>
    recording(name).messages.map((m, id) => `${m.name}: ${messageWords({ id, time: 0, ...m })}`),
  );
  expect(new Set(lines)).toEqual(
    new Set([
      'MonitorStartResponse: ',
      'ServiceInitiated: 200 is about to call 22334455',
      'Originated: 200 calls 22334455',
      'NetworkReached: The call to 22334455 leaves by trunk 12345678',
      'Delivered: 22334455 rings, called by 200',
      'Established: 22334455 answers 200',
      'ConnectionCleared: 200 leaves the call: hung up',
      'ServiceInitiated: 200 is about to call 201',
      'Originated: 200 calls 201',
      'Delivered: 201 rings, called by 200',
      'Established: 201 answers 200',
      'Held: 201 puts the call on hold',
      'Retrieved: 201 takes the call up again',
      'ServiceInitiated: 200 is about to call 299',
      'Originated: 200 calls 299',
      'Failed: 299 cannot be reached: no such number',
      'SnapshotDeviceResponse: ',
      'ConnectionCleared: 200 leaves the call: rejected',
    ]),
  );
  const end = { sessionId: 's', sessionTermReason: { serverTermReason: 'the server is stopping' } };
  expect(messageWords({ id: 1, time: 0, name: 'ApplicationSessionTerminated', message: end })).toBe(
    'The server has ended the session: the server is stopping',
  );
  expect(messageWords({ id: 1, time: 0, name: 'MonitorStop', message: {} })).toBe(
    'The server has stopped the monitor',
  );
});

test('why something could not be done', () => {
  expect(excuse(new Refusal('operation.requestIncompatibleWithCalledDevice', 'x'))).toEqual({
    words: 'This is your own number.',
    detail: 'x',
  });
  expect(excuse(new Refusal('operation.privilegeViolationCallingDevice', 'x')).words).toBe(
    'You are not allowed to do this.',
  );
  expect(excuse(new Refusal('systemResourceAvailibility.resourceBusy', 'x')).words).toBe(
    'The server cannot do this now. Try again later.',
  );
  expect(excuse(new Refusal('operation.generic', 'the moon is full'))).toEqual({
    words: 'The moon is full',
    detail: '',
  });
  expect(excuse(new Refusal('operation.generic', '')).words).toBe('The server refused: operation.generic');
  expect(excuse(new NoAnswer('x')).words).toBe('The connection was lost before the server answered.');
  expect(excuse(new TypeError('x'))).toEqual({
    words: 'Something went wrong in this page.',
    detail: 'TypeError: x',
  });
});

test('causes without words of their own are spelled out', () => {
  expect(causeWords('busy')).toBe('busy');
  expect(causeWords('queueTimeOverflow')).toBe('queue time overflow');
  expect(causeWords('aCDBusy')).toBe('ACD busy');
  expect(causeWords('dTMFDigitDetected')).toBe('DTMF digit detected');
});

test('durations', () => {
  expect([-5, 0, 999, 1000, 61_000, 3_599_999, 3_600_000, 36_061_000].map(duration)).toEqual([
    '0:00',
    '0:00',
    '0:00',
    '0:01',
    '1:01',
    '59:59',
    '1:00:00',
    '10:01:01',
  ]);
});

test('names that the server has left out are filled in, and no others', () => {
  const nameOf = (number: string) => (number === '202' ? 'Carol Christensen' : number);
  const told = (number: string, name: string | undefined) => ({ number, name, state: undefined });
  const named = withNames(
    call({
      number: '202',
      name: undefined,
      size: 4,
      conference: [told('201', 'Bob'), told('202', undefined), told('203', undefined)],
    }),
    nameOf,
  );
  expect(named.name).toBe('Carol Christensen');
  expect(who(named)).toBe('Bob, Carol Christensen, 203');
  expect(withNames(call({ number: '202', name: 'as the caller is called' }), nameOf).name).toBe(
    'as the caller is called',
  );
  expect(withNames(call({ number: '', name: undefined }), () => 'nobody').name).toBeUndefined();
});

test('a time has its date when it is of another day', () => {
  const now = new Date(2026, 0, 31, 12, 0).getTime();
  expect(moment(new Date(2026, 0, 31, 9, 5, 7).getTime(), now, 'en')).toBe('09:05:07');
  expect(moment(new Date(2026, 0, 30, 23, 59, 30).getTime(), now, 'en')).toBe('30 Jan 23:59');
  expect(moment(new Date(2026, 0, 30, 23, 59, 30).getTime(), now, 'da')).toBe('30. jan. 23:59');
});
