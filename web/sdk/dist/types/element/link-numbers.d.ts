export interface LinkNumbersOptions {
    /** Says which of the numbers that were found are to have a button; all where it is missing. */
    accept?: (number: string) => boolean;
    /** Also looks at what comes to the page later. */
    watch?: boolean;
}
/**
 * Turns the phone numbers in a part of a page into <csta-call> buttons: those in its text, and links to "tel:".
 * Text is left alone in what can be edited, in code, and where an attribute data-no-call stands. Gives a
 * function that ends the watching.
 */
export declare function linkNumbers(root: Element, { accept, watch }?: LinkNumbersOptions): () => void;
