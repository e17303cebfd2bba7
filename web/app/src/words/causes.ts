import type { EventCause } from '@cstahub/client';

import { t } from './language.ts';

/** Why something happened to a call, in plain words that fit behind a colon. */
export function causeWords(cause: EventCause): string {
  return t().causes[cause] ?? spelledOut(cause);
}

/** "queueTimeOverflow" as "queue time overflow", "aCDBusy" as "ACD busy": better than nothing for a rare cause. */
function spelledOut(cause: string): string {
  const words = sentence(cause).match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? [cause];
  return words.map((word) => (/^[A-Z]{2}/.test(word) ? word : word.toLowerCase())).join(' ');
}

/** The text with its first letter in upper case. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
