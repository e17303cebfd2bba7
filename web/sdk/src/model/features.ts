import type { ReqAgentState } from '../gen/csta.ts';
import { Refusal } from '../errors.ts';
import type { Device } from './device.ts';
import { type AnyEvent, numberOf } from './event.ts';
import type { Link, LinkListener } from './link.ts';
import { Observable } from './observable.ts';
import {
  type Forwarding,
  type Membership,
  type Settings,
  agentIn,
  forwardingIn,
  isLogOnOrOff,
  isSetting,
  memberIn,
  membershipsAfter,
  noSettings,
  settingsAfter,
} from './settings.ts';

/**
 * What a telephone is set to: do not disturb, forwarding, the agent's state and the queues whose calls it takes.
 *
 * The settings are asked for whenever the calls of the device have become current, and follow its events, those
 * included that tell what others have changed.
 */
export class Features extends Observable implements LinkListener {
  settings: Settings = noSettings;

  private readonly detach: () => void;
  private readonly unsubscribe: () => void;
  /** The settings are what the server said last. */
  private known = false;
  /** What was asked for last; answers to what was asked before are of no interest. */
  private asked = 0;
  private asking = false;
  private wasCurrent = false;

  constructor(
    private readonly link: Link,
    readonly device: Device,
    private readonly closed: () => void = () => undefined,
  ) {
    super();
    this.detach = link.attach(this);
    this.unsubscribe = device.subscribe(() => {
      this.follow();
    });
    this.follow();
  }

  /** Whether the settings are as the server last said. */
  get current(): boolean {
    return this.known && this.device.sync === 'current';
  }

  /** Ends the use of the settings. The device goes on. */
  close(): void {
    this.asked++;
    this.closed();
    this.detach();
    this.unsubscribe();
  }

  /** Refuses calls, or does not any more (SetDoNotDisturb). */
  async setDoNotDisturb(doNotDisturbOn: boolean): Promise<void> {
    await this.link.invoke('SetDoNotDisturb', { device: this.device.number, doNotDisturbOn });
  }

  /** Sends calls of one kind elsewhere, or does not any more (SetForwarding). */
  async setForwarding({ type, on, to, seconds }: Forwarding): Promise<void> {
    await this.link.invoke('SetForwarding', {
      device: this.device.number,
      forwardingType: type,
      activateForward: on,
      ...(on && { forwardDN: to ?? '' }),
      ...(on && seconds !== undefined && { ringDuration: seconds }),
    });
  }

  /**
   * Logs the agent on or off, or changes his state (SetAgentState); in a call, when that is over. A reason goes with
   * notReady: the code of one of the tenant's list, see reasons, or any text where that is empty.
   */
  async setAgentState(
    requestedAgentState: ReqAgentState,
    { reason }: { reason?: string | undefined } = {},
  ): Promise<void> {
    const before = this.settings.agent;
    const { pendingAgentState: pending } = await this.link.invoke('SetAgentState', {
      device: this.device.number,
      requestedAgentState,
      ...(reason !== undefined && { privateData: { reason } }),
    });
    const { agent } = this.settings;
    // Where the event has come before the answer, it has said more.
    if (pending === undefined || agent === undefined || agent !== before) return;
    const given = reason === undefined ? undefined : { code: reason, label: reason };
    this.settings = { ...this.settings, agent: { ...agent, pending, reason: given } };
    this.changed();
  }

  /** Takes the calls of a queue, or does not any more (SetQueueMember). */
  async setMember(queue: string, active: boolean): Promise<void> {
    await this.link.invoke('SetQueueMember', {
      device: queue,
      agentDN: this.device.number,
      activateAgent: active,
    });
    const told = (m: Membership): Membership => (m.queue === queue ? { ...m, active } : m);
    this.settings = { ...this.settings, memberships: this.settings.memberships.map(told) };
    this.changed();
  }

  /** Asks for the settings. */
  async refresh(): Promise<void> {
    const turn = ++this.asked;
    this.asking = true;
    try {
      const settings = await this.ask();
      if (turn !== this.asked) return;
      this.settings = settings;
      this.known = true;
    } catch {
      // The connection is lost. It will be made again, and the settings be asked for again.
    }
    if (turn !== this.asked) return;
    this.asking = false;
    this.changed();
  }

  connected(): void {
    // The device is told, too, and says when it is monitored.
  }

  disconnected(): void {
    this.asked++;
    this.asking = false;
    this.known = false;
    this.changed();
  }

  event(e: AnyEvent): void {
    if (e.name === 'QueueMember' || e.name === 'QueueAdded' || e.name === 'QueueRemoved') {
      this.queueEvent(e);
      return;
    }
    if (!isSetting(e, this.device.number)) return;
    this.settings = settingsAfter(this.settings, e);
    this.changed();
    // What is being asked for may have been answered before the event.
    if (this.asking || isLogOnOrOff(e)) void this.refresh();
  }

  monitorStopped(): void {
    // As above.
  }

  sessionTerminated(): void {
    // As above.
  }

  /** Asks whenever the device has become current: events may have been missed before. */
  private follow(): void {
    const current = this.device.sync === 'current';
    if (current && !this.wasCurrent) void this.refresh();
    this.wasCurrent = current;
  }

  private queueEvent(e: Extract<AnyEvent, { name: 'QueueMember' | 'QueueAdded' | 'QueueRemoved' }>): void {
    if (e.name !== 'QueueMember') {
      void this.refresh();
      return;
    }
    const member = memberIn(e, this.device.number);
    if (member === undefined) return;
    const memberships = membershipsAfter(this.settings.memberships, e.event.localNumber, member);
    if (memberships === undefined || this.asking) {
      void this.refresh();
      return;
    }
    this.settings = { ...this.settings, memberships };
    this.changed();
  }

  private async ask(): Promise<Settings> {
    const request = { device: this.device.number };
    const [disturb, forwarding, state] = await Promise.all([
      offered(this.link.invoke('GetDoNotDisturb', request)),
      offered(this.link.invoke('GetForwarding', request)),
      offered(this.link.invoke('GetAgentState', request)),
    ]);
    const { agent, queues } = state === undefined ? { agent: undefined, queues: [] } : agentIn(state);
    const memberships = await Promise.all(queues.map((queue) => this.membership(queue)));
    return {
      doNotDisturb: disturb?.doNotDisturbOn,
      forwardings: forwarding?.forwardingList.forwardListItem.map(forwardingIn),
      agent,
      memberships: memberships.filter((m) => m !== undefined),
    };
  }

  private async membership(queue: string): Promise<Membership | undefined> {
    const [about, members] = await Promise.all([
      offered(this.link.invoke('GetQueue', { device: queue })),
      offered(this.link.invoke('GetQueueMember', { device: queue })),
    ]);
    const me = members?.memberList.memberListItem.find((m) => numberOf(m.agentDN) === this.device.number);
    return me && { queue, name: about?.queueDevice.deviceDescription, active: me.active };
  }
}

/** What the server answers, or undefined where it refuses: then it does not offer that here. */
async function offered<T>(request: Promise<T>): Promise<T | undefined> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
