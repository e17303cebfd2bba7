import type { EventCause } from '../../gen/csta.ts';

/** What <csta-call> says, in English. A language is one file like this one; see words.ts. */
export const en = {
  call: (who: string) => `Call ${who}`,
  hangUp: (who: string) => `Hang up ${who}`,
  unavailable: 'Calling is not possible now',
  noNumber: 'There is no number to call',
  noDevice: 'There is no telephone to call from',
  notConnected: (why: string) => (why === '' ? 'Not connected to the server' : `No connection: ${why}`),
  unauthorized: 'Not logged in: the login is wrong, or has ended',
  refusedByServer: (why: string) => `The server refuses the connection: ${why}`,
  trouble: (device: string, why: string) => `Telephone ${device} cannot be used: ${why}`,
  calling: 'Calling',
  pickUp: 'Pick up your phone',
  ringing: 'Ringing',
  connected: 'Connected',
  held: 'On hold',
  ended: 'Ended',
  failed: (why: string) => (why === '' ? 'Not connected' : `Not connected: ${why}`),
  refused: (why: string) => (why === '' ? 'The call was refused' : `Refused: ${why}`),
  noAnswer: 'The server did not answer',
  causes: {
    blocked: 'refused',
    busy: 'busy',
    callCancelled: 'rejected',
    callNotAnswered: 'no answer',
    destNotObtainable: 'no such number',
    destOutOfOrder: 'out of order',
    doNotDisturb: 'does not want to be disturbed',
    invalidNumberFormat: 'not a valid number',
    numberUnallocated: 'no such number',
    trunksBusy: 'all lines are busy',
  } as Partial<Record<EventCause, string>>,
};

export type Words = typeof en;
