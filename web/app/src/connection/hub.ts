import type { HubConnection, IRetryPolicy } from '@microsoft/signalr';

import type { ApplicationSessionTerminated, Events, MonitorStop, Services } from '../gen/csta.ts';
import { type CallEvent, eventNames } from '../model/event.ts';
import type { Link, LinkListener } from '../model/link.ts';
import { Observable } from '../model/observable.ts';
import { backoff } from './backoff.ts';
import { invocationFailure, startFailure } from './failure.ts';
import { Pause } from './pause.ts';

/** How the page stands to the hub. Times are in milliseconds of this machine's clock. */
export type HubState =
  /** The first connection is being made; after a failure, again at retryAt. */
  | { readonly kind: 'connecting'; readonly retryAt: number | undefined }
  | { readonly kind: 'connected' }
  /** There was a connection, and there will be another: retryAt is when it is tried next. */
  | { readonly kind: 'reconnecting'; readonly retryAt: number | undefined }
  /** The token is not good any more. Nothing is tried. */
  | { readonly kind: 'unauthorized' }
  /** The server does not want the page. Nothing is tried until retryNow. */
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'stopped' };

/** What Hub needs of the SignalR client. */
export type Connection = Pick<
  HubConnection,
  'start' | 'stop' | 'invoke' | 'on' | 'onclose' | 'onreconnecting' | 'onreconnected'
>;

export interface HubOptions {
  /** Makes a connection, not started yet, that reconnects as the policy says. */
  open: (policy: IRetryPolicy) => Connection;
  /** Whether the token has run out. */
  expired: () => boolean;
}

/** A connection that ended sooner than this after it was made counts as a failure, in milliseconds. */
const shortLife = 10_000;

/**
 * The connection to the hub. Once started it does not give up: it connects, and connects again, until it is
 * stopped or the server says that trying is of no use.
 *
 * The first connection is a loop of ours, since the SignalR client leaves that to its user. What comes after is
 * the client's automatic reconnection, since the client alone knows whether the server wants it back.
 */
export class Hub extends Observable implements Link {
  state: HubState = { kind: 'stopped' };

  private readonly connection: Connection;
  private listener: LinkListener | undefined;
  private stopped = true;
  private hasBeenConnected = false;
  private connectedAt = 0;
  /** How many connections in a row ended soon after they were made. */
  private shortLived = 0;
  /** What follows when the client closes, where it was we who wanted it to. */
  private afterClose: HubState | 'connect' | undefined;
  /** The loop that makes the first connection runs. */
  private looping = false;
  private readonly pause = new Pause();

  constructor(private readonly options: HubOptions) {
    super();
    this.connection = options.open({
      nextRetryDelayInMilliseconds: ({ previousRetryCount, retryReason }) =>
        this.nextDelay(previousRetryCount, retryReason),
    });
    this.connection.onreconnected(() => {
      this.connected();
    });
    this.connection.onclose((error) => {
      this.closed(error);
    });
    for (const name of eventNames) {
      this.connection.on(name, (event: Events[typeof name]) => {
        this.listener?.event({ name, event } as CallEvent);
      });
    }
    this.connection.on('MonitorStop', (request: MonitorStop) => {
      this.listener?.monitorStopped(request);
    });
    this.connection.on('ApplicationSessionTerminated', (request: ApplicationSessionTerminated) => {
      this.listener?.sessionTerminated(request);
    });
  }

  attach(listener: LinkListener): void {
    this.listener = listener;
  }

  start(): void {
    if (!this.stopped) return;
    this.stopped = false;
    void this.connect();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.pause.skip();
    this.set({ kind: 'stopped' });
    await this.connection.stop();
  }

  /** Tries at once what would be tried later, or not at all. */
  retryNow(): void {
    if (this.stopped) return;
    if (this.looping) {
      this.pause.skip();
    } else if (this.state.kind === 'refused') {
      void this.connect();
    } else if (this.state.kind === 'reconnecting' && this.afterClose === undefined) {
      // The client's own waiting cannot be cut short; closing it ends that, and we connect anew.
      this.afterClose = 'connect';
      void this.connection.stop();
    }
  }

  async invoke<S extends keyof Services>(
    service: S,
    request: Services[S]['request'],
  ): Promise<Services[S]['response']> {
    try {
      return await this.connection.invoke<Services[S]['response']>(service, request);
    } catch (error) {
      throw invocationFailure(error);
    }
  }

  private async connect(): Promise<void> {
    this.looping = true;
    for (let failed = 1; (await this.attempt()) === 'again'; failed++) {
      const ms = backoff(failed);
      this.trying(Date.now() + ms);
      await this.pause.wait(ms);
    }
    this.looping = false;
  }

  private async attempt(): Promise<'again' | 'done'> {
    if (this.stopped) return 'done';
    if (this.options.expired()) {
      this.set({ kind: 'unauthorized' });
      return 'done';
    }
    this.trying(undefined);
    try {
      await this.connection.start();
    } catch (error) {
      if (this.state.kind === 'stopped') return 'done';
      const failure = startFailure(error);
      if (failure.kind === 'unreachable') return 'again';
      this.set(failure);
      return 'done';
    }
    this.connected();
    return 'done';
  }

  private connected(): void {
    if (this.stopped) return;
    this.hasBeenConnected = true;
    this.connectedAt = Date.now();
    this.set({ kind: 'connected' });
    this.listener?.connected();
  }

  /** Is asked by the client when a connection was lost, and after each failure to make it again. */
  private nextDelay(failed: number, reason: Error): number | null {
    if (failed === 0) {
      this.shortLived = Date.now() - this.connectedAt < shortLife ? this.shortLived + 1 : 0;
      this.listener?.disconnected();
    }
    const failure = this.options.expired() ? ({ kind: 'unauthorized' } as const) : startFailure(reason);
    if (failure.kind !== 'unreachable') {
      this.afterClose = failure;
      return null;
    }
    const delay = backoff(failed + this.shortLived);
    this.trying(Date.now() + delay);
    return delay;
  }

  private closed(error: Error | undefined): void {
    const next = this.afterClose ?? {
      kind: 'refused',
      reason: error?.message ?? 'The server has closed the connection.',
    };
    this.afterClose = undefined;
    if (this.stopped) return;
    this.listener?.disconnected();
    if (next === 'connect') void this.connect();
    else this.set(next);
  }

  private trying(retryAt: number | undefined): void {
    this.set({ kind: this.hasBeenConnected ? 'reconnecting' : 'connecting', retryAt });
  }

  private set(state: HubState): void {
    this.state = state;
    this.changed();
  }
}
