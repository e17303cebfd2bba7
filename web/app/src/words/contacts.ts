import type { Contact } from '../model/contacts.ts';
import { t } from './language.ts';

/** Somebody's name, and what his telephone is doing. */
export function contactWords({ name, number, state }: Contact): string {
  const words = t().presence[state ?? ''];
  return [name ?? number, words].filter((part) => part !== undefined).join(' – ');
}
