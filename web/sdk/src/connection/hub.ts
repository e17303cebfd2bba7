import type { HubConnection, IRetryPolicy } from '@microsoft/signalr';

import { Refusal } from '../errors.ts';
import type { Events, ServerRequests, Services } from '../gen/csta.ts';
import type { AnyEvent } from '../model/event.ts';
import type { Link, LinkListener } from '../model/link.ts';
import { Observable } from '../model/observable.ts';
import { backoff } from './backoff.ts';
import { type StartFailure, invocationFailure, startFailure } from './failure.ts';
import { eventNames, requestNames } from './names.ts';
import { Pause } from './pause.ts';
import { smoothed } from './quality.ts';

/** How a client stands to the hub. Times are in milliseconds of this machine's clock. */
export type HubState =
  /** The first connection is being made; after a failure, for a reason, again at retryAt. */
  | { readonly kind: 'connecting'; readonly retryAt: number | undefined; readonly reason?: string }
  | { readonly kind: 'connected' }
  /** There was a connection, and there will be another: retryAt is when it is tried next. */
  | { readonly kind: 'reconnecting'; readonly retryAt: number | undefined }
  /** The token is not good any more. Nothing is tried until retryNow. */
  | { readonly kind: 'unauthorized' }
  /** The server does not want the client. Nothing is tried until retryNow. */
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'stopped' };

/** What Hub needs of the SignalR client. */
export type Connection = Pick<
  HubConnection,
  'start' | 'stop' | 'invoke' | 'stream' | 'on' | 'onclose' | 'onreconnecting' | 'onreconnected'
>;

/** What the server says unasked, by name. */
export type Messages = Events & Omit<ServerRequests, keyof Events>;
export type MessageName = keyof Messages;

export interface HubOptions {
  /** Makes a connection, not started yet, that reconnects as the policy says. */
  open: (policy: IRetryPolicy) => Connection;
  /** Whether there is no token any more. */
  denied: () => boolean;
  /** Says why the first connection could not be made, when the server was not reached. */
  unreached?: () => string;
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
  /** How long an answer takes, in milliseconds, smoothed; undefined before the first one. */
  roundTrip: number | undefined;

  private readonly connection: Connection;
  private readonly attached = new Set<LinkListener>();
  private readonly handlers = new Map<string, Set<(message: unknown) => void>>();
  private readonly all = new Set<(name: MessageName, message: unknown) => void>();
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
      this.connection.on(name, (event: AnyEvent['event']) => {
        this.each((listener) => {
          listener.event({ name, event } as AnyEvent);
        });
        this.pass(name, event);
      });
    }
    for (const name of requestNames) {
      this.connection.on(name, (request: unknown) => {
        this.requested(name, request);
        this.pass(name, request);
      });
    }
  }

  attach(listener: LinkListener): () => void {
    this.attached.add(listener);
    if (this.state.kind === 'connected') listener.connected();
    return () => this.attached.delete(listener);
  }

  /** Calls a handler with each message of a name, until the function that it returns is called. */
  on<N extends MessageName>(name: N, handler: (message: Messages[N]) => void): () => void {
    const handlers = this.handlers.get(name) ?? new Set();
    this.handlers.set(name, handlers.add(handler as (message: unknown) => void));
    return () => handlers.delete(handler as (message: unknown) => void);
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
    } else if (this.state.kind === 'refused' || this.state.kind === 'unauthorized') {
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
    const sent = performance.now();
    try {
      const response = await this.connection.invoke<Services[S]['response']>(service, request);
      this.answered(performance.now() - sent);
      return response;
    } catch (error) {
      const failure = invocationFailure(error);
      if (failure instanceof Refusal) this.answered(performance.now() - sent);
      throw failure;
    }
  }

  stream(method: string, next: (item: unknown) => void, ended: () => void): () => void {
    const subscription = this.connection
      .stream<unknown>(method)
      .subscribe({ next, complete: ended, error: ended });
    return () => {
      subscription.dispose();
    };
  }

  /** Calls a handler with every message, until the function that it returns is called. */
  onAny(handler: (name: MessageName, message: unknown) => void): () => void {
    this.all.add(handler);
    return () => this.all.delete(handler);
  }

  private answered(ms: number): void {
    this.roundTrip = smoothed(this.roundTrip, ms);
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
    this.trying(undefined);
    try {
      await this.connection.start();
    } catch (error) {
      if (this.state.kind === 'stopped') return 'done';
      const failure = this.failure(error);
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
    this.each((listener) => {
      listener.connected();
    });
  }

  /** Is asked by the client when a connection was lost, and after each failure to make it again. */
  private nextDelay(failed: number, reason: Error): number | null {
    if (failed === 0) {
      this.shortLived = Date.now() - this.connectedAt < shortLife ? this.shortLived + 1 : 0;
      this.disconnected();
    }
    const failure = this.failure(reason);
    if (failure.kind !== 'unreachable') {
      this.afterClose = failure;
      return null;
    }
    const delay = backoff(failed + this.shortLived);
    this.trying(Date.now() + delay);
    return delay;
  }

  private failure(error: unknown): StartFailure {
    return this.options.denied() ? { kind: 'unauthorized' } : startFailure(error);
  }

  private closed(error: Error | undefined): void {
    const next = this.afterClose ?? {
      kind: 'refused',
      reason: error?.message ?? 'The server has closed the connection.',
    };
    this.afterClose = undefined;
    if (this.stopped) return;
    this.disconnected();
    if (next === 'connect') void this.connect();
    else this.set(next);
  }

  private disconnected(): void {
    this.roundTrip = undefined;
    this.each((listener) => {
      listener.disconnected();
    });
  }

  private requested(name: keyof ServerRequests, request: unknown): void {
    this.each((listener) => {
      if (name === 'MonitorStop') listener.monitorStopped(request as ServerRequests['MonitorStop']);
      if (name === 'ApplicationSessionTerminated') {
        listener.sessionTerminated(request as ServerRequests['ApplicationSessionTerminated']);
      }
    });
  }

  private each(tell: (listener: LinkListener) => void): void {
    for (const listener of [...this.attached]) tell(listener);
  }

  private pass(name: MessageName, message: unknown): void {
    for (const handler of [...this.all]) handler(name, message);
    for (const handler of [...(this.handlers.get(name) ?? [])]) handler(message);
  }

  private trying(retryAt: number | undefined): void {
    if (this.hasBeenConnected) {
      this.set({ kind: 'reconnecting', retryAt });
      return;
    }
    // While it is tried again, the reason of the last failure is all that is known.
    const before = this.state.kind === 'connecting' ? this.state.reason : undefined;
    const reason = retryAt === undefined ? before : this.options.unreached?.();
    this.set({ kind: 'connecting', retryAt, ...(reason !== undefined && { reason }) });
  }

  private set(state: HubState): void {
    this.state = state;
    this.changed();
  }
}
