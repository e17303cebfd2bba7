import type {
  CallAssociatedServices,
  CallControlServices,
  EventCause,
  LocalConnectionState,
} from '../gen/csta.ts';

/** A service that the server may permit on a call, as servicesPermitted names it. */
export type CallService = keyof CallControlServices | keyof CallAssociatedServices;

/** Somebody in a call. */
export interface Party {
  readonly number: string;
  /** Where one is known. */
  readonly name: string | undefined;
  readonly state: LocalConnectionState | undefined;
}

/** A call at a device, as that device sees it. Values are never changed. */
export interface Call {
  readonly id: string;
  readonly direction: 'incoming' | 'outgoing';
  /** The other party's number, and its name where the server knows one. */
  readonly number: string;
  readonly name: string | undefined;
  /** The number that was called, such as a queue's; undefined where it is not known. */
  readonly called: string | undefined;
  /**
   * The queue that has given the call to the device; '' while nobody has told which, undefined where there is none.
   */
  readonly queue: string | undefined;
  /** The state of the device's connection, and of the other party's where it has one. */
  readonly local: LocalConnectionState;
  readonly remote: LocalConnectionState | undefined;
  /** How many devices are in the call, the own one among them. */
  readonly size: number;
  /** Everybody else in a call of three and more; empty in a call of two, and while nobody has told yet. */
  readonly conference: readonly Party[];
  /** When the call began and when it was answered, in milliseconds of the server's clock. */
  readonly started: number | undefined;
  readonly answered: number | undefined;
  /** Why the other party cannot be reached. Known from the event alone: a snapshot does not tell. */
  readonly failure: EventCause | undefined;
  /** What the server lets one do with the call now. */
  readonly permitted: readonly CallService[];
}

/** A call that the device has left. */
export interface EndedCall {
  /** The call as it was before its end. */
  readonly call: Call;
  /** When it ended, in milliseconds of the server's clock; undefined when nobody told. */
  readonly at: number | undefined;
  /** Why it ended; undefined when it was gone after an interruption. */
  readonly cause: EventCause | undefined;
  /** Who hung up, or sent the call elsewhere. */
  readonly by: 'me' | 'other' | undefined;
  /** Where the call went on, such as the telephone it was transferred to. */
  readonly to: string | undefined;
}

/** Whether a call waits for the device to answer it. The device's own call that prompts it first is not meant. */
export function isIncoming(call: Call): boolean {
  return call.direction === 'incoming' && call.local === 'alerting';
}

/** Whether the other party cannot be reached, or could not reach the device. */
export function hasFailed(call: Call): boolean {
  return call.local === 'fail' || call.remote === 'fail';
}

/** Whether more than two are in the call. */
export function isConference(call: Call): boolean {
  return call.size > 2;
}

/** Whether the server permits a service on the call now. */
export function may(call: Call, service: CallService): boolean {
  return call.permitted.includes(service);
}
