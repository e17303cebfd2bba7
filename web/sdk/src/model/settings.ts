// What a telephone is set to, and how events change that.
import type { AgentState, ForwardListItem, ForwardingType, GetAgentStateResponse } from '../gen/csta.ts';
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

/** Whoever works at the telephone, as an agent. */
export interface Agent {
  /** AgentNull is one who is not logged on. */
  readonly state: AgentState;
  /** The state that begins when the call is over. */
  readonly pending: AgentState | undefined;
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
      return { ...settings, agent: { state: agentStates[e.name], pending } };
    }
  }
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
export function agentIn({ agentStateList: { agentStateEntry: entries } }: GetAgentStateResponse): {
  agent: Agent;
  queues: string[];
} {
  const infos = entries.flatMap((entry) => entry.agentInfo?.agentInfoItem ?? []);
  return {
    agent: { state: infos[0]?.agentState ?? 'agentNull', pending: infos[0]?.pendingAgentState },
    queues: infos.map((info) => numberOf(info.acdGroup)).filter((queue) => queue !== ''),
  };
}

function isAgentEvent(e: AnyEvent): e is AgentEvent {
  return Object.hasOwn(agentStates, e.name);
}
