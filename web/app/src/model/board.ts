import type { SnapshotDeviceDataList } from '../gen/csta.ts';
import type { Call, EndedCall } from './call.ts';
import { type CallEvent, extendedNumber, subject } from './event.ts';
import { callAfter, callIn, time } from './read.ts';

/** The calls at my device. Values are never changed. */
export interface Board {
  /** Oldest first. */
  readonly calls: readonly Call[];
  /** Calls that have ended while this page was there, the latest first. */
  readonly ended: readonly EndedCall[];
}

export const emptyBoard: Board = { calls: [], ended: [] };

/** How many ended calls are kept. */
export const keepEnded = 5;

/** The board after an event. Device is mine. */
export function afterEvent(board: Board, e: CallEvent, device: string): Board {
  const id = subject(e).callId;
  const known = board.calls.find((call) => call.id === id);
  const call = callAfter(e, device, known);
  if (call.local !== 'null') {
    const calls = known
      ? board.calls.map((other) => (other === known ? call : other))
      : [...board.calls, call];
    return { ...board, calls };
  }
  const end: EndedCall = {
    // An event that tells nothing but the end does not undo what was known.
    call: known ?? call,
    at: time(e.event.time),
    cause: e.event.cause,
    by:
      e.name !== 'ConnectionCleared'
        ? undefined
        : extendedNumber(e.event.releasingDevice) === device
          ? 'me'
          : 'other',
  };
  return { calls: board.calls.filter((other) => other !== known), ended: keep([end, ...board.ended]) };
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
    .map((call): EndedCall => ({ call, at: undefined, cause: undefined, by: undefined }));
  return { calls, ended: keep([...gone, ...board.ended]) };
}

function keep(ended: readonly EndedCall[]): readonly EndedCall[] {
  return ended.slice(0, keepEnded);
}
