import type { IRetryPolicy } from '@microsoft/signalr';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { NoAnswer, Refusal } from '../src/errors.ts';
import type { IStreamResult } from '@microsoft/signalr';

import { type Connection, Hub } from '../src/connection/hub.ts';
import type { LinkListener } from '../src/model/link.ts';

import { settled } from './scripted-link.ts';

const unauthorized = new Error(
  "Failed to complete negotiation with the server: Error: Unauthorized: Status code '401'",
);
const forbidden = new Error(
  "Failed to complete negotiation with the server: Error: The origin 'http://x' is not allowed: Status code '403'",
);
const away = new Error('Failed to complete negotiation with the server: TypeError: Failed to fetch');

/** The SignalR client with somebody else's hand on it. What it does itself is tested in a browser (web/e2e). */
class ScriptedConnection implements Connection {
  stream<T>(): IStreamResult<T> {
    throw new Error('no test asks for a stream');
  }

  starts = 0;
  stops = 0;
  answer: (() => unknown) | undefined;
  private settle: { resolve: () => void; reject: (error: Error) => void } | undefined;
  private readonly handlers = new Map<string, (message: unknown) => void>();
  private close: ((error?: Error) => void) | undefined;
  private reconnected: (() => void) | undefined;

  constructor(private readonly policy: IRetryPolicy) {}

  start(): Promise<void> {
    this.starts++;
    return new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
    });
  }

  stop(): Promise<void> {
    this.stops++;
    this.close?.();
    return Promise.resolve();
  }

  invoke<T>(): Promise<T> {
    return new Promise((resolve) => {
      resolve(this.answer?.() as T);
    });
  }

  on(name: string, handler: (message: unknown) => void): void {
    this.handlers.set(name, handler);
  }

  onclose(close: (error?: Error) => void): void {
    this.close = close;
  }

  onreconnecting(): void {
    throw new Error('not used');
  }

  onreconnected(reconnected: () => void): void {
    this.reconnected = reconnected;
  }

  /** The start that waits ends well, or with an error. */
  async started(error?: Error): Promise<void> {
    if (error) this.settle?.reject(error);
    else this.settle?.resolve();
    await settled();
  }

  call(name: string, message: unknown): void {
    this.handlers.get(name)?.(message);
  }

  /** The connection was lost, or could not be made again; gives when the client tries next. */
  lost(failed: number, retryReason: Error): number | null {
    const delay = this.policy.nextRetryDelayInMilliseconds({
      previousRetryCount: failed,
      elapsedMilliseconds: 0,
      retryReason,
    });
    if (delay === null) this.close?.(retryReason);
    return delay;
  }

  back(): void {
    this.reconnected?.();
  }

  closeByServer(error?: Error): void {
    this.close?.(error);
  }
}

let connection: ScriptedConnection;
let hub: Hub;
let denied: boolean;
let heard: string[];
const states: string[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  denied = false;
  heard = [];
  hub = new Hub({
    open: (policy) => (connection = new ScriptedConnection(policy)),
    denied: () => denied,
  });
  const say = (what: string) => () => {
    heard.push(what);
  };
  hub.attach({
    connected: say('connected'),
    disconnected: say('disconnected'),
    event: (e) => heard.push(e.name),
    monitorStopped: say('MonitorStop'),
    sessionTerminated: say('ApplicationSessionTerminated'),
  } satisfies LinkListener);
  hub.on('MonitorStop', ({ monitorCrossRefId }) => heard.push(`handler of ${monitorCrossRefId}`));
  states.length = 0;
  hub.subscribe(() => {
    if (states.at(-1) !== hub.state.kind) states.push(hub.state.kind);
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function connect(): Promise<void> {
  hub.start();
  await connection.started();
}

describe('the first connection', () => {
  test('is made', async () => {
    await connect();
    expect(states).toEqual(['connecting', 'connected']);
    expect(heard).toEqual(['connected']);
  });

  test('is tried until it is made, more and more slowly', async () => {
    hub.start();
    for (const seconds of [1, 2, 4, 8, 15, 15]) {
      const starts = connection.starts;
      await connection.started(away);
      expect(hub.state).toEqual({ kind: 'connecting', retryAt: Date.now() + seconds * 1000 });
      await vi.advanceTimersByTimeAsync(seconds * 1000 - 1);
      expect(connection.starts).toBe(starts);
      await vi.advanceTimersByTimeAsync(1);
      expect(connection.starts).toBe(starts + 1);
      expect(hub.state).toEqual({ kind: 'connecting', retryAt: undefined });
    }
    await connection.started();
    expect(hub.state.kind).toBe('connected');
  });

  test('says why it was not made, also while it is tried again', async () => {
    const told = new Hub({
      open: (policy) => (connection = new ScriptedConnection(policy)),
      denied: () => false,
      unreached: () => 'nobody is there',
    });
    told.start();
    expect(told.state).toEqual({ kind: 'connecting', retryAt: undefined });
    await connection.started(away);
    const reason = 'nobody is there';
    expect(told.state).toEqual({ kind: 'connecting', retryAt: Date.now() + 1000, reason });
    await vi.advanceTimersByTimeAsync(1000);
    expect(told.state).toEqual({ kind: 'connecting', retryAt: undefined, reason });
    await connection.started();
    expect(told.state).toEqual({ kind: 'connected' });
    await told.stop();
  });

  test('is tried at once when somebody asks for it', async () => {
    hub.start();
    await connection.started(away);
    hub.retryNow();
    await settled();
    expect(connection.starts).toBe(2);
    // While it is being tried, asking does nothing.
    hub.retryNow();
    await settled();
    expect(connection.starts).toBe(2);
  });

  test('is given up with a token that is not good', async () => {
    hub.start();
    await connection.started(unauthorized);
    expect(hub.state).toEqual({ kind: 'unauthorized' });
    await vi.runAllTimersAsync();
    expect(connection.starts).toBe(1);
  });

  test('is given up when there is no token, until somebody has one', async () => {
    denied = true;
    hub.start();
    await connection.started(new Error('nobody is logged in'));
    expect(hub.state).toEqual({ kind: 'unauthorized' });
    denied = false;
    hub.retryNow();
    await connection.started();
    expect(hub.state.kind).toBe('connected');
  });

  test('that is refused says why, and waits to be asked', async () => {
    hub.start();
    await connection.started(forbidden);
    expect(hub.state).toEqual({ kind: 'refused', reason: "The origin 'http://x' is not allowed" });
    await vi.runAllTimersAsync();
    expect(connection.starts).toBe(1);
    hub.retryNow();
    await connection.started();
    expect(hub.state.kind).toBe('connected');
  });

  test('is dropped when the hub is stopped meanwhile', async () => {
    hub.start();
    await connection.started(away);
    await hub.stop();
    await vi.runAllTimersAsync();
    expect(connection.starts).toBe(1);
    expect(hub.state.kind).toBe('stopped');
    expect(heard).toEqual([]);
  });
});

describe('a connection that is lost', () => {
  test('is made again by the client', async () => {
    await connect();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(connection.lost(0, away)).toBe(0);
    expect(connection.lost(1, away)).toBe(1000);
    expect(hub.state).toEqual({ kind: 'reconnecting', retryAt: Date.now() + 1000 });
    connection.back();
    expect(states).toEqual(['connecting', 'connected', 'reconnecting', 'connected']);
    expect(heard).toEqual(['connected', 'disconnected', 'connected']);
  });

  test('soon after it was made is made again more slowly each time', async () => {
    await connect();
    expect(connection.lost(0, away)).toBe(1000);
    connection.back();
    expect(connection.lost(0, away)).toBe(2000);
    connection.back();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(connection.lost(0, away)).toBe(0);
  });

  test('is not made again when there is no token any more', async () => {
    await connect();
    denied = true;
    expect(connection.lost(0, away)).toBeNull();
    expect(hub.state).toEqual({ kind: 'unauthorized' });
  });

  test('is not made again when the server does not know the token any more', async () => {
    await connect();
    connection.lost(0, away);
    expect(connection.lost(1, unauthorized)).toBeNull();
    expect(hub.state).toEqual({ kind: 'unauthorized' });
  });

  test('is not made again where the server refuses it', async () => {
    await connect();
    connection.lost(0, away);
    expect(connection.lost(1, forbidden)).toBeNull();
    expect(hub.state).toMatchObject({ kind: 'refused' });
  });

  test('is made again at once when somebody asks for it', async () => {
    await connect();
    connection.lost(0, away);
    connection.lost(1, away);
    hub.retryNow();
    expect(connection.stops).toBe(1);
    expect(connection.starts).toBe(2);
    expect(hub.state).toEqual({ kind: 'reconnecting', retryAt: undefined });
    await connection.started();
    expect(hub.state.kind).toBe('connected');
  });

  test('because the server wants it so is refused', async () => {
    await connect();
    connection.closeByServer(new Error('Server returned an error on close: nobody logged in'));
    expect(hub.state).toEqual({
      kind: 'refused',
      reason: 'Server returned an error on close: nobody logged in',
    });
    expect(heard).toEqual(['connected', 'disconnected']);
  });

  test('by stop is the end', async () => {
    await connect();
    await hub.stop();
    expect(hub.state).toEqual({ kind: 'stopped' });
    hub.retryNow();
    expect(connection.starts).toBe(1);
  });
});

describe('what goes through', () => {
  test('events and the requests of the server', async () => {
    await connect();
    connection.call('Delivered', {});
    connection.call('MonitorStop', { monitorCrossRefId: '7' });
    connection.call('ApplicationSessionTerminated', {});
    expect(heard).toEqual([
      'connected',
      'Delivered',
      'MonitorStop',
      'handler of 7',
      'ApplicationSessionTerminated',
    ]);
  });

  test('answers, refusals and no answers', async () => {
    await connect();
    connection.answer = () => ({ monitorCrossRefId: '201' });
    await expect(hub.invoke('MonitorStop', { monitorCrossRefId: '' })).resolves.toEqual({
      monitorCrossRefId: '201',
    });
    connection.answer = () => {
      throw new Error('CSTAErrorCode operation.invalidDeviceID: no device "999" in this tenant');
    };
    const refused = hub.invoke('SnapshotDevice', { snapshotObject: '999' });
    await expect(refused).rejects.toThrow(Refusal);
    await expect(refused).rejects.toMatchObject({
      code: 'operation.invalidDeviceID',
      detail: 'no device "999" in this tenant',
    });
    connection.answer = () => {
      throw new Error('Invocation canceled due to the underlying connection being closed.');
    };
    await expect(hub.invoke('SnapshotDevice', { snapshotObject: '201' })).rejects.toThrow(NoAnswer);
  });
});
