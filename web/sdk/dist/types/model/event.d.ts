import type { ConnectionID, DeviceID, Events, ExtendedDeviceID, LocalConnectionState } from '../gen/csta.ts';
/** An event, with the name that it arrives under. */
export type AnyEvent = {
    [N in keyof Events]: {
        readonly name: N;
        readonly event: Events[N];
    };
}[keyof Events];
/** How an event about one connection of a call tells which it is, and the state it has afterwards. */
declare const steps: {
    readonly ServiceInitiated: readonly [(e: Events["ServiceInitiated"]) => ConnectionID, "initiated"];
    readonly DigitsDialed: readonly [(e: Events["DigitsDialed"]) => ConnectionID, "initiated"];
    readonly Originated: readonly [(e: Events["Originated"]) => ConnectionID, "connected"];
    readonly NetworkReached: readonly [(e: Events["NetworkReached"]) => ConnectionID, "connected"];
    readonly Offered: readonly [(e: Events["Offered"]) => ConnectionID, "alerting"];
    readonly Delivered: readonly [(e: Events["Delivered"]) => ConnectionID, "alerting"];
    readonly Queued: readonly [(e: Events["Queued"]) => ConnectionID, "queued"];
    readonly Established: readonly [(e: Events["Established"]) => ConnectionID, "connected"];
    readonly Held: readonly [(e: Events["Held"]) => ConnectionID, "hold"];
    readonly Retrieved: readonly [(e: Events["Retrieved"]) => ConnectionID, "connected"];
    readonly Bridged: readonly [(e: Events["Bridged"]) => ConnectionID, "connected"];
    readonly Failed: readonly [(e: Events["Failed"]) => ConnectionID, "fail"];
    readonly Diverted: readonly [(e: Events["Diverted"]) => ConnectionID, "null"];
    readonly ConnectionCleared: readonly [(e: Events["ConnectionCleared"]) => ConnectionID, "null"];
};
export type StepName = keyof typeof steps;
/** An event about one connection of a call. */
export type Step = Extract<AnyEvent, {
    name: StepName;
}>;
/** An event that makes one call of two, or puts one device in another's place. */
export type Merger = Extract<AnyEvent, {
    name: 'Transfered' | 'Conferenced';
}>;
export declare function isStep(e: AnyEvent): e is Step;
export declare function isMerger(e: AnyEvent): e is Merger;
/** The connection that an event is about, which may be the device's own or another party's. */
export declare function subject(e: Step): ConnectionID;
/** The state that the connection an event is about has after it. */
export declare function stateAfter(e: Step): LocalConnectionState;
/** The number of a device, '' where there is none. */
export declare function numberOf(device: DeviceID | undefined): string;
/** The number of a device in an event, '' where it is not known or withheld. */
export declare function extendedNumber(device: ExtendedDeviceID | undefined): string;
export {};
