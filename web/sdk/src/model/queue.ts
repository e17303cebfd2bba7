import type { AgentState, QueueStatisticsEvent } from '../gen/csta.ts';
import { Refusal } from '../errors.ts';
import type { Sync } from './device.ts';
import { type AnyEvent, extendedNumber } from './event.ts';
import type { Link, LinkListener } from './link.ts';
import { Observable } from './observable.ts';
import { type Position, follows } from './order.ts';
import { time } from './read.ts';

/** An agent of a queue. */
export interface QueueAgent {
  /** The telephone that he works at. */
  readonly number: string;
  readonly state: AgentState;
  /** Why he is not ready, in words; undefined where he is, or has not said. */
  readonly reason: string | undefined;
}

/** How a queue does. The counts are those since the server began to count. Values are never changed. */
export interface QueueFigures {
  /** Calls that wait now. */
  readonly waiting: number;
  /** Since when the call waits that has waited longest, in milliseconds of the server's clock. */
  readonly waitingSince: number | undefined;
  /** Calls with an agent now. */
  readonly talking: number;
  readonly answered: number;
  /** Calls whose caller hung up before anybody answered. */
  readonly abandoned: number;
  /** Calls that were sent elsewhere, since they waited too long or nobody was there. */
  readonly overflowed: number;
  /** Calls answered within goal. */
  readonly answeredInTime: number;
  /** How many seconds calls should wait at most; 0 where nobody has said. */
  readonly goal: number;
  /** In how many seconds who calls now is likely to be answered; undefined where nobody knows. */
  readonly expectedWait: number | undefined;
  readonly agents: readonly QueueAgent[];
}

/** The share of the calls answered in time, from 0 to 1, of all that were answered or given up; undefined before any. */
export function serviceLevel({ answeredInTime, answered, abandoned }: QueueFigures): number | undefined {
  const all = answered + abandoned;
  return all === 0 ? undefined : answeredInTime / all;
}

/** The figures as an event tells them. */
export function figuresIn(event: QueueStatisticsEvent): QueueFigures {
  const waiting = event.waitingCalls ?? 0;
  const told = time(event.time);
  return {
    waiting,
    waitingSince: waiting === 0 || told === undefined ? undefined : told - (event.maxCurrentWait ?? 0) * 1000,
    talking: event.servicingCalls ?? 0,
    answered: event.totalAnsweredCalls ?? 0,
    abandoned: event.totalMissedCalls ?? 0,
    overflowed: event.totalOverflowed ?? 0,
    answeredInTime: event.totalAnsweredInTime ?? 0,
    goal: event.serviceLevel ?? 0,
    expectedWait: event.expectedWait,
    agents: (event.agentList?.agentListItem ?? []).map((item) => ({
      number: extendedNumber(item.device),
      state: item.agentState ?? 'agentNull',
      reason: item.reasonLabel ?? item.reason,
    })),
  };
}

/**
 * A queue that is monitored. The server tells its figures soon after it is asked to watch it, and after each
 * change, a second later at most.
 */
export class Queue extends Observable implements LinkListener {
  /** What the queue is called, where the server says. */
  name: string | undefined;
  /** What the server said last; what it is worth is said by sync. */
  figures: QueueFigures | undefined;
  /** Why the queue cannot be monitored, such as that the user may not. */
  trouble: Refusal | undefined;

  private readonly detach: () => void;
  private reachable = false;
  /** Counts the monitors that were asked for; answers of earlier ones are of no interest. */
  private era = 0;
  private crossRef: string | undefined;
  private position: Position | undefined;
  /** The figures are those of this monitor. */
  private told = false;

  constructor(
    private readonly link: Link,
    readonly number: string,
    private readonly closed: () => void = () => undefined,
  ) {
    super();
    this.detach = link.attach(this);
  }

  get sync(): Sync {
    if (!this.reachable) return 'away';
    return this.told ? 'current' : 'asking';
  }

  /** Ends the use of the queue: it is not monitored any more. */
  close(): void {
    const { crossRef, reachable } = this;
    this.closed();
    this.detach();
    this.disconnected();
    if (crossRef === undefined || !reachable) return;
    this.link.invoke('MonitorStop', { monitorCrossRefId: crossRef }).catch(() => undefined);
  }

  connected(): void {
    this.reachable = true;
    void this.monitor();
  }

  disconnected(): void {
    this.era++;
    this.reachable = false;
    this.told = false;
    this.crossRef = undefined;
    this.position = undefined;
    this.changed();
  }

  event(e: AnyEvent): void {
    const { event } = e;
    if (!('offset' in event) || this.position === undefined) return;
    switch (follows(this.position, event)) {
      case 'known':
        return;
      case 'gap':
        // What is missing may have been the last that there is to tell.
        void this.monitorAgain();
        return;
      case 'next':
        this.position = { epoch: event.epoch, offset: event.offset };
    }
    if (e.name !== 'QueueStatistics' || event.monitorCrossRefId !== this.crossRef) return;
    this.figures = figuresIn(e.event);
    this.told = true;
    this.changed();
  }

  monitorStopped(request: { monitorCrossRefId: string }): void {
    if (request.monitorCrossRefId === this.crossRef) void this.monitor();
  }

  sessionTerminated(): void {
    // What follows is the end of the connection, which is told as such.
  }

  private async monitorAgain(): Promise<void> {
    const { crossRef } = this;
    this.position = undefined;
    this.crossRef = undefined;
    if (crossRef !== undefined) {
      await this.link.invoke('MonitorStop', { monitorCrossRefId: crossRef }).catch(() => undefined);
    }
    if (this.reachable) await this.monitor();
  }

  private async monitor(): Promise<void> {
    const era = ++this.era;
    this.told = false;
    this.changed();
    try {
      const started = await this.link.invoke('MonitorStart', {
        monitorObject: { deviceObject: this.number },
        privateData: { snapshot: true },
      });
      if (era !== this.era) return;
      this.trouble = undefined;
      this.crossRef = started.monitorCrossRefId;
      const { epoch = '', offset = 0 } = started.privateData ?? {};
      this.position = { epoch, offset };
      const { queueDevice } = await this.link.invoke('GetQueue', { device: this.number });
      if (era === this.era) this.name = queueDevice.deviceDescription;
    } catch (error) {
      // A connection that is lost will be made again, and the monitor with it.
      if (era === this.era && error instanceof Refusal) this.trouble = error;
    }
    this.changed();
  }
}
