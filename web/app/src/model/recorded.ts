// A call as the server has recorded it, seen from one of the devices that took part.
import type { CallRecord, EndedCall, EventCause, RecordedParty } from '@cstahub/client';

/** What a call ends by that goes on as a part of another one, which has a record of its own. */
const merged: readonly EventCause[] = ['transfer', 'conference', 'intrude'];

/** What a device leaves a call by that goes on elsewhere. */
const sentOn: readonly EventCause[] = ['transfer', 'singleStepTransfer', 'park', 'redirected', 'callPickup'];

/**
 * What became of a call at a device; undefined where it took no part, and where the call went into another one.
 * Who hung up is not recorded.
 */
export function endedAt(record: CallRecord, device: string): EndedCall | undefined {
  const turns = record.parties.filter((party) => party.device === device);
  const [first, last] = [turns[0], turns.at(-1)];
  if (first === undefined || last === undefined || merged.includes(record.cause)) return undefined;
  const direction = record.calling === device ? 'outgoing' : 'incoming';
  const answered = turns.find((turn) => turn.answered !== undefined)?.answered;
  // When a call ended that the server did not outlive, nobody knows.
  const at = record.interrupted === true ? undefined : Date.parse(last.left);
  const failed = direction === 'outgoing' && record.answered === undefined;
  return {
    call: {
      id: record.callId,
      direction,
      number: otherNumber(record, direction, first),
      name: undefined,
      called: record.called,
      queue: undefined,
      local: 'null',
      remote: undefined,
      size: 2,
      conference: [],
      started: Date.parse(first.joined),
      answered: answered === undefined ? undefined : Math.max(Date.parse(answered), Date.parse(first.joined)),
      failure: failed && record.cause !== 'normalClearing' ? record.cause : undefined,
      permitted: [],
    },
    at,
    cause: failed ? record.cause : last.cause,
    by: whoseDoing(last, answered !== undefined, direction),
    to: sentOn.includes(last.cause) ? cameAfter(record, last) : undefined,
  };
}

/** Who was at the other end: of a call that one was taken into, whoever was there then. */
function otherNumber(record: CallRecord, direction: 'incoming' | 'outgoing', me: RecordedParty): string {
  if (direction === 'outgoing') return record.called;
  const isThere = (party: RecordedParty) =>
    party.device !== me.device && Date.parse(party.left) > Date.parse(me.joined);
  const caller = record.parties.find((party) => party.device === record.calling);
  if (caller === undefined || isThere(caller)) return record.calling;
  return record.parties.find(isThere)?.device ?? record.calling;
}

function whoseDoing(me: RecordedParty, answered: boolean, direction: string): EndedCall['by'] {
  if (me.cause === 'callPickup') return 'other';
  if (sentOn.includes(me.cause)) return 'me';
  if (answered) return undefined;
  // One who refuses a call cancels it; a caller who gives up clears it as usual.
  if (direction === 'incoming') return me.cause === 'callCancelled' ? 'me' : undefined;
  return me.cause === 'normalClearing' ? 'me' : undefined;
}

/** The device that took one's place. */
function cameAfter(record: CallRecord, me: RecordedParty): string | undefined {
  const left = Date.parse(me.left);
  return record.parties.find((party) => party.device !== me.device && Date.parse(party.joined) >= left)
    ?.device;
}
