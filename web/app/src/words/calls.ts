// What the state of a call is called on the page.
import {
  type Board,
  type Call,
  type EndedCall,
  type EventCause,
  type Sync,
  isIncoming,
} from '@cstahub/client';
import { causeWords, sentence } from './causes.ts';
import { duration } from './time.ts';

/** What kind of state it is; colours and symbols go by it. */
export type Tone = 'incoming' | 'calling' | 'talking' | 'held' | 'failed';

/** The other party by name, or else by number. */
export function who(call: Pick<Call, 'name' | 'number'>): string {
  if (call.name !== undefined && call.name !== '') return call.name;
  return call.number === '' ? 'Unknown number' : call.number;
}

/** The other party by name and number. */
export function whoExactly(call: Pick<Call, 'name' | 'number'>): string {
  const name = who(call);
  return call.number === '' || name === call.number ? name : `${name}, ${call.number}`;
}

/** The state of a call in plain words. */
export function callState(call: Call): { readonly tone: Tone; readonly words: string } {
  switch (call.local) {
    case 'alerting':
      return { tone: 'incoming', words: 'Incoming call' };
    case 'initiated':
      return call.permitted.includes('answerCall')
        ? { tone: 'incoming', words: 'Your phone rings: pick up to call' }
        : { tone: 'calling', words: 'Calling' };
    case 'hold':
      return { tone: 'held', words: heldWords(call) };
    case 'fail':
      return { tone: 'failed', words: `Could not reach you: ${reason(call)}` };
    case 'queued':
      return { tone: 'calling', words: 'Waiting in a queue' };
    case 'connected':
      return connectedState(call);
    case 'null':
      return { tone: 'calling', words: 'Ended' };
  }
}

function connectedState(call: Call): { tone: Tone; words: string } {
  switch (call.remote) {
    case 'alerting':
      return { tone: 'calling', words: 'Ringing' };
    case 'hold':
      return { tone: 'held', words: 'You are on hold' };
    case 'fail':
      return { tone: 'failed', words: sentence(reason(call)) };
    case 'queued':
      return { tone: 'calling', words: 'Waiting in a queue' };
    default:
      return call.answered === undefined
        ? { tone: 'calling', words: 'Calling' }
        : { tone: 'talking', words: 'Talking' };
  }
}

function heldWords(call: Call): string {
  switch (call.remote) {
    case 'alerting':
      return 'On hold, still ringing';
    case 'hold':
      return 'On hold, by the other side too';
    default:
      return 'On hold';
  }
}

function reason(call: Call): string {
  return call.failure === undefined ? 'cannot be reached' : causeWords(call.failure);
}

/** What stands in the way of what one would do with a call next; '' where nothing does. The server decides. */
export function hint(call: Call): string {
  if (isIncoming(call) && !call.permitted.includes('answerCall')) {
    return 'To answer, hold or end your other call first.';
  }
  if (call.local === 'hold' && !call.permitted.includes('retrieveCall')) {
    return 'To go back, hold or end your other call first.';
  }
  return '';
}

/** Since when the state's timer counts, in milliseconds of the server's clock. */
export function timerStart(call: Call): number | undefined {
  return call.answered ?? call.started;
}

/** What became of a call. */
export function endedWords(end: EndedCall): string {
  const { call, cause, by } = end;
  if (cause === undefined) return 'Ended meanwhile';
  if (call.answered !== undefined) return talkedWords(end, call.answered, cause);
  if (call.direction === 'incoming') return by === 'me' ? 'You rejected the call' : 'Missed call';
  if (call.failure !== undefined) return sentence(causeWords(call.failure));
  if (by === 'me' && cause === 'normalClearing') {
    return call.local === 'initiated' ? 'You hung up' : 'You hung up before an answer';
  }
  return call.local === 'initiated' ? 'You did not pick up' : sentence(causeWords(cause));
}

function talkedWords({ at, by }: EndedCall, answered: number, cause: EventCause): string {
  const length = at === undefined ? '' : ` after ${duration(at - answered)}`;
  if (cause !== 'normalClearing') return `Ended${length}: ${causeWords(cause)}`;
  return by === 'me' ? `You hung up${length}` : `The other side hung up${length}`;
}

/** Whether somebody wanted to speak to me and could not. */
export function wasMissed({ call, by }: EndedCall): boolean {
  return call.direction === 'incoming' && call.answered === undefined && by !== 'me';
}

const phoneWords: [Tone, string][] = [
  ['incoming', 'Ringing'],
  ['talking', 'In a call'],
  ['calling', 'Calling'],
  ['held', 'Call on hold'],
  ['failed', 'Call failed'],
];

/** What my telephone is doing, in a word or two; of several calls the most pressing counts. */
export function phoneState(board: Board, sync: Sync): string {
  if (sync !== 'current') return sync === 'away' ? 'Not connected' : 'Asking the server';
  const tones = board.calls.map((call) => callState(call).tone);
  return phoneWords.find(([tone]) => tones.includes(tone))?.[1] ?? 'Free';
}
