import type { Events, ServerRequests, Services } from '@cstahub/client';
import * as signalR from '@microsoft/signalr';
import { until } from 'cstahub-harness';

import { eventNames, requestNames } from '../../sdk/src/connection/names.ts';

type Incoming = Events & ServerRequests;

/** All client methods that the server calls. */
const methods = [...eventNames, ...requestNames];

export interface Received {
  readonly name: keyof Incoming;
  readonly message: Incoming[keyof Incoming];
}

/** The published SignalR client, unmodified, with a list of what the server has sent it. */
export class Client {
  readonly connection: signalR.HubConnection;
  /** What the server called, in the order in which it came. */
  readonly received: Received[] = [];
  /** Settled when the connection has closed, with the error it closed with. */
  readonly closed: Promise<Error | undefined>;
  /** How often the client has begun to reconnect. */
  reconnects = 0;

  private seen = 0;

  private constructor(builder: signalR.HubConnectionBuilder) {
    this.connection = builder.configureLogging(signalR.LogLevel.None).build();
    this.closed = new Promise((resolve) => {
      this.connection.onclose(resolve);
    });
    this.connection.onreconnecting(() => {
      this.reconnects++;
    });
    for (const name of methods) {
      this.connection.on(name, (message: Incoming[keyof Incoming]) => {
        this.received.push({ name, message });
      });
    }
  }

  /** Connects to a hub as a page would, with automatic reconnect. */
  static async connect(url: string, options: signalR.IHttpConnectionOptions = {}): Promise<Client> {
    const client = new Client(
      new signalR.HubConnectionBuilder().withUrl(url, options).withAutomaticReconnect(),
    );
    await client.connection.start();
    return client;
  }

  /** Connects with a token. */
  static withToken(url: string, token: string): Promise<Client> {
    return Client.connect(url, { accessTokenFactory: () => token });
  }

  /** Calls a service with what its type says. */
  invoke<S extends keyof Services>(
    service: S,
    request: Services[S]['request'],
  ): Promise<Services[S]['response']> {
    return this.connection.invoke<Services[S]['response']>(service, request);
  }

  /** Gives the next call of a client method behind the last one that was given, waiting for it if it must. */
  async next<N extends keyof Incoming>(name: N): Promise<Incoming[N]> {
    const index = await until(
      () => {
        const found = this.received.findIndex((r, i) => i >= this.seen && r.name === name);
        return found < 0 ? undefined : found;
      },
      `${name}; received: ${this.received.map((r) => r.name).join(', ')}`,
    );
    this.seen = index + 1;
    return this.received[index]?.message as Incoming[N];
  }

  /** The names of what came, in order. */
  names(): string[] {
    return this.received.map((r) => r.name);
  }

  async stop(): Promise<void> {
    await this.connection.stop();
  }
}

/** Gives the text that a call fails with. */
export async function failure(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error('the call succeeded, though it should not have');
}
