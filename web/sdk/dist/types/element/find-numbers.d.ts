/** A phone number in a text. */
export interface FoundNumber {
    readonly start: number;
    readonly end: number;
    /** As it is dialled: digits, with a plus before them where there is one. */
    readonly number: string;
}
/**
 * The phone numbers in a text: seven to fifteen digits, as E.164 has them. What is a date, an IP address or an
 * amount is none.
 */
export declare function findNumbers(text: string): FoundNumber[];
