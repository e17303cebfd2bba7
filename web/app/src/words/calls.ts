// What the state of a call is called on the page.
import {
  type Board,
  type Call,
  type EndedCall,
  type EventCause,
  type Sync,
  isConference,
  isIncoming,
} from '@cstahub/client';
import { causeWords, sentence } from './causes.ts';
import { t } from './language.ts';
import { duration } from './time.ts';

/** What kind of state it is; colours and symbols go by it. */
export type Tone = 'incoming' | 'calling' | 'talking' | 'held' | 'failed';

/** The other party by name, or else by number. */
export function who(call: Pick<Call, 'name' | 'number'> & Partial<Pick<Call, 'conference'>>): string {
  if (call.conference !== undefined && call.conference.length > 0) {
    return call.conference.map((party) => party.name ?? party.number).join(', ');
  }
  if (call.name !== undefined && call.name !== '') return call.name;
  return call.number === '' ? t().calls.unknownNumber : call.number;
}

/** A call in which those have names whom the server has told of by number alone. */
export function withNames(call: Call, nameOf: (number: string) => string): Call {
  const named = <P extends { readonly number: string; readonly name: string | undefined }>(party: P): P => {
    const known = party.number === '' ? '' : nameOf(party.number);
    return party.name !== undefined || known === party.number || known === ''
      ? party
      : { ...party, name: known };
  };
  return { ...named(call), conference: call.conference.map(named) };
}

/** The other party by name and number. */
export function whoExactly(call: Parameters<typeof who>[0]): string {
  const name = who(call);
  if (name !== who({ name: call.name, number: call.number })) return name;
  return call.number === '' || name === call.number ? name : `${name}, ${call.number}`;
}

/** The state of a call in plain words. */
export function callState(call: Call): { readonly tone: Tone; readonly words: string } {
  switch (call.local) {
    case 'alerting':
      return { tone: 'incoming', words: t().state.incoming };
    case 'initiated':
      return call.permitted.includes('answerCall')
        ? { tone: 'incoming', words: t().state.prompted }
        : { tone: 'calling', words: t().state.calling };
    case 'hold':
      return { tone: 'held', words: heldWords(call) };
    case 'fail':
      return { tone: 'failed', words: t().state.couldNotReachYou(reason(call)) };
    case 'queued':
      return { tone: 'calling', words: t().state.queued };
    case 'connected':
      return connectedState(call);
    case 'null':
      return { tone: 'calling', words: t().state.ended };
  }
}

function connectedState(call: Call): { tone: Tone; words: string } {
  switch (call.remote) {
    case 'alerting':
      return { tone: 'calling', words: t().state.ringing };
    case 'hold':
      return { tone: 'held', words: t().state.heldByOther };
    case 'fail':
      return { tone: 'failed', words: sentence(reason(call)) };
    case 'queued':
      return { tone: 'calling', words: t().state.queued };
    default:
      return call.answered === undefined
        ? { tone: 'calling', words: t().state.calling }
        : {
            tone: 'talking',
            words: isConference(call) ? t().calls.conference(call.size) : t().state.talking,
          };
  }
}

function heldWords(call: Call): string {
  switch (call.remote) {
    case 'alerting':
      return t().state.heldRinging;
    case 'hold':
      return t().state.heldByBoth;
    default:
      return t().state.held;
  }
}

function reason(call: Call): string {
  return call.failure === undefined ? t().state.cannotBeReached : causeWords(call.failure);
}

/** What stands in the way of what one would do with a call next; '' where nothing does. The server decides. */
export function hint(call: Call): string {
  if (isIncoming(call) && !call.permitted.includes('answerCall')) {
    return t().state.holdToAnswer;
  }
  if (call.local === 'hold' && !call.permitted.includes('retrieveCall')) {
    return t().state.holdToRetrieve;
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
  const words = t().history;
  if (cause === undefined) return words.meanwhile;
  if (end.to !== undefined) return sentOnWords(end.to, by, cause);
  if (call.answered !== undefined) return talkedWords(end, call.answered, cause);
  if (call.direction === 'incoming') return by === 'me' ? words.youRejected : words.missed;
  if (call.failure !== undefined) return sentence(causeWords(call.failure));
  if (by === 'me' && cause === 'normalClearing') {
    return call.local === 'initiated' ? words.youHungUp('') : words.hungUpEarly;
  }
  return call.local === 'initiated' ? words.youDidNotPickUp : sentence(causeWords(cause));
}

/** Where a call went on, and whose doing that was. */
function sentOnWords(to: string, by: EndedCall['by'], cause: EventCause): string {
  const words = t().history;
  if (by !== 'me') return words.elsewhere(to);
  if (cause === 'park') return words.parked(to);
  return cause === 'transfer' || cause === 'singleStepTransfer' ? words.transferred(to) : words.sentOn(to);
}

function talkedWords({ at, by }: EndedCall, answered: number, cause: EventCause): string {
  const words = t().history;
  const length = at === undefined ? '' : duration(at - answered);
  if (cause !== 'normalClearing') return words.endedBecause(length, causeWords(cause));
  if (by === undefined) return words.talked(length);
  return by === 'me' ? words.youHungUp(length) : words.otherHungUp(length);
}

/** Whether somebody wanted to speak to me and could not; one whom a colleague has answered for me could. */
export function wasMissed({ call, by, cause }: EndedCall): boolean {
  const mine = call.direction === 'incoming' && call.answered === undefined;
  return mine && by !== 'me' && cause !== 'callPickup';
}

const pressing: readonly Tone[] = ['incoming', 'talking', 'calling', 'held', 'failed'];

/** What my telephone is doing, in a word or two; of several calls the most pressing counts. */
export function phoneState(board: Board, sync: Sync): string {
  const words = t().phone;
  if (sync !== 'current') return words[sync];
  const tones = board.calls.map((call) => callState(call).tone);
  return words[pressing.find((tone) => tones.includes(tone)) ?? 'free'];
}
