import type { Events, ServerRequests } from '../gen/csta.ts';
/** The events. */
export declare const eventNames: (keyof Events)[];
/** What the server asks of or tells a client, besides events. */
export declare const requestNames: (keyof ServerRequests)[];
