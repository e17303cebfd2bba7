import { type Words } from './words/en.ts';
/** The languages of <csta-call>, by their codes. A page may add one, or change the words of one. */
export declare const callWords: Record<string, Words>;
/** The words in the language of an element: that of the nearest lang attribute, or English. */
export declare function wordsOf(element: Element): Words;
