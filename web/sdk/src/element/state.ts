import { NoAnswer, Refusal } from '../errors.ts';
import type { EventCause } from '../gen/csta.ts';
import type { Board } from '../model/board.ts';
import { type Call, type EndedCall, hasFailed } from '../model/call.ts';
import type { Obstacle } from './obstacle.ts';

/** What a button was last used for. */
export type Use =
  | { readonly kind: 'nothing' }
  /** The server has been asked for a call. */
  | { readonly kind: 'asked' }
  | { readonly kind: 'called'; readonly id: string }
  | { readonly kind: 'failed'; readonly error: unknown };

/** What a button shows. */
export type Shown =
  /** There is nothing to call, no telephone to call from, or no connection to it. */
  | { readonly state: 'unavailable'; readonly obstacle: Obstacle }
  | { readonly state: 'idle' }
  | { readonly state: 'calling'; readonly prompted: boolean; readonly call: Call | undefined }
  | { readonly state: 'ringing'; readonly call: Call }
  | { readonly state: 'connected'; readonly held: boolean; readonly call: Call }
  | { readonly state: 'ended' }
  | { readonly state: 'failed'; readonly why: Why; readonly call: Call | undefined };

/** Why a call came to nothing: the other end, the server, or nobody knows. */
export type Why =
  | { readonly kind: 'cause'; readonly cause: EventCause }
  | { readonly kind: 'refusal'; readonly refusal: Refusal }
  | { readonly kind: 'noAnswer' };

/**
 * What a button for a number shows, when the calls of the telephone are as the board says, and what is in the way
 * of calling, if anything is.
 */
export function shownFor(number: string, use: Use, board: Board, obstacle: Obstacle | undefined): Shown {
  const call = ours(number, use, board);
  if (call !== undefined) return shownOf(call);
  switch (use.kind) {
    case 'asked':
      return { state: 'calling', prompted: false, call: undefined };
    case 'failed':
      return { state: 'failed', why: whyNot(use.error), call: undefined };
    case 'called': {
      const end = board.ended.find((ended) => ended.call.id === use.id);
      if (end !== undefined) return shownAfter(end);
      // The events of a call that was made just now are still under way.
      return obstacle === undefined
        ? { state: 'calling', prompted: false, call: undefined }
        : { state: 'unavailable', obstacle };
    }
    case 'nothing':
      return obstacle === undefined ? { state: 'idle' } : { state: 'unavailable', obstacle };
  }
}

/** The call that a button is for: the one it has made, or else one with its number, whoever made that. */
function ours(number: string, use: Use, board: Board): Call | undefined {
  if (use.kind === 'called') return board.calls.find((call) => call.id === use.id);
  if (use.kind !== 'nothing') return undefined;
  return board.calls.find((call) => call.direction === 'outgoing' && sameNumber(call.number, number));
}

function shownOf(call: Call): Shown {
  if (hasFailed(call))
    return { state: 'failed', why: { kind: 'cause', cause: call.failure ?? 'busy' }, call };
  if (call.answered !== undefined) {
    return { state: 'connected', held: call.local === 'hold' || call.remote === 'hold', call };
  }
  if (call.remote === 'alerting') return { state: 'ringing', call };
  return { state: 'calling', prompted: call.permitted.includes('answerCall'), call };
}

function shownAfter({ call, cause }: EndedCall): Shown {
  const why = call.failure ?? cause;
  const reached = call.answered !== undefined || why === undefined || why === 'normalClearing';
  return reached
    ? { state: 'ended' }
    : { state: 'failed', why: { kind: 'cause', cause: why }, call: undefined };
}

function whyNot(error: unknown): Why {
  if (error instanceof Refusal) return { kind: 'refusal', refusal: error };
  if (error instanceof NoAnswer) return { kind: 'noAnswer' };
  throw error;
}

/** Whether two numbers are the same but for how they are written. */
export function sameNumber(a: string, b: string): boolean {
  return plain(a) !== '' && plain(a) === plain(b);
}

function plain(number: string): string {
  return number.replace(/^tel:/i, '').replace(/[\s().\-/]/g, '');
}
