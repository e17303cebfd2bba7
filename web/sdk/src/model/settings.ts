// What a telephone is set to, and how events change that.
import type {
  AgentState,
  ForwardListItem,
  ForwardingType,
  GetAgentStateResponse,
  PrivateData,
  QueueMember,
} from '../gen/csta.ts';
import { type AnyEvent, extendedNumber, numberOf } from './event.ts';

/** Where calls of one kind go instead. */
export interface Forwarding {
  readonly type: ForwardingType;
  readonly on: boolean;
  /** Undefined where nobody has said yet where to. */
  readonly to: string | undefined;
  /** How long it rings before, in seconds; undefined where that does not matter. */
  readonly seconds: number | undefined;
}

/** Why an agent is not ready. */
export interface AgentReason {
  /** What setAgentState takes: one of the tenant's list, or what the agent has said himself. */
  readonly code: string;
  /** The words for it, which are the code where the tenant has none. */
  readonly label: string;
}

/** Whoever works at the telephone, as an agent. */
export interface Agent {
  /** AgentNull is one who is not logged on. */
  readonly state: AgentState;
  /** The state that begins when the call is over. */
  readonly pending: AgentState | undefined;
  /** Why he is not ready, or will not be when the call is over; undefined where he has not said. */
  readonly reason: AgentReason | undefined;
}

/** A queue whose calls the telephone may take. */
export interface Membership {
  readonly queue: string;
  readonly name: string | undefined;
  /** Whether it does. */
  readonly active: boolean;
}

/** What a telephone is set to; undefined is what the server does not offer. Values are never changed. */
export interface Settings {
  readonly doNotDisturb: boolean | undefined;
  readonly forwardings: readonly Forwarding[] | undefined;
  readonly agent: Agent | undefined;
  readonly memberships: readonly Membership[];
}

export const noSettings: Settings = {
  doNotDisturb: undefined,
  forwardings: undefined,
  agent: undefined,
  memberships: [],
};

/** In place of a number this word stands for the busy tone: nothing is forwarded. */
const nowhere = 'busy';

const agentStates = {
  AgentLoggedOn: 'agentNotReady',
  AgentLoggedOff: 'agentNull',
  AgentReady: 'agentReady',
  AgentNotReady: 'agentNotReady',
  AgentBusy: 'agentBusy',
  AgentWorkingAfterCall: 'agentWorkingAfterCall',
} as const satisfies Partial<Record<AnyEvent['name'], AgentState>>;

type AgentEvent = Extract<AnyEvent, { name: keyof typeof agentStates }>;
type SettingEvent = Extract<AnyEvent, { name: 'DoNotDisturb' | 'Forwarding' }> | AgentEvent;
type MemberEvent = Extract<AnyEvent, { name: 'QueueMember' }>;

/** Whether an event tells of the settings of a device. */
export function isSetting(e: AnyEvent, device: string): e is SettingEvent {
  if (e.name === 'DoNotDisturb' || e.name === 'Forwarding') return extendedNumber(e.event.device) === device;
  return isAgentEvent(e) && extendedNumber(e.event.agentDevice) === device;
}

/** Whether an event tells that somebody has logged on or off, which may be from a queue, too. */
export function isLogOnOrOff(e: AnyEvent): boolean {
  return e.name === 'AgentLoggedOn' || e.name === 'AgentLoggedOff';
}

/** The settings after an event that tells of them. */
export function settingsAfter(settings: Settings, e: SettingEvent): Settings {
  switch (e.name) {
    case 'DoNotDisturb':
      return { ...settings, doNotDisturb: e.event.doNotDisturbOn };
    case 'Forwarding': {
      const { forwardingType: type = 'forwardImmediate', forwardStatus, forwardTo, ringDuration } = e.event;
      const before = settings.forwardings ?? [];
      const known = before.find((other) => other.type === type);
      const told: Forwarding = {
        type,
        on: forwardStatus,
        // One that is turned off keeps its place for the next time.
        to: forwardTo === undefined ? known?.to : numberOf(forwardTo),
        seconds: ringDuration ?? known?.seconds,
      };
      return { ...settings, forwardings: [...before.filter((other) => other !== known), told] };
    }
    default: {
      const pending = e.name === 'AgentBusy' ? e.event.pendingAgentState : undefined;
      const reason = reasonIn(e.event.privateData);
      return { ...settings, agent: { state: agentStates[e.name], pending, reason } };
    }
  }
}

/** The member that an event tells of, where it is a device. */
export function memberIn(e: MemberEvent, device: string): QueueMember | undefined {
  return e.event.memberList.memberListItem.find((member) => numberOf(member.agentDN) === device);
}

/**
 * The memberships after an event that tells of one; undefined where the event does not say enough, such as what a
 * queue is called that the device has come to.
 */
export function membershipsAfter(
  memberships: readonly Membership[],
  queue: string | undefined,
  { active, removed }: QueueMember,
): readonly Membership[] | undefined {
  if (!memberships.some((known) => known.queue === queue)) return undefined;
  if (removed === true) return memberships.filter((known) => known.queue !== queue);
  return memberships.map((known) => (known.queue === queue ? { ...known, active } : known));
}

function reasonIn(data: PrivateData | undefined): AgentReason | undefined {
  return data?.reason === undefined
    ? undefined
    : { code: data.reason, label: data.reasonLabel ?? data.reason };
}

/** A forwarding as GetForwarding lists it. */
export function forwardingIn({
  forwardingType: type = 'forwardImmediate',
  forwardStatus,
  forwardDN,
  ringDuration,
}: ForwardListItem): Forwarding {
  const to = numberOf(forwardDN);
  const away = to !== '' && to !== nowhere;
  return {
    type,
    on: forwardStatus && away,
    to: away ? to : undefined,
    seconds: away ? ringDuration : undefined,
  };
}

/** The agent as GetAgentState tells of him, and the queues that he belongs to. */
export function agentIn({
  agentStateList: { agentStateEntry: entries },
  privateData,
}: GetAgentStateResponse): {
  agent: Agent;
  queues: string[];
} {
  const infos = entries.flatMap((entry) => entry.agentInfo?.agentInfoItem ?? []);
  return {
    agent: {
      state: infos[0]?.agentState ?? 'agentNull',
      pending: infos[0]?.pendingAgentState,
      reason: reasonIn(privateData),
    },
    queues: infos.map((info) => numberOf(info.acdGroup)).filter((queue) => queue !== ''),
  };
}

function isAgentEvent(e: AnyEvent): e is AgentEvent {
  return Object.hasOwn(agentStates, e.name);
}
