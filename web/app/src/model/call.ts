import type { EventCause, LocalConnectionState } from '../gen/csta.ts';

/** The services with which the page acts on a call, as servicesPermitted names them. */
export const actions = ['answerCall', 'retrieveCall', 'holdCall', 'clearConnection'] as const;

export type Action = (typeof actions)[number];

/** A call at my device, as my device sees it. Values are never changed. */
export interface Call {
  readonly id: string;
  readonly direction: 'incoming' | 'outgoing';
  /** The other party's number, and its name where the server knows one. */
  readonly number: string;
  readonly name: string | undefined;
  /** The state of my device's connection, and of the other party's where it has one. */
  readonly local: LocalConnectionState;
  readonly remote: LocalConnectionState | undefined;
  /** When the call began and when it was answered, in milliseconds of the server's clock. */
  readonly started: number | undefined;
  readonly answered: number | undefined;
  /** Why the other party cannot be reached. Known from the event alone: a snapshot does not tell. */
  readonly failure: EventCause | undefined;
  /** What the server lets me do with the call now. */
  readonly permitted: readonly Action[];
}

/** A call that my device has left. */
export interface EndedCall {
  /** The call as it was before its end. */
  readonly call: Call;
  /** When it ended, in milliseconds of the server's clock; undefined when nobody told. */
  readonly at: number | undefined;
  /** Why it ended; undefined when it was gone after an interruption. */
  readonly cause: EventCause | undefined;
  /** Who hung up. */
  readonly by: 'me' | 'other' | undefined;
}

/** Whether a call waits for me to answer it. My own call that prompts me first is not meant. */
export function isIncoming(call: Call): boolean {
  return call.direction === 'incoming' && call.local === 'alerting';
}

/** Whether the other party cannot be reached, or could not reach me. */
export function hasFailed(call: Call): boolean {
  return call.local === 'fail' || call.remote === 'fail';
}
