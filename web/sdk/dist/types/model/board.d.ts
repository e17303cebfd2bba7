import type { SnapshotCallDataList, SnapshotDeviceDataList } from '../gen/csta.ts';
import type { Call, EndedCall } from './call.ts';
import { type AnyEvent } from './event.ts';
/** The calls at a device. Values are never changed. */
export interface Board {
    /** Oldest first. */
    readonly calls: readonly Call[];
    /** Calls that have ended while somebody watched, the latest first. */
    readonly ended: readonly EndedCall[];
}
export declare const emptyBoard: Board;
/** How many ended calls are kept. */
export declare const keepEnded = 5;
/** The board after an event at the device; one that changes no call leaves it as it is. */
export declare function afterEvent(board: Board, e: AnyEvent, device: string): Board;
/**
 * Whether an event leaves something open that only a snapshot tells: who else is in a call, and what is
 * permitted on the calls that it is not about.
 */
export declare function leavesOpen(board: Board, e: AnyEvent): boolean;
/** The board as a snapshot says it is. A call that it does not list is over, however that came about. */
export declare function afterSnapshot(board: Board, snapshot: SnapshotDeviceDataList): Board;
/** The conferences of which nobody has told yet who is in them. */
export declare function unknownConferences(board: Board): Call[];
/** The board when SnapshotCall has told who is in a conference. */
export declare function withConference(board: Board, id: string, { snapshotCallResponseInfo }: SnapshotCallDataList, device: string): Board;
