import type { DateTime, SnapshotDeviceResponseInfo } from '../gen/csta.ts';
import type { Call } from './call.ts';
import { type Merger, type Step } from './event.ts';
/** The call after an event about one of its connections. Known is the call before it; device is the own one. */
export declare function callAfter(e: Step, device: string, known: Call | undefined): Call;
/** The call that a transfer or a conference has left the device with. Known are the calls that went into it. */
export declare function callMerged(e: Merger, device: string, known: readonly Call[]): Call;
/** A call as a snapshot describes it. */
export declare function callIn(info: SnapshotDeviceResponseInfo, known: Call | undefined): Call;
/** A time in milliseconds since 1970. */
export declare function time(text: DateTime | undefined): number | undefined;
