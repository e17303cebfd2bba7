// A line about each message from the server.
import type {
  ApplicationSessionTerminated,
  DefinedTermReason,
  Events,
  ExtendedDeviceID,
  MonitorStartResponse,
} from '../gen/csta.ts';
import { type EventName, extendedNumber, numberOf } from '../model/event.ts';
import type { LogEntry } from '../model/log.ts';
import { causeWords } from './causes.ts';

type Describe = { [N in EventName]: (event: Events[N]) => string };

const describe: Describe = {
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
};

/** What a message says, in a few words; '' for one that is not known. */
export function messageWords({ name, message }: LogEntry): string {
  if (isEvent(name)) return (describe[name] as (event: unknown) => string)(message);
  switch (name) {
    case 'MonitorStartResponse':
      return snapshotWords(message as MonitorStartResponse);
    case 'MonitorStop':
      return 'The server has stopped the monitor';
    case 'ApplicationSessionTerminated':
      return terminatedWords(message as ApplicationSessionTerminated);
    default:
      return '';
  }
}

function isEvent(name: string): name is EventName {
  return Object.hasOwn(describe, name);
}

function at(device: ExtendedDeviceID | undefined): string {
  const number = extendedNumber(device);
  return number === '' ? 'an unknown number' : number;
}

function snapshotWords(response: MonitorStartResponse): string {
  const calls = response.privateData?.snapshotData?.snapshotDeviceResponseInfo?.length ?? 0;
  return `Watching the phone, which has ${calls === 0 ? 'no calls' : calls === 1 ? 'one call' : `${calls} calls`}`;
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
