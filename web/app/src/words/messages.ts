// A line about each message from the server.
import {
  type ApplicationSessionTerminated,
  type DefinedTermReason,
  type Events,
  type ExtendedDeviceID,
  extendedNumber,
  numberOf,
} from '@cstahub/client';

import type { LogEntry } from '../model/log.ts';
import { causeWords } from './causes.ts';
import { t } from './language.ts';

type Describe = { [N in keyof Events]?: (event: Events[N]) => string };

const describe = {
  ServiceInitiated: (e) => t().events.aboutToCall(at(e.initiatingDevice), at(e.calledDevice)),
  Originated: (e) => t().events.calls(at(e.callingDevice), at(e.calledDevice)),
  NetworkReached: (e) => t().events.leavesByTrunk(at(e.calledDevice), at(e.networkInterfaceUsed)),
  Delivered: (e) => t().events.rings(at(e.alertingDevice), at(e.callingDevice)),
  Established: (e) => t().events.answers(at(e.answeringDevice), at(e.callingDevice)),
  Held: (e) => t().events.holds(at(e.holdingDevice)),
  Retrieved: (e) => t().events.retrieves(at(e.retrievingDevice)),
  Failed: (e) => t().events.fails(at(e.failingDevice), causeWords(e.cause)),
  ConnectionCleared: (e) => t().events.leaves(numberOf(e.droppedConnection.deviceId), causeWords(e.cause)),
  Offered: (e) => t().events.offered(at(e.offeredDevice), at(e.callingDevice)),
  Queued: (e) => t().events.waits(at(e.queue)),
  Diverted: (e) => t().events.sendsOn(at(e.divertingDevice), at(e.newDestination)),
  Transfered: (e) => t().events.transfers(at(e.transferringDevice), at(e.transferredToDevice)),
  Conferenced: (e) => t().events.takesIn(at(e.conferencingDevice), at(e.addedParty)),
  DigitsGenerated: (e) => t().events.sendsDigits(numberOf(e.connection.deviceId), e.digitGeneratedList),
  DoNotDisturb: (e) => t().events.disturb(at(e.device), e.doNotDisturbOn),
  Forwarding: (e) =>
    e.forwardStatus
      ? t().events.forwards(at(e.device), numberOf(e.forwardTo))
      : t().events.forwardsNoMore(at(e.device)),
  AgentLoggedOn: (e) => t().events.agent(at(e.agentDevice), t().events.loggedOn),
  AgentLoggedOff: (e) => t().events.agent(at(e.agentDevice), t().agents.agentNull),
  AgentReady: (e) => t().events.agent(at(e.agentDevice), t().agents.agentReady),
  AgentNotReady: (e) => t().events.agent(at(e.agentDevice), t().agents.agentNotReady),
  AgentBusy: (e) => t().events.agent(at(e.agentDevice), t().agents.agentBusy),
  AgentWorkingAfterCall: (e) => t().events.agent(at(e.agentDevice), t().agents.agentWorkingAfterCall),
} satisfies Describe;

/** What a message says, in a few words; '' for one that is not known. */
export function messageWords({ name, message }: LogEntry): string {
  if (isEvent(name)) return (describe[name] as (event: unknown) => string)(message);
  switch (name) {
    case 'MonitorStop':
      return t().events.monitorStopped;
    case 'ApplicationSessionTerminated':
      return terminatedWords(message as ApplicationSessionTerminated);
    default:
      return '';
  }
}

function isEvent(name: string): name is keyof typeof describe {
  return Object.hasOwn(describe, name);
}

function at(device: ExtendedDeviceID | undefined): string {
  const number = extendedNumber(device);
  return number === '' ? t().events.unknown : number;
}

function terminatedWords({ sessionTermReason: why }: ApplicationSessionTerminated): string {
  return t().events.sessionEnded(why.serverTermReason ?? definedWords(why.definedTermReason));
}

function definedWords(reason: DefinedTermReason | undefined): string {
  switch (reason) {
    case 'sessionTimerExpired':
      return t().events.timeOver;
    case 'resourceLimitation':
      return t().events.atLimit;
    case undefined:
      return t().events.noReason;
  }
}
