import {
  type HttpTransportType,
  type HubConnection,
  HubConnectionBuilder,
  type IHttpConnectionOptions,
  type ISubscription,
  type IStreamResult,
  LogLevel,
} from '@microsoft/signalr';
import { MessagePackHubProtocol } from '@microsoft/signalr-protocol-msgpack';

export type Protocol = 'json' | 'messagepack';

export interface ClientOptions extends IHttpConnectionOptions {
  protocol?: Protocol;
  transport?: HttpTransportType;
  /** Milliseconds before each attempt to come back; none if it is left out. */
  reconnect?: number[];
  stateful?: boolean;
}

/** Builds Microsoft's client. */
export function client(url: string, options: ClientOptions = {}): HubConnection {
  const { protocol, reconnect, stateful, ...http } = options;
  let builder = new HubConnectionBuilder().withUrl(url, http).configureLogging(LogLevel.None);
  if (protocol === 'messagepack') builder = builder.withHubProtocol(new MessagePackHubProtocol());
  if (reconnect !== undefined) builder = builder.withAutomaticReconnect(reconnect);
  if (stateful === true) builder = builder.withStatefulReconnect();
  return builder.build();
}

/** Runs something with a client that is connected, and stops it afterwards. */
export async function connected<T>(
  url: string,
  options: ClientOptions,
  run: (connection: HubConnection) => Promise<T>,
): Promise<T> {
  const connection = client(url, options);
  await connection.start();
  try {
    return await run(connection);
  } finally {
    await connection.stop();
  }
}

/** Collects a stream. It rejects with the stream's error. */
export function all<T>(stream: IStreamResult<T>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const items: T[] = [];
    stream.subscribe({
      next: (item) => items.push(item),
      error: reject,
      complete: () => {
        resolve(items);
      },
    });
  });
}

/** Collects a number of items of a stream and then cancels it. */
export function some<T>(stream: IStreamResult<T>, count: number): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const items: T[] = [];
    const subscription: ISubscription<T> = stream.subscribe({
      next: (item) => {
        items.push(item);
        if (items.length === count) {
          subscription.dispose();
          resolve(items);
        }
      },
      error: reject,
      complete: () => {
        reject(new Error(`the stream ended after ${items.length} items`));
      },
    });
  });
}

/** The text of the error that a promise is rejected with. */
export async function failure(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error('nothing failed');
}

/** The next call of a client method. */
export function call(connection: HubConnection, method: string): Promise<unknown[]> {
  return new Promise((resolve) => {
    const handler = (...args: unknown[]) => {
      connection.off(method, handler);
      resolve(args);
    };
    connection.on(method, handler);
  });
}

/** The end of a connection, with the text of its error if there is one. */
export function closed(connection: HubConnection): Promise<string | undefined> {
  return new Promise((resolve) => {
    connection.onclose((error) => {
      resolve(error?.message);
    });
  });
}
