import { Refusal } from '../errors.ts';
import type { EventCause } from '../gen/csta.ts';
import type { Board } from '../model/board.ts';
import { type Call } from '../model/call.ts';
import type { Sync } from '../model/device.ts';
/** What a button was last used for. */
export type Use = {
    readonly kind: 'nothing';
}
/** The server has been asked for a call. */
 | {
    readonly kind: 'asked';
} | {
    readonly kind: 'called';
    readonly id: string;
} | {
    readonly kind: 'failed';
    readonly error: unknown;
};
/** What a button shows. */
export type Shown = 
/** There is no telephone, or no connection to it. */
{
    readonly state: 'unavailable';
} | {
    readonly state: 'idle';
} | {
    readonly state: 'calling';
    readonly prompted: boolean;
    readonly call: Call | undefined;
} | {
    readonly state: 'ringing';
    readonly call: Call;
} | {
    readonly state: 'connected';
    readonly held: boolean;
    readonly call: Call;
} | {
    readonly state: 'ended';
} | {
    readonly state: 'failed';
    readonly why: Why;
    readonly call: Call | undefined;
};
/** Why a call came to nothing: the other end, the server, or nobody knows. */
export type Why = {
    readonly kind: 'cause';
    readonly cause: EventCause;
} | {
    readonly kind: 'refusal';
    readonly refusal: Refusal;
} | {
    readonly kind: 'noAnswer';
};
/** What a button for a number shows, when the calls of the telephone are as the board says. */
export declare function shownFor(number: string, use: Use, board: Board, sync: Sync): Shown;
/** Whether two numbers are the same but for how they are written. */
export declare function sameNumber(a: string, b: string): boolean;
