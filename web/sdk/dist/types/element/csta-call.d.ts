import { type Shown } from './state.ts';
import type { Device } from '../model/device.ts';
/** What the event "csta-call-state" tells. */
export interface CallStateDetail {
    readonly state: Shown['state'];
    /** In words, as the button shows it. */
    readonly words: string;
    readonly callId: string | undefined;
}
declare const Base: {
    new (): HTMLElement;
    prototype: HTMLElement;
};
/**
 * A button that calls a number: <csta-call number="+45 22 33 44 55">Bob Berg</csta-call>. It shows what
 * becomes of the call, and hangs up when it is pressed again. The attribute "state" tells the state to style
 * sheets; "ring-first" has the own telephone ring first. Fires "csta-call-state".
 */
export declare class CallButton extends Base {
    static readonly observedAttributes: string[];
    private own;
    private watched;
    private unsubscribe;
    private forgetStandard;
    private use;
    private last;
    private reset;
    private tick;
    private readonly button;
    private readonly slotted;
    private readonly status;
    private readonly timer;
    constructor();
    /** The number that is called. */
    get number(): string;
    set number(number: string);
    /** The telephone that is called from; that of useDevice where none is set. */
    get device(): Device | undefined;
    set device(device: Device | undefined);
    connectedCallback(): void;
    disconnectedCallback(): void;
    attributeChangedCallback(): void;
    private follow;
    private shown;
    private press;
    /** Brings the page up to date. */
    private show;
    /** Shows how long the call has lasted, once a second. */
    private count;
    /** Makes the button ready for the next call when what became of the last one has been seen. */
    private settle;
}
/** Makes <csta-call> known to the page; does nothing where it is, or where there are no elements. */
export declare function defineCallButton(): void;
export {};
