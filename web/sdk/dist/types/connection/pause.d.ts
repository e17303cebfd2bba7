/** A wait that can be cut short. */
export declare class Pause {
    private end;
    /** Waits for ms milliseconds, or until skip is called. */
    wait(ms: number): Promise<void>;
    /** Does nothing while nobody waits. */
    skip(): void;
}
