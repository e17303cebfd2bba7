/** Something whose changes others want to hear of. */
export declare class Observable {
    private readonly listeners;
    /** Calls listener after every change, until the function that it returns is called. */
    subscribe(listener: () => void): () => void;
    protected changed(): void;
}
