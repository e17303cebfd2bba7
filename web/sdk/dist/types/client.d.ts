import { type HubState, type MessageName, type Messages } from './connection/hub.ts';
import { type Quality } from './connection/quality.ts';
import { type TokenProvider } from './connection/tokens.ts';
import type { Services } from './gen/csta.ts';
import { Device } from './model/device.ts';
import { Observable } from './model/observable.ts';
export interface ClientOptions {
    /** Where the server is, such as "https://pbx.example"; the page's own origin where it is missing. */
    url?: string;
    /**
     * Gives the token for each connection that is made. It may throw Unauthorized when the user has to log in
     * again; after any other error it is asked again later.
     */
    token: TokenProvider;
}
/** The services as methods: "MakeCall" is makeCall. */
export type ServiceMethods = {
    readonly [S in keyof Services as Uncapitalize<S>]: (request: Services[S]['request']) => Promise<Services[S]['response']>;
};
/**
 * A client of a cstahub server. Started, it connects, and connects again whenever the connection is lost, until
 * it is stopped or the server says that trying is of no use. Subscribe to it for changes of state and quality.
 */
export declare class Client extends Observable {
    /** Every CSTA service that the hub has as a method, such as client.services.makeCall({…}). */
    readonly services: ServiceMethods;
    private readonly hub;
    private readonly devices;
    private probe;
    constructor({ url, token }: ClientOptions);
    /** How the client stands to the server. */
    get state(): HubState;
    /** How well the server is reached. */
    get quality(): Quality;
    /** Begins to connect. */
    start(): void;
    /** Ends the connection. Calls go on without it. */
    stop(): Promise<void>;
    /** Tries at once what would be tried later, or not at all. */
    retryNow(): void;
    /** Asks for a service; fails with Refusal or NoAnswer. */
    invoke<S extends keyof Services>(service: S, request: Services[S]['request']): Promise<Services[S]['response']>;
    /**
     * Calls a handler with each event or request of the server that has a name, such as "Delivered", until the
     * function that it returns is called. Nothing arrives before something is monitored.
     */
    on<N extends MessageName>(name: N, handler: (message: Messages[N]) => void): () => void;
    /** Calls a handler with every event and request of the server, until the function that it returns is called. */
    onAny(handler: (name: MessageName, message: unknown) => void): () => void;
    /** The device of a number, monitored and kept up to date; the same one for everybody who asks. */
    device(number: string): Device;
    /** Keeps the round trip up to date while there is a connection. */
    private measure;
}
