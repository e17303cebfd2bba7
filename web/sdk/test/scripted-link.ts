import type { HubState } from '../src/connection/hub.ts';
import { Refusal } from '../src/errors.ts';
import type { MonitorStartResponse, Services, SnapshotDeviceResponse } from '../src/gen/csta.ts';
import type { AnyEvent } from '../src/model/event.ts';
import type { Link, LinkListener } from '../src/model/link.ts';
import { Observable } from '../src/model/observable.ts';
import type { Position } from '../src/model/order.ts';

/** A request that was sent and waits for its answer. */
export interface Sent {
  readonly service: keyof Services;
  readonly request: unknown;
  answer(response: unknown): Promise<void>;
  fail(error: Error): Promise<void>;
}

/** A way to a server that says what the test wants it to, when the test wants it. */
export class ScriptedLink extends Observable implements Link {
  state: HubState = { kind: 'connected' };
  readonly sent: Sent[] = [];
  private readonly attached = new Set<LinkListener>();
  /** Sends an item of the stream that was asked for last. */
  next: ((item: unknown) => void) | undefined;
  /** Ends that stream. */
  ended: (() => void) | undefined;

  /** The link is in another state now. */
  become(state: HubState): void {
    this.state = state;
    this.changed();
  }

  attach(listener: LinkListener): () => void {
    this.attached.add(listener);
    return () => this.attached.delete(listener);
  }

  /** What is told here, all listeners hear. */
  get server(): LinkListener {
    const all = [...this.attached];
    if (all.length === 0) throw new Error('nobody listens');
    return {
      connected: () => {
        for (const one of all) one.connected();
      },
      disconnected: () => {
        for (const one of all) one.disconnected();
      },
      event: (e) => {
        for (const one of all) one.event(e);
      },
      monitorStopped: (request) => {
        for (const one of all) one.monitorStopped(request);
      },
      sessionTerminated: (request) => {
        for (const one of all) one.sessionTerminated(request);
      },
    };
  }

  invoke<S extends keyof Services>(
    service: S,
    request: Services[S]['request'],
  ): Promise<Services[S]['response']> {
    return new Promise((resolve, reject) => {
      this.sent.push({
        service,
        request,
        answer: async (response) => {
          resolve(response as Services[S]['response']);
          await settled();
        },
        fail: async (error) => {
          reject(error);
          await settled();
        },
      });
    });
  }

  stream(_method: string, next: (item: unknown) => void, ended: () => void): () => void {
    this.next = next;
    this.ended = ended;
    return () => (this.next = this.ended = undefined);
  }

  /** Gives the only request that waits, which must be for a service. */
  take(service: keyof Services): Sent {
    const [sent, ...more] = this.sent.splice(0);
    if (sent?.service !== service || more.length > 0) {
      throw new Error(
        `sent: ${[sent, ...more].map((s) => s?.service ?? 'nothing').join(', ')}; want ${service}`,
      );
    }
    return sent;
  }
}

/** Answers requests that wait by their service; one that has no answer here is refused. */
export async function answerAll(
  link: ScriptedLink,
  answers: Partial<Record<keyof Services, unknown>>,
): Promise<void> {
  while (link.sent.length > 0) {
    for (const sent of link.sent.splice(0)) {
      if (sent.service in answers) await sent.answer(answers[sent.service]);
      else await sent.fail(new Refusal('operation.serviceNotSupported', ''));
    }
  }
}

/** Lets all that waits for a promise run. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 10; i++) await Promise.resolve();
}

/** An event at another place of the event log. */
export function moved<E extends AnyEvent>(e: E, position: Position): E {
  return { ...e, event: { ...e.event, ...position } };
}

/** An answer to MonitorStart with the calls of a snapshot, or none, at a place of the event log. */
export function monitored(position: Position, calls?: SnapshotDeviceResponse): MonitorStartResponse {
  return {
    monitorCrossRefId: '201',
    privateData: { ...position, snapshotData: calls?.crossRefIdorSnapshotData.snapshotData ?? {} },
  };
}

/** The answer to SnapshotDevice moved to another place of the event log. */
export function snapshotAt(position: Position, calls?: SnapshotDeviceResponse): SnapshotDeviceResponse {
  return {
    crossRefIdorSnapshotData: calls?.crossRefIdorSnapshotData ?? { snapshotData: {} },
    privateData: { ...position },
  };
}
