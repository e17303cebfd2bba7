import type { ApplicationSessionTerminated, MonitorStop, Services } from '../gen/csta.ts';
import type { HubState } from '../connection/hub.ts';
import type { AnyEvent } from './event.ts';

/** The way to the server. */
export interface Link {
  /** How it is, and a way to hear when that changes, until the function that subscribe returns is called. */
  readonly state: HubState;
  subscribe(listener: () => void): () => void;
  /** Calls a service; fails with Refusal or NoAnswer. */
  invoke<S extends keyof Services>(
    service: S,
    request: Services[S]['request'],
  ): Promise<Services[S]['response']>;
  /**
   * Asks for a stream of the hub, and calls next with each item until the function that it returns is called;
   * ended when the server ends it.
   */
  stream(method: string, next: (item: unknown) => void, ended: () => void): () => void;
  /** Tells a listener what comes, until the function that it returns is called. One that comes late is told at
   * once that there is a session. */
  attach(listener: LinkListener): () => void;
}

/** What comes from the server unasked. */
export interface LinkListener {
  /** There is a session, a new one each time: nothing is monitored in it yet. */
  connected(): void;
  /** The session is gone. May be called more than once. */
  disconnected(): void;
  event(e: AnyEvent): void;
  monitorStopped(request: MonitorStop): void;
  sessionTerminated(request: ApplicationSessionTerminated): void;
}
