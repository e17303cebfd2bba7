/** What a connection is worth: none while there is none; the others by how long an answer takes. */
export type Grade = 'none' | 'good' | 'fair' | 'poor';
/** How well the server is reached. */
export interface Quality {
    readonly grade: Grade;
    /** How long an answer takes, in milliseconds, smoothed; undefined before the first one. */
    readonly roundTrip: number | undefined;
}
/** The round trip after another answer. */
export declare function smoothed(before: number | undefined, latest: number): number;
export declare function quality(connected: boolean, roundTrip: number | undefined): Quality;
