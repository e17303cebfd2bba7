import { da } from './words/da.ts';
import { type Words, en } from './words/en.ts';

/** The languages of <csta-call>, by their codes. A page may add one, or change the words of one. */
export const callWords: Record<string, Words> = { en, da };

/** The words in the language of an element: that of the nearest lang attribute, or English. */
export function wordsOf(element: Element): Words {
  const host = element.closest('[lang]');
  const lang = (host?.getAttribute('lang') ?? '').toLowerCase().split('-')[0] ?? '';
  return callWords[lang] ?? en;
}
