import type { HubConnection, IRetryPolicy } from '@microsoft/signalr';
import type { Events, ServerRequests, Services } from '../gen/csta.ts';
import type { Link, LinkListener } from '../model/link.ts';
import { Observable } from '../model/observable.ts';
/** How a client stands to the hub. Times are in milliseconds of this machine's clock. */
export type HubState = 
/** The first connection is being made; after a failure, again at retryAt. */
{
    readonly kind: 'connecting';
    readonly retryAt: number | undefined;
} | {
    readonly kind: 'connected';
}
/** There was a connection, and there will be another: retryAt is when it is tried next. */
 | {
    readonly kind: 'reconnecting';
    readonly retryAt: number | undefined;
}
/** The token is not good any more. Nothing is tried until retryNow. */
 | {
    readonly kind: 'unauthorized';
}
/** The server does not want the client. Nothing is tried until retryNow. */
 | {
    readonly kind: 'refused';
    readonly reason: string;
} | {
    readonly kind: 'stopped';
};
/** What Hub needs of the SignalR client. */
export type Connection = Pick<HubConnection, 'start' | 'stop' | 'invoke' | 'on' | 'onclose' | 'onreconnecting' | 'onreconnected'>;
/** What the server says unasked, by name. */
export type Messages = Events & Omit<ServerRequests, keyof Events>;
export type MessageName = keyof Messages;
export interface HubOptions {
    /** Makes a connection, not started yet, that reconnects as the policy says. */
    open: (policy: IRetryPolicy) => Connection;
    /** Whether there is no token any more. */
    denied: () => boolean;
}
/**
 * The connection to the hub. Once started it does not give up: it connects, and connects again, until it is
 * stopped or the server says that trying is of no use.
 *
 * The first connection is a loop of ours, since the SignalR client leaves that to its user. What comes after is
 * the client's automatic reconnection, since the client alone knows whether the server wants it back.
 */
export declare class Hub extends Observable implements Link {
    private readonly options;
    state: HubState;
    /** How long an answer takes, in milliseconds, smoothed; undefined before the first one. */
    roundTrip: number | undefined;
    private readonly connection;
    private readonly attached;
    private readonly handlers;
    private readonly all;
    private stopped;
    private hasBeenConnected;
    private connectedAt;
    /** How many connections in a row ended soon after they were made. */
    private shortLived;
    /** What follows when the client closes, where it was we who wanted it to. */
    private afterClose;
    /** The loop that makes the first connection runs. */
    private looping;
    private readonly pause;
    constructor(options: HubOptions);
    attach(listener: LinkListener): () => void;
    /** Calls a handler with each message of a name, until the function that it returns is called. */
    on<N extends MessageName>(name: N, handler: (message: Messages[N]) => void): () => void;
    start(): void;
    stop(): Promise<void>;
    /** Tries at once what would be tried later, or not at all. */
    retryNow(): void;
    invoke<S extends keyof Services>(service: S, request: Services[S]['request']): Promise<Services[S]['response']>;
    /** Calls a handler with every message, until the function that it returns is called. */
    onAny(handler: (name: MessageName, message: unknown) => void): () => void;
    private answered;
    private connect;
    private attempt;
    private connected;
    /** Is asked by the client when a connection was lost, and after each failure to make it again. */
    private nextDelay;
    private failure;
    private closed;
    private disconnected;
    private requested;
    private each;
    private pass;
    private trying;
    private set;
}
