/**
 * The server's clock, as well as it is known here. Durations of calls are counted from times that the server
 * wrote down; a computer whose clock is wrong would show nonsense.
 */
export declare class ServerClock {
    private readonly local;
    private ahead;
    constructor(local?: () => number);
    /** Milliseconds since 1970. */
    now(): number;
    /** Takes in what the server's clock says right now. */
    set(serverTime: number): void;
}
