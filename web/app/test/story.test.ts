import type { Board } from '@cstahub/client';
import { describe, expect, test } from 'vitest';

import { boards, recording } from '../../sdk/test/recording.ts';
import { callState, endedWords, who } from '../src/words/calls.ts';

/** What matters here of what may be permitted. */
const shown = ['answerCall', 'retrieveCall', 'holdCall', 'clearConnection'] as const;

/** A board in words: each call with its state and what is permitted, and what became of the last that ended. */
function inWords(board: Board): string[] {
  const calls = board.calls.map(
    (c) => `${who(c)}: ${callState(c).words} [${shown.filter((a) => c.permitted.includes(a)).join(' ')}]`,
  );
  const ended = board.ended.slice(0, 1).map((e) => `ended ${who(e.call)}: ${endedWords(e)}`);
  return [...calls, ...ended];
}

function story(name: string): [string, ...string[]][] {
  return boards(recording(name)).map((step) => [step.name, ...inWords(step.board)]);
}

describe('the board after each message of a recording', () => {
  test('a caller', () => {
    expect(story('caller')).toEqual([
      ['MonitorStartResponse'],
      ['ServiceInitiated', 'Bob Berg: Calling [clearConnection]'],
      ['Originated', 'Bob Berg: Calling [holdCall clearConnection]'],
      ['Delivered', 'Bob Berg: Ringing [holdCall clearConnection]'],
      ['Established', 'Bob Berg: Talking [holdCall clearConnection]'],
      ['Held', 'Bob Berg: You are on hold [holdCall clearConnection]'],
      ['Retrieved', 'Bob Berg: Talking [holdCall clearConnection]'],
      ['ConnectionCleared', 'ended Bob Berg: You hung up after 0:00'],
    ]);
  });

  test('the called one', () => {
    expect(story('called')).toEqual([
      ['MonitorStartResponse'],
      ['Delivered', 'Alice Andersen: Incoming call [answerCall clearConnection]'],
      ['Established', 'Alice Andersen: Talking [holdCall clearConnection]'],
      ['Held', 'Alice Andersen: On hold [retrieveCall clearConnection]'],
      ['Retrieved', 'Alice Andersen: Talking [holdCall clearConnection]'],
      ['ConnectionCleared', 'ended Alice Andersen: The other side hung up after 0:00'],
    ]);
  });

  test('two calls: what is permitted on the other one comes with the snapshot alone', () => {
    const talking = 'Alice Andersen: Talking [holdCall clearConnection]';
    const held = 'Alice Andersen: On hold [retrieveCall clearConnection]';
    const carol = (words: string) => `Carol Christensen: ${words}`;
    expect(story('waiting')).toEqual([
      ['MonitorStartResponse'],
      ['Delivered', 'Alice Andersen: Incoming call [answerCall clearConnection]'],
      ['Established', talking],
      ['Delivered', talking, carol('Incoming call [clearConnection]')],
      ['SnapshotDeviceResponse', talking, carol('Incoming call [clearConnection]')],
      ['Held', held, carol('Incoming call [clearConnection]')],
      ['SnapshotDeviceResponse', held, carol('Incoming call [answerCall clearConnection]')],
      ['Established', held, carol('Talking [holdCall clearConnection]')],
      [
        'SnapshotDeviceResponse',
        'Alice Andersen: On hold [clearConnection]',
        carol('Talking [holdCall clearConnection]'),
      ],
      [
        'ConnectionCleared',
        'Alice Andersen: On hold [clearConnection]',
        `ended ${carol('You hung up after 0:00')}`,
      ],
      ['SnapshotDeviceResponse', held, `ended ${carol('You hung up after 0:00')}`],
      ['ConnectionCleared', 'ended Alice Andersen: The other side hung up after 0:00'],
    ]);
  });

  test('calls that come to nothing, as the caller sees them', () => {
    const begins = 'Calling [clearConnection]';
    expect(story('failing')).toEqual([
      ['MonitorStartResponse'],
      ['ServiceInitiated', `299: ${begins}`],
      ['Originated', '299: Calling [holdCall clearConnection]'],
      ['Failed', '299: No such number [clearConnection]'],
      // The snapshot does not say why; what the event said still holds.
      ['SnapshotDeviceResponse', '299: No such number [clearConnection]'],
      ['ConnectionCleared', 'ended 299: No such number'],
      ['ServiceInitiated', `Bob Berg: ${begins}`, 'ended 299: No such number'],
      ['Originated', 'Bob Berg: Calling [holdCall clearConnection]', 'ended 299: No such number'],
      ['Delivered', 'Bob Berg: Ringing [holdCall clearConnection]', 'ended 299: No such number'],
      ['ConnectionCleared', 'ended Bob Berg: Rejected'],
      ['ServiceInitiated', `Bob Berg: ${begins}`, 'ended Bob Berg: Rejected'],
      ['Originated', 'Bob Berg: Calling [holdCall clearConnection]', 'ended Bob Berg: Rejected'],
      ['Delivered', 'Bob Berg: Ringing [holdCall clearConnection]', 'ended Bob Berg: Rejected'],
      ['ConnectionCleared', 'ended Bob Berg: You hung up before an answer'],
    ]);
  });

  test('calls that come to nothing, as the called one sees them', () => {
    expect(story('missing')).toEqual([
      ['MonitorStartResponse'],
      ['Delivered', 'Alice Andersen: Incoming call [answerCall clearConnection]'],
      ['ConnectionCleared', 'ended Alice Andersen: You rejected the call'],
      [
        'Delivered',
        'Alice Andersen: Incoming call [answerCall clearConnection]',
        'ended Alice Andersen: You rejected the call',
      ],
      ['ConnectionCleared', 'ended Alice Andersen: Missed call'],
    ]);
  });

  test('a call out, the own telephone first', () => {
    expect(story('prompted')).toEqual([
      ['MonitorStartResponse'],
      ['ServiceInitiated', '22334455: Your phone rings: pick up to call [answerCall clearConnection]'],
      ['Originated', '22334455: Calling [holdCall clearConnection]'],
      ['NetworkReached', '22334455: Calling [holdCall clearConnection]'],
      ['Delivered', '22334455: Ringing [holdCall clearConnection]'],
      ['Established', '22334455: Talking [holdCall clearConnection]'],
      ['ConnectionCleared', 'ended 22334455: You hung up after 0:00'],
    ]);
  });
});
