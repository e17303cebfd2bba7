import { NoAnswer, Refusal } from '../errors.ts';
/** Tells a failed hub invocation that the server refused from one that was not answered. */
export declare function invocationFailure(error: unknown): Refusal | NoAnswer;
/** Why the hub could not be connected to, and what that means for trying again. */
export type StartFailure = 
/** The token is not good, or not any more. */
{
    readonly kind: 'unauthorized';
}
/** Asking again will not help. */
 | {
    readonly kind: 'refused';
    readonly reason: string;
}
/** The server or the network is away for now. */
 | {
    readonly kind: 'unreachable';
};
/** Reads the status out of the text that the SignalR client puts it in: it keeps it nowhere else. */
export declare function startFailure(error: unknown): StartFailure;
