/**
 * How long to wait before trying again, in milliseconds: not at all at first, 15 s in the end, and never
 * exactly as long as everybody else who lost the same server. It does not give up.
 */
export declare function backoff(failedAttempts: number, random?: () => number): number;
