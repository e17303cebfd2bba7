import type { EventCause } from '@cstahub/client';

const words: Partial<Record<EventCause, string>> = {
  blocked: 'refused',
  busy: 'busy',
  callCancelled: 'rejected',
  callNotAnswered: 'no answer',
  destNotObtainable: 'no such number',
  destOutOfOrder: 'the phone is out of order',
  doNotDisturb: 'does not want to be disturbed',
  durationExceeded: 'the call lasted too long',
  incompatibleDestination: 'the phone cannot take this call',
  invalidNumberFormat: 'not a valid number',
  maintenance: 'out of service',
  networkCongestion: 'the network is congested',
  networkNotObtainable: 'the network cannot be reached',
  networkOutOfOrder: 'the network is out of order',
  normal: 'ended',
  normalClearing: 'hung up',
  numberChanged: 'the number has changed',
  numberUnallocated: 'no such number',
  reorderTone: 'the call could not be put through',
  resourcesNotAvailable: 'the system is at its limit',
  switchingFunctionTerminated: 'ended by the system',
  timeout: 'took too long',
  trunksBusy: 'all lines are busy',
};

/** Why something happened to a call, in plain words that fit behind a colon. */
export function causeWords(cause: EventCause): string {
  return words[cause] ?? spelledOut(cause);
}

/** "queueTimeOverflow" as "queue time overflow", "aCDBusy" as "ACD busy": better than nothing for a rare cause. */
function spelledOut(cause: string): string {
  const words = sentence(cause).match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? [cause];
  return words.map((word) => (/^[A-Z]{2}/.test(word) ? word : word.toLowerCase())).join(' ');
}

/** The text with its first letter in upper case. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
