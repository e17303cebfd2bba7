import { Hub, type HubState, type MessageName, type Messages } from './connection/hub.ts';
import { type Quality, quality } from './connection/quality.ts';
import { openConnection } from './connection/signalr.ts';
import { type TokenProvider, Tokens } from './connection/tokens.ts';
import type { Services } from './gen/csta.ts';
import { Device } from './model/device.ts';
import { Directory } from './model/directory.ts';
import { Features } from './model/features.ts';
import { Observable } from './model/observable.ts';
import { Queue } from './model/queue.ts';
import { cannotReach } from './rest.ts';

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
  readonly [S in keyof Services as Uncapitalize<S>]: (
    request: Services[S]['request'],
  ) => Promise<Services[S]['response']>;
};

/** How often a connection that is silent is asked for an answer, in milliseconds. */
const probeEvery = 20_000;

/**
 * A client of a cstahub server. Started, it connects, and connects again whenever the connection is lost, until
 * it is stopped or the server says that trying is of no use. Subscribe to it for changes of state and quality.
 */
export class Client extends Observable {
  /** Every CSTA service that the hub has as a method, such as client.services.makeCall({…}). */
  readonly services: ServiceMethods;

  private readonly hub: Hub;
  private readonly devices = new Map<string, Device>();
  private readonly featuresOf = new Map<string, Features>();
  private readonly queues = new Map<string, Queue>();
  private watched: Directory | undefined;
  private probe: ReturnType<typeof setTimeout> | undefined;

  constructor({ url = '', token }: ClientOptions) {
    super();
    const tokens = new Tokens(token);
    this.hub = new Hub({
      open: (policy) => openConnection(`${url.replace(/\/$/, '')}/csta`, tokens.next, policy),
      denied: () => tokens.denied,
      unreached: () => (tokens.failure instanceof Error ? tokens.failure.message : cannotReach(url)),
    });
    this.services = methods((service, request) => this.invoke(service, request));
    this.hub.subscribe(() => {
      this.measure();
      this.changed();
    });
  }

  /** How the client stands to the server. */
  get state(): HubState {
    return this.hub.state;
  }

  /** How well the server is reached. */
  get quality(): Quality {
    return quality(this.state.kind === 'connected', this.hub.roundTrip);
  }

  /** Begins to connect. */
  start(): void {
    this.hub.start();
  }

  /** Ends the connection. Calls go on without it. */
  stop(): Promise<void> {
    return this.hub.stop();
  }

  /** Tries at once what would be tried later, or not at all. */
  retryNow(): void {
    this.hub.retryNow();
  }

  /** Asks for a service; fails with Refusal or NoAnswer. */
  invoke<S extends keyof Services>(
    service: S,
    request: Services[S]['request'],
  ): Promise<Services[S]['response']> {
    return this.hub.invoke(service, request);
  }

  /**
   * Calls a handler with each event or request of the server that has a name, such as "Delivered", until the
   * function that it returns is called. Nothing arrives before something is monitored.
   */
  on<N extends MessageName>(name: N, handler: (message: Messages[N]) => void): () => void {
    return this.hub.on(name, handler);
  }

  /** Calls a handler with every event and request of the server, until the function that it returns is called. */
  onAny(handler: (name: MessageName, message: unknown) => void): () => void {
    return this.hub.onAny(handler);
  }

  /** The device of a number, monitored and kept up to date; the same one for everybody who asks. */
  device(number: string): Device {
    const known = this.devices.get(number);
    if (known !== undefined) return known;
    const device = new Device(this.hub, number, () => this.devices.delete(number));
    this.devices.set(number, device);
    return device;
  }

  /** What the device of a number is set to, kept up to date; the same for everybody who asks. */
  features(number: string): Features {
    const known = this.featuresOf.get(number);
    if (known !== undefined) return known;
    const features = new Features(this.hub, this.device(number), () => this.featuresOf.delete(number));
    this.featuresOf.set(number, features);
    return features;
  }

  /** The queue of a number, monitored and kept up to date; the same for everybody who asks. */
  queue(number: string): Queue {
    const known = this.queues.get(number);
    if (known !== undefined) return known;
    const queue = new Queue(this.hub, number, () => this.queues.delete(number));
    this.queues.set(number, queue);
    return queue;
  }

  /** Who there is, and who is free, kept up to date; the same for everybody who asks. */
  get directory(): Directory {
    this.watched ??= new Directory(this.hub, () => (this.watched = undefined));
    return this.watched;
  }

  /** Keeps the round trip up to date while there is a connection. */
  private measure(): void {
    if (this.state.kind !== 'connected') {
      clearTimeout(this.probe);
      this.probe = undefined;
      return;
    }
    if (this.probe !== undefined) return;
    this.probe = setTimeout(() => {
      this.probe = undefined;
      // A connection that is lost is told otherwise; a refusal is an answer, too.
      void this.invoke('RequestSystemStatus', {})
        .catch(() => undefined)
        .then(() => {
          this.measure();
          this.changed();
        });
    }, probeEvery);
  }
}

/** Makes methods of the services, whatever services there are. */
function methods(invoke: (service: keyof Services, request: never) => Promise<unknown>): ServiceMethods {
  return new Proxy({} as ServiceMethods, {
    get: (_, name) =>
      typeof name === 'string' && name !== 'then'
        ? (request: never) =>
            invoke((name.charAt(0).toUpperCase() + name.slice(1)) as keyof Services, request)
        : undefined,
  });
}
