import { Observable } from '@cstahub/client';

import { da } from './da.ts';
import { type Words, en } from './en.ts';

/** The languages of the page, by their codes. A new one is a file like en.ts, and a line here. */
export const languages: Readonly<Record<string, Words>> = { en, da };

const key = 'cstahub.language';

/** The language of the page: what the user has chosen in this browser, or the first that the browser prefers. */
class Language extends Observable {
  code = 'en';

  choose(code: string): void {
    this.use(code);
    try {
      localStorage.setItem(key, code);
    } catch {
      // A browser that allows no storage asks again the next time.
    }
  }

  /** Takes up what was chosen before. */
  restore(): void {
    const wanted = [kept(), ...navigator.languages].map((tag) => tag.toLowerCase().split('-')[0] ?? '');
    this.use(wanted.find((code) => Object.hasOwn(languages, code)) ?? 'en');
  }

  private use(code: string): void {
    this.code = code;
    document.documentElement.lang = code;
    this.changed();
  }
}

function kept(): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

export const language = new Language();

/** The words in the language of the page. */
export function t(): Words {
  return languages[language.code] ?? en;
}
