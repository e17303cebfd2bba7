import type { ApplicationSessionTerminated, MonitorStop, Services } from '../gen/csta.ts';
import type { CallEvent } from './event.ts';

/** The way to the server. */
export interface Link {
  /** Calls a service; fails with Refusal or NoAnswer. */
  invoke<S extends keyof Services>(
    service: S,
    request: Services[S]['request'],
  ): Promise<Services[S]['response']>;
  attach(listener: LinkListener): void;
}

/** What comes from the server unasked. */
export interface LinkListener {
  /** There is a session, a new one each time: nothing is monitored in it yet. */
  connected(): void;
  /** The session is gone. May be called more than once. */
  disconnected(): void;
  event(e: CallEvent): void;
  monitorStopped(request: MonitorStop): void;
  sessionTerminated(request: ApplicationSessionTerminated): void;
}

/** The server has answered, and does not do what it was asked to. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    /** The error in CSTA's words, such as "operation.invalidDeviceID". */
    readonly code: string,
    /** What is wrong, in the server's words; may be empty. */
    readonly detail: string,
  ) {
    super(detail === '' ? code : `${code}: ${detail}`);
  }
}

/** The connection was lost, or was not there, so that nobody knows whether the request was carried out. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}
