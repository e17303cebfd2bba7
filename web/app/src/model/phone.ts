import type {
  ApplicationSessionTerminated,
  ConnectionID,
  MonitorStop,
  PrivateData,
  SnapshotDeviceDataList,
} from '../gen/csta.ts';
import { type Board, afterEvent, afterSnapshot, emptyBoard } from './board.ts';
import type { Action, Call } from './call.ts';
import type { ServerClock } from './clock.ts';
import { type CallEvent, subject } from './event.ts';
import { type Link, type LinkListener, NoAnswer, Refusal } from './link.ts';
import type { MessageLog } from './log.ts';
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
 * My telephone: its calls as the server knows them, and what can be done with them.
 *
 * The calls come from a snapshot and the events that follow it. Where the events have a gap, and after each
 * reconnection, another snapshot is taken, so that nothing is shown that is not so.
 */
export class Phone extends Observable implements LinkListener {
  board: Board = emptyBoard;
  /** Why the telephone cannot be monitored. */
  trouble: Refusal | undefined;

  private reachable = false;
  /** Counts the times the connection was made or lost; answers for an earlier time are of no interest. */
  private era = 0;
  private crossRef: string | undefined;
  /** The place of the board in the event log; undefined while the board cannot be trusted. */
  private position: Position | undefined;
  /** The events that came while a snapshot was under way; undefined while none is. */
  private meanwhile: CallEvent[] | undefined;
  /** The calls must be asked for: events are missing, or what is permitted on other calls may have changed. */
  private stale = false;
  private unanswered: { number: string; ringFirst: boolean; requestId: string } | undefined;

  constructor(
    private readonly link: Link,
    /** The telephone's number. */
    readonly device: string,
    private readonly log: MessageLog,
    private readonly clock: ServerClock,
  ) {
    super();
    link.attach(this);
  }

  /** What the board is worth. */
  get sync(): Sync {
    if (!this.reachable) return 'away';
    return this.position === undefined ? 'asking' : 'current';
  }

  /** Calls a number. With ringFirst my telephone rings first, and the call goes out when it is picked up. */
  async dial(number: string, ringFirst: boolean): Promise<void> {
    const again = this.unanswered?.number === number && this.unanswered.ringFirst === ringFirst;
    // The same request with the same id is carried out once, however often it is sent.
    const requestId = again && this.unanswered ? this.unanswered.requestId : newRequestId();
    this.unanswered = undefined;
    try {
      await this.link.invoke('MakeCall', {
        callingDevice: this.device,
        calledDirectoryNumber: number,
        autoOriginate: ringFirst ? 'prompt' : 'doNotPrompt',
        privateData: { requestId },
      });
    } catch (error) {
      if (error instanceof NoAnswer) this.unanswered = { number, ringFirst, requestId };
      throw error;
    }
  }

  /**
   * Does something with a call. What became of it is told by events. A refusal means that the call is not as it
   * was thought to be: the calls are asked for before the refusal is told.
   */
  async act(call: Call, action: Action): Promise<void> {
    try {
      await this.request(action, { callId: call.id, deviceId: this.device });
    } catch (error) {
      if (error instanceof Refusal && this.meanwhile === undefined) await this.load(() => this.snapshot());
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

  event(e: CallEvent): void {
    this.log.add(e.name, time(e.event.time) ?? this.clock.now(), e.event);
    this.meanwhile?.push(e);
    if (this.position !== undefined) this.take(e, this.position);
    this.refreshIfStale();
    this.changed();
  }

  monitorStopped(request: MonitorStop): void {
    this.log.add('MonitorStop', this.clock.now(), request);
    if (request.monitorCrossRefId !== this.crossRef) return;
    this.position = undefined;
    void this.load(() => this.monitor());
    this.changed();
  }

  sessionTerminated(request: ApplicationSessionTerminated): void {
    this.log.add('ApplicationSessionTerminated', this.clock.now(), request);
  }

  private async request(action: Action, connection: ConnectionID): Promise<void> {
    switch (action) {
      case 'answerCall':
        await this.link.invoke('AnswerCall', { callToBeAnswered: connection });
        return;
      case 'retrieveCall':
        await this.link.invoke('RetrieveCall', { callToBeRetrieved: connection });
        return;
      case 'holdCall':
        await this.link.invoke('HoldCall', { callToBeHeld: connection });
        return;
      case 'clearConnection':
        await this.link.invoke('ClearConnection', { connectionToBeCleared: connection });
    }
  }

  /** Takes in an event, the board being at a position. */
  private take(e: CallEvent, position: Position): void {
    switch (follows(position, e.event)) {
      case 'known':
        return;
      case 'gap':
        this.position = undefined;
        this.stale = true;
        return;
      case 'next':
        this.position = { epoch: e.event.epoch, offset: e.event.offset };
        if (e.event.monitorCrossRefId !== this.crossRef) return;
        this.board = afterEvent(this.board, e, this.device);
        // An event lists what is permitted on its own call. What is permitted on the others may depend on it.
        if (this.board.calls.some((call) => call.id !== subject(e).callId)) this.stale = true;
    }
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
  }

  /** Monitors the telephone, and asks for its calls in the same breath. */
  private async monitor(): Promise<Snapshot> {
    const response = await this.link.invoke('MonitorStart', {
      monitorObject: { deviceObject: this.device },
      privateData: { snapshot: true },
    });
    this.crossRef = response.monitorCrossRefId;
    this.log.add('MonitorStartResponse', this.clock.now(), response);
    return { calls: response.privateData?.snapshotData ?? {}, position: positionOf(response.privateData) };
  }

  private async snapshot(): Promise<Snapshot> {
    const response = await this.link.invoke('SnapshotDevice', { snapshotObject: this.device });
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
