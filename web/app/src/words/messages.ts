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

type Describe = { [N in keyof Events]?: (event: Events[N]) => string };

const describe = {
  ServiceInitiated: (e) => `${at(e.initiatingDevice)} is about to call ${at(e.calledDevice)}`,
  Originated: (e) => `${at(e.callingDevice)} calls ${at(e.calledDevice)}`,
  NetworkReached: (e) => `The call to ${at(e.calledDevice)} leaves by trunk ${at(e.networkInterfaceUsed)}`,
  Delivered: (e) => `${at(e.alertingDevice)} rings, called by ${at(e.callingDevice)}`,
  Established: (e) => `${at(e.answeringDevice)} answers ${at(e.callingDevice)}`,
  Held: (e) => `${at(e.holdingDevice)} puts the call on hold`,
  Retrieved: (e) => `${at(e.retrievingDevice)} takes the call up again`,
  Failed: (e) => `${at(e.failingDevice)} cannot be reached: ${causeWords(e.cause)}`,
  ConnectionCleared: (e) =>
    `${numberOf(e.droppedConnection.deviceId)} leaves the call: ${causeWords(e.cause)}`,
  Offered: (e) => `${at(e.offeredDevice)} is offered a call from ${at(e.callingDevice)}`,
  Queued: (e) => `The call waits at ${at(e.queue)}`,
  Diverted: (e) => `${at(e.divertingDevice)} sends the call to ${at(e.newDestination)}`,
  Transfered: (e) => `${at(e.transferringDevice)} transfers the call to ${at(e.transferredToDevice)}`,
  Conferenced: (e) => `${at(e.conferencingDevice)} takes ${at(e.addedParty)} into the call`,
  DigitsGenerated: (e) => `${numberOf(e.connection.deviceId)} sends ${e.digitGeneratedList}`,
} satisfies Describe;

/** What a message says, in a few words; '' for one that is not known. */
export function messageWords({ name, message }: LogEntry): string {
  if (isEvent(name)) return (describe[name] as (event: unknown) => string)(message);
  switch (name) {
    case 'MonitorStop':
      return 'The server has stopped the monitor';
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
  return number === '' ? 'an unknown number' : number;
}

function terminatedWords({ sessionTermReason: why }: ApplicationSessionTerminated): string {
  return `The server has ended the session: ${why.serverTermReason ?? definedWords(why.definedTermReason)}`;
}

function definedWords(reason: DefinedTermReason | undefined): string {
  switch (reason) {
    case 'sessionTimerExpired':
      return 'its time was over';
    case 'resourceLimitation':
      return 'it is at its limit';
    case undefined:
      return 'no reason given';
  }
}
