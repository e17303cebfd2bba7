import type { HubState } from '../connection/hub.ts';
import type { ConnectionID, PrivateData, Services, SnapshotDeviceDataList } from '../gen/csta.ts';
import { NoAnswer, Refusal } from '../errors.ts';
import {
  type Board,
  afterEvent,
  afterSnapshot,
  emptyBoard,
  leavesOpen,
  unknownParties,
  withParties,
} from './board.ts';
import type { Call } from './call.ts';
import { ServerClock } from './clock.ts';
import type { AnyEvent } from './event.ts';
import type { Link, LinkListener } from './link.ts';
import { Observable } from './observable.ts';
import { type Position, follows } from './order.ts';
import { time } from './read.ts';

interface Snapshot {
  readonly calls: SnapshotDeviceDataList;
  readonly position: Position;
}

/**
 * What the calls that are shown are worth: current is what the server last said, with nothing missing; asking
 * is not to be trusted until an answer has come; away is not to be trusted, since there is no connection.
 */
export type Sync = 'away' | 'asking' | 'current';

/**
 * A device that is monitored: its calls as the server knows them, and what can be done with them.
 *
 * The calls come from a snapshot and the events that follow it. Where the events have a gap, and after each
 * reconnection, another snapshot is taken, so that nothing is shown that is not so.
 */
export class Device extends Observable implements LinkListener {
  board: Board = emptyBoard;
  /** Why the device cannot be monitored. */
  trouble: Refusal | undefined;

  /** The server's clock, by the events; the times of calls are counted by it. */
  readonly clock = new ServerClock();

  private readonly detach: () => void;
  private readonly unsubscribe: () => void;
  private reachable = false;
  /** Counts the times the connection was made or lost; answers for an earlier time are of no interest. */
  private era = 0;
  private crossRef: string | undefined;
  /** The place of the board in the event log; undefined while the board cannot be trusted. */
  private position: Position | undefined;
  /** The events that came while a snapshot was under way; undefined while none is. */
  private meanwhile: AnyEvent[] | undefined;
  /** The calls must be asked for: events are missing, or what is permitted on other calls may have changed. */
  private stale = false;
  private unanswered: { number: string; ringFirst: boolean; requestId: string } | undefined;

  constructor(
    private readonly link: Link,
    /** The device's number. */
    readonly number: string,
    /** Is told when nobody uses the device any more. */
    private readonly closed: () => void = () => undefined,
  ) {
    super();
    this.detach = link.attach(this);
    this.unsubscribe = link.subscribe(() => {
      this.changed();
    });
  }

  /** How the way to the server is. */
  get linkState(): HubState {
    return this.link.state;
  }

  /** The calls at the device, oldest first; what they are worth is said by sync. */
  get calls(): readonly Call[] {
    return this.board.calls;
  }

  /** Ends the use of the device: it is not monitored any more, and hears nothing. */
  close(): void {
    this.closed();
    this.detach();
    this.unsubscribe();
    const crossRef = this.crossRef;
    const reachable = this.reachable;
    this.disconnected();
    if (crossRef === undefined || !reachable) return;
    // A monitor that is gone already need not be stopped.
    this.link.invoke('MonitorStop', { monitorCrossRefId: crossRef }).catch(() => undefined);
  }

  /** What the board is worth. */
  get sync(): Sync {
    if (!this.reachable) return 'away';
    return this.position === undefined ? 'asking' : 'current';
  }

  /**
   * Calls a number, and gives the id of the call. With ringFirst the device rings first, and the call goes out
   * when it is picked up. The same request made again after NoAnswer is carried out once.
   */
  async dial(number: string, ringFirst = false): Promise<string> {
    const again = this.unanswered?.number === number && this.unanswered.ringFirst === ringFirst;
    // The same request with the same id is carried out once, however often it is sent.
    const requestId = again && this.unanswered ? this.unanswered.requestId : newRequestId();
    this.unanswered = undefined;
    try {
      const made = await this.link.invoke('MakeCall', {
        callingDevice: this.number,
        calledDirectoryNumber: number,
        autoOriginate: ringFirst ? 'prompt' : 'doNotPrompt',
        privateData: { requestId },
      });
      return made.callingDevice.callId ?? '';
    } catch (error) {
      if (error instanceof NoAnswer) this.unanswered = { number, ringFirst, requestId };
      throw error;
    }
  }

  /** The device's connection in a call, for requests of one's own. */
  connection(call: Pick<Call, 'id'>): ConnectionID {
    return { callId: call.id, deviceId: this.number };
  }

  /**
   * Asks for something that is to be done with the calls. What became of it is told by events. A refusal means
   * that the calls are not as they were thought to be: they are asked for before the refusal is told.
   */
  async request<S extends keyof Services>(
    service: S,
    request: Services[S]['request'],
  ): Promise<Services[S]['response']> {
    try {
      return await this.link.invoke(service, request);
    } catch (error) {
      if (error instanceof Refusal && this.reachable && this.meanwhile === undefined) {
        await this.load(() => this.snapshot());
      }
      throw error;
    }
  }

  /** Takes an ended call off the board. */
  dismiss(id: string): void {
    this.board = { ...this.board, ended: this.board.ended.filter((end) => end.call.id !== id) };
    this.changed();
  }

  /** Tries once more to monitor the telephone. */
  retry(): void {
    void this.load(() => this.monitor());
  }

  connected(): void {
    this.reachable = true;
    this.era++;
    this.clock.forget();
    this.meanwhile = undefined;
    void this.load(() => this.monitor());
    this.changed();
  }

  disconnected(): void {
    this.reachable = false;
    this.era++;
    this.meanwhile = undefined;
    this.position = undefined;
    this.changed();
  }

  event(e: AnyEvent): void {
    this.meanwhile?.push(e);
    if (this.position !== undefined) this.take(e, this.position);
    this.refreshIfStale();
    this.changed();
    // The event of a call from a queue does not say which.
    if (e.name === 'Delivered' && e.event.cause === 'distributed') void this.meetParties(this.era);
  }

  monitorStopped(request: { monitorCrossRefId: string }): void {
    if (request.monitorCrossRefId !== this.crossRef) return;
    this.position = undefined;
    void this.load(() => this.monitor());
    this.changed();
  }

  sessionTerminated(): void {
    // What follows is the end of the connection, which is told as such.
  }

  /** Takes in an event, the board being at a position. */
  private take(e: AnyEvent, position: Position): void {
    const { event } = e;
    // What has no place in the log is no event about calls.
    if (!('offset' in event)) return;
    switch (follows(position, event)) {
      case 'known':
        return;
      case 'gap':
        this.position = undefined;
        this.stale = true;
        return;
      case 'next':
        this.position = { epoch: event.epoch, offset: event.offset };
        if (event.monitorCrossRefId !== this.crossRef) return;
        this.hearTime(e);
        if (leavesOpen(this.board, e)) this.stale = true;
        this.board = afterEvent(this.board, e, this.number);
    }
  }

  private hearTime({ event }: AnyEvent): void {
    const told = 'time' in event ? time(event.time) : undefined;
    if (told !== undefined) this.clock.hear(told);
  }

  private refreshIfStale(): void {
    if (this.stale && this.meanwhile === undefined) void this.load(() => this.snapshot());
  }

  /** Takes a snapshot, and the events that have come since. */
  private async load(ask: () => Promise<Snapshot>): Promise<void> {
    const era = this.era;
    this.meanwhile = [];
    this.stale = false;
    let snapshot: Snapshot;
    try {
      snapshot = await ask();
    } catch (error) {
      if (era !== this.era) return;
      this.meanwhile = undefined;
      // A connection that is lost will be made again, and the snapshot with it.
      if (error instanceof Refusal) {
        this.position = undefined;
        this.trouble = error;
        this.changed();
      }
      return;
    }
    if (era !== this.era) return;
    const meanwhile = this.meanwhile;
    this.meanwhile = undefined;
    this.trouble = undefined;
    this.stale = false;
    this.position = snapshot.position;
    this.board = afterSnapshot(this.board, snapshot.calls);
    for (const e of meanwhile) {
      // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- take may have changed it
      if (this.position !== undefined) this.take(e, this.position);
    }
    this.refreshIfStale();
    this.changed();
    void this.meetParties(era);
  }

  /** Asks who is in the conferences that a snapshot only counts, and which queue has sent a call. */
  private async meetParties(era: number): Promise<void> {
    for (const call of unknownParties(this.board)) {
      try {
        const { crossRefIdorSnapshotData: told } = await this.link.invoke('SnapshotCall', {
          snapshotObject: this.connection(call),
        });
        if (era !== this.era) return;
        this.board = withParties(this.board, call.id, told.snapshotData ?? {}, this.number);
        this.changed();
      } catch {
        // The call is over, or the connection is: both are told otherwise.
      }
    }
  }

  /** Monitors the telephone, and asks for its calls in the same breath. */
  private async monitor(): Promise<Snapshot> {
    const response = await this.link.invoke('MonitorStart', {
      monitorObject: { deviceObject: this.number },
      privateData: { snapshot: true },
    });
    this.crossRef = response.monitorCrossRefId;
    return { calls: response.privateData?.snapshotData ?? {}, position: positionOf(response.privateData) };
  }

  private async snapshot(): Promise<Snapshot> {
    const response = await this.link.invoke('SnapshotDevice', { snapshotObject: this.number });
    const calls = response.crossRefIdorSnapshotData.snapshotData ?? {};
    return { calls, position: positionOf(response.privateData) };
  }
}

/** The hub puts a position into every snapshot; without one the next event is a gap, and asks for another. */
function positionOf(data: PrivateData | undefined): Position {
  return { epoch: data?.epoch ?? '', offset: data?.offset ?? 0 };
}

/** Unlike crypto.randomUUID this works on pages that come by plain HTTP, too. */
function newRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
}
