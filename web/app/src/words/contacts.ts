import type { DirectoryEntry } from '@cstahub/client';

import type { Contact } from '../model/contacts.ts';
import { t } from './language.ts';

/** Somebody's name, and what his telephone is doing. */
export function contactWords({ name, number, state }: Contact): string {
  const words = t().presence[state ?? ''];
  return [name ?? number, words].filter((part) => part !== undefined).join(' – ');
}

/** What a device of the directory is doing; what it is, where that says more. Current is whether one knows. */
export function presenceWords({ kind, state }: DirectoryEntry, current: boolean): string {
  const words = t().colleagues;
  if (kind === 'queue') return words.queue;
  if (kind === 'park') return current && state !== 'idle' ? words.parkTaken : words.parkFree;
  return current ? (t().presence[state] ?? '') : '';
}

/** The entries that have what was typed in their name or number, however it is written. */
export function found(entries: readonly DirectoryEntry[], wanted: string): readonly DirectoryEntry[] {
  const parts = plain(wanted).split(' ').filter(Boolean);
  return entries.filter(({ deviceId, name = '' }) => {
    const text = plain(`${name} ${deviceId}`);
    return parts.every((part) => text.includes(part));
  });
}

/** Without capitals and accents, so that "jorgensen" finds "Jørgensen". */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .trim();
}
