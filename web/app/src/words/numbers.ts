import type { DirectoryEntry } from '@cstahub/client';

import type { Hours, InboundNumber } from '../model/numbers.ts';
import type { RestFailure } from '../model/rest.ts';
import { t } from './language.ts';
import { type Excuse, spoken } from './refusals.ts';
import { daysWords } from './week.ts';

/** What a device is, for one who chooses where calls go: "Customer Support – queue". */
export function deviceWords({ deviceId, name, kind }: DirectoryEntry): string {
  const words = t().numbers.kinds[kind];
  return [name ?? deviceId, words].filter((part) => part !== undefined).join(' – ');
}

/** A device with its name, where the directory has one: "Customer Support (400)". */
export function placeWords(device: string, devices: readonly DirectoryEntry[]): string {
  const name = devices.find(({ deviceId }) => deviceId === device)?.name;
  return name === undefined || name === '' ? device : `${name} (${device})`;
}

/** When a number is open, a line for each time of the week. */
export function hoursWords({ open }: Hours): readonly string[] {
  return open.map(({ days, from, to }) => `${daysWords(days)} ${from}–${to}`);
}

/** Where a number's calls go now, in a sentence. */
export function nowWords({ now, device }: InboundNumber, devices: readonly DirectoryEntry[]): string {
  const words = t().numbers;
  const to = now?.device ?? device ?? '';
  return to === '' ? words.nowhere : words.goesTo(placeWords(to, devices));
}

/** Why the server did not do what was wanted. */
export function restExcuse(failure: RestFailure): Excuse {
  return spoken(() => inWords(failure));
}

function inWords(failure: RestFailure): Excuse {
  const words = t().numbers.failures;
  switch (failure.status) {
    case 0:
    case 502:
    case 503:
    case 504:
      return { words: words.unreachable, detail: '' };
    case 403:
      return { words: words.forbidden, detail: '' };
    case 404:
      return { words: words.gone, detail: '' };
    case 409:
      return { words: words.taken, detail: '' };
    case 412:
      return { words: words.changed, detail: '' };
    default:
      return { words: words.refused, detail: failure.message };
  }
}

/** How many holidays lie ahead, and when the next one is, as "2026-12-24". */
export function holidaysAhead(hours: Hours, today: string): { count: number; next: string | undefined } {
  const ahead = (hours.holidays ?? []).filter((date) => date >= today).sort();
  return { count: ahead.length, next: ahead[0] };
}

/** Today where the browser is, as "2026-12-24". */
export function today(): string {
  return new Intl.DateTimeFormat('sv-SE').format(Date.now());
}
