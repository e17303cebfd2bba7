import type { EventCause } from '../../gen/csta.ts';
/** What <csta-call> says, in English. A language is one file like this one; see words.ts. */
export declare const en: {
    call: (who: string) => string;
    hangUp: (who: string) => string;
    unavailable: string;
    calling: string;
    pickUp: string;
    ringing: string;
    connected: string;
    held: string;
    ended: string;
    failed: (why: string) => string;
    refused: (why: string) => string;
    noAnswer: string;
    causes: Partial<Record<EventCause, string>>;
};
export type Words = typeof en;
