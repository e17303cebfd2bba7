import type { SnapshotCallDataList, SnapshotDeviceDataList } from '../gen/csta.ts';
import type { Call, EndedCall } from './call.ts';
import {
  type AnyEvent,
  type Merger,
  type Step,
  extendedNumber,
  isMerger,
  isStep,
  numberOf,
  subject,
} from './event.ts';
import { callAfter, callIn, callMerged, time } from './read.ts';

/** The calls at a device. Values are never changed. */
export interface Board {
  /** Oldest first. */
  readonly calls: readonly Call[];
  /** Calls that have ended while somebody watched, the latest first. */
  readonly ended: readonly EndedCall[];
}

export const emptyBoard: Board = { calls: [], ended: [] };

/** How many ended calls are kept. */
export const keepEnded = 5;

/** The board after an event at the device; one that changes no call leaves it as it is. */
export function afterEvent(board: Board, e: AnyEvent, device: string): Board {
  if (isStep(e)) return afterStep(board, e, device);
  if (isMerger(e)) return afterMerger(board, e, device);
  return board;
}

/**
 * Whether an event leaves something open that only a snapshot tells: who else is in a call, and what is
 * permitted on the calls that it is not about.
 */
export function leavesOpen(board: Board, e: AnyEvent): boolean {
  if (isMerger(e) || e.name === 'Diverted' || e.name === 'Bridged' || e.name === 'CallInformation')
    return true;
  return isStep(e) && board.calls.some((call) => call.id !== subject(e).callId || call.size > 2);
}

function afterStep(board: Board, e: Step, device: string): Board {
  const id = subject(e).callId;
  const known = board.calls.find((call) => call.id === id);
  const call = callAfter(e, device, known);
  if (call.local !== 'null') {
    const calls = known
      ? board.calls.map((other) => (other === known ? call : other))
      : [...board.calls, call];
    return { ...board, calls };
  }
  // An event that tells nothing but the end does not undo what was known.
  const end: EndedCall = {
    call: known ?? call,
    at: time(e.event.time),
    cause: e.event.cause,
    by: leaver(e, device),
    to: e.name === 'Diverted' ? extendedNumber(e.event.newDestination) : undefined,
  };
  return { calls: board.calls.filter((other) => other !== known), ended: keep([end, ...board.ended]) };
}

/** Whose doing it was that the device left a call. */
function leaver(e: Step, device: string): EndedCall['by'] {
  switch (e.name) {
    case 'ConnectionCleared':
      return extendedNumber(e.event.releasingDevice) === device ? 'me' : 'other';
    case 'Diverted':
      // Another one takes a call that rings here; what else sends it away is the device's own doing.
      return e.event.cause === 'callPickup' ? 'other' : 'me';
    default:
      return undefined;
  }
}

function afterMerger(board: Board, e: Merger, device: string): Board {
  const old = [e.event.primaryOldCall.callId, e.event.secondaryOldCall?.callId];
  const known = old.flatMap((id) => board.calls.filter((call) => call.id === id));
  const rest = board.calls.filter((call) => !known.includes(call));
  if (e.event.localConnectionInfo === 'null') {
    const by =
      e.name === 'Transfered' && extendedNumber(e.event.transferringDevice) === device ? 'me' : 'other';
    const to = e.name === 'Transfered' ? extendedNumber(e.event.transferredToDevice) : undefined;
    // The call that only asked whether the other one may come is no call that anybody looks for afterwards.
    const ended = known
      .slice(0, 1)
      .map((call): EndedCall => ({ call, at: time(e.event.time), cause: e.event.cause, by, to }));
    return { calls: rest, ended: keep([...ended, ...board.ended]) };
  }
  const first = known[0];
  const merged = callMerged(e, device, known);
  if (first === undefined) return { ...board, calls: [...board.calls, merged] };
  const calls = board.calls.flatMap((call) =>
    call === first ? [merged] : known.includes(call) ? [] : [call],
  );
  return { ...board, calls };
}

/** The board as a snapshot says it is. A call that it does not list is over, however that came about. */
export function afterSnapshot(board: Board, snapshot: SnapshotDeviceDataList): Board {
  const calls = (snapshot.snapshotDeviceResponseInfo ?? []).map((info) => {
    const id = info.connectionIdentifier.callId;
    return callIn(
      info,
      board.calls.find((call) => call.id === id),
    );
  });
  const gone = board.calls
    .filter((call) => !calls.some((other) => other.id === call.id))
    .map((call): EndedCall => ({ call, at: undefined, cause: undefined, by: undefined, to: undefined }));
  return { calls, ended: keep([...gone, ...board.ended]) };
}

/** The calls of which nobody has told yet who is in them, or from which queue they come. */
export function unknownParties(board: Board): Call[] {
  return board.calls.filter(
    (call) => call.queue === '' || (call.size > 2 && call.conference.length !== call.size - 1),
  );
}

/** The board when SnapshotCall has told who is in a call. */
export function withParties(
  board: Board,
  id: string,
  { snapshotCallResponseInfo = [] }: SnapshotCallDataList,
  device: string,
): Board {
  const names = new Map(
    board.calls.flatMap((call) => [call, ...call.conference]).map((party) => [party.number, party.name]),
  );
  const queued = snapshotCallResponseInfo.find((info) => info.localConnectionInfo === 'queued');
  const parties = snapshotCallResponseInfo
    .filter((info) => info !== queued)
    .map((info) => ({
      number: extendedNumber(info.deviceOnCall) || numberOf(info.callIdentifier?.deviceId),
      state: info.localConnectionInfo,
    }))
    .filter(({ number }) => number !== device)
    .map(({ number, state }) => ({ number, name: names.get(number), state }));
  const told = (call: Call): Call => {
    if (call.id !== id) return call;
    const from = queued === undefined ? '' : extendedNumber(queued.deviceOnCall);
    const queue = call.queue === '' ? from || undefined : call.queue;
    return call.size > 2
      ? { ...call, queue, size: parties.length + 1, conference: parties }
      : { ...call, queue };
  };
  return { ...board, calls: board.calls.map(told) };
}

function keep(ended: readonly EndedCall[]): readonly EndedCall[] {
  return ended.slice(0, keepEnded);
}
