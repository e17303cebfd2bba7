import type { ConnectionID, Services } from '../gen/csta.ts';
import { Refusal } from '../errors.ts';
import { type Board } from './board.ts';
import type { Call } from './call.ts';
import type { AnyEvent } from './event.ts';
import type { Link, LinkListener } from './link.ts';
import { Observable } from './observable.ts';
/**
 * What the calls that are shown are worth: current is what the server last said, with nothing missing; asking
 * is not to be trusted until an answer has come; away is not to be trusted, since there is no connection.
 */
export type Sync = 'away' | 'asking' | 'current';
/**
 * A device that is monitored: its calls as the server knows them, and what can be done with them.
 *
 * The calls come from a snapshot and the events that follow it. Where the events have a gap, and after each
 * reconnection, another snapshot is taken, so that nothing is shown that is not so.
 */
export declare class Device extends Observable implements LinkListener {
    private readonly link;
    /** The device's number. */
    readonly number: string;
    /** Is told when nobody uses the device any more. */
    private readonly closed;
    board: Board;
    /** Why the device cannot be monitored. */
    trouble: Refusal | undefined;
    private readonly detach;
    private reachable;
    /** Counts the times the connection was made or lost; answers for an earlier time are of no interest. */
    private era;
    private crossRef;
    /** The place of the board in the event log; undefined while the board cannot be trusted. */
    private position;
    /** The events that came while a snapshot was under way; undefined while none is. */
    private meanwhile;
    /** The calls must be asked for: events are missing, or what is permitted on other calls may have changed. */
    private stale;
    private unanswered;
    constructor(link: Link, 
    /** The device's number. */
    number: string, 
    /** Is told when nobody uses the device any more. */
    closed?: () => void);
    /** The calls at the device, oldest first; what they are worth is said by sync. */
    get calls(): readonly Call[];
    /** Ends the use of the device: it is not monitored any more, and hears nothing. */
    close(): void;
    /** What the board is worth. */
    get sync(): Sync;
    /**
     * Calls a number, and gives the id of the call. With ringFirst the device rings first, and the call goes out
     * when it is picked up. The same request made again after NoAnswer is carried out once.
     */
    dial(number: string, ringFirst?: boolean): Promise<string>;
    /** The device's connection in a call, for requests of one's own. */
    connection(call: Pick<Call, 'id'>): ConnectionID;
    /**
     * Asks for something that is to be done with the calls. What became of it is told by events. A refusal means
     * that the calls are not as they were thought to be: they are asked for before the refusal is told.
     */
    request<S extends keyof Services>(service: S, request: Services[S]['request']): Promise<Services[S]['response']>;
    /** Takes an ended call off the board. */
    dismiss(id: string): void;
    /** Tries once more to monitor the telephone. */
    retry(): void;
    connected(): void;
    disconnected(): void;
    event(e: AnyEvent): void;
    monitorStopped(request: {
        monitorCrossRefId: string;
    }): void;
    sessionTerminated(): void;
    /** Takes in an event, the board being at a position. */
    private take;
    private refreshIfStale;
    /** Takes a snapshot, and the events that have come since. */
    private load;
    /** Asks who is in the conferences that a snapshot only counts. */
    private meetConferences;
    /** Monitors the telephone, and asks for its calls in the same breath. */
    private monitor;
    private snapshot;
}
