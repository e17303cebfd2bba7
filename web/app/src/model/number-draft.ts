import type { Hours, InboundNumber, Opening } from './numbers.ts';

/** A number as it stands in a form: texts as they were typed, and hours that are kept while they are off. */
export interface NumberDraft {
  readonly number: string;
  readonly name: string;
  readonly device: string;
  readonly priority: string;
  readonly timed: boolean;
  readonly zone: string;
  readonly open: readonly Opening[];
  readonly holidays: readonly string[];
  readonly closed: string;
  readonly holiday: string;
}

/** A field of the form that is not filled in as it must be. */
export type Flaw = 'number' | 'priority' | 'closed' | 'days' | 'times';

/** Monday to Friday, as an office has it. */
export const usualOpening: Opening = { days: [1, 2, 3, 4, 5], from: '08:00', to: '16:00' };

/** The time of the day that a form's field cannot say: the end of it. */
const endOfDay = '24:00';

export function draftOf(known: InboundNumber | undefined, zone: string): NumberDraft {
  const hours = known?.hours;
  return {
    number: known?.number ?? '',
    name: known?.name ?? '',
    device: known?.device ?? '',
    priority: String(known?.priority ?? 0),
    timed: hours !== undefined,
    zone: hours === undefined ? zone : (hours.zone ?? 'UTC'),
    open: (hours?.open ?? [usualOpening]).map((opening) => ({
      ...opening,
      to: opening.to === endOfDay ? '00:00' : opening.to,
    })),
    holidays: hours?.holidays ?? [],
    closed: hours?.closed ?? '',
    holiday: hours?.holiday ?? '',
  };
}

/** What is wrong with a draft, the topmost first; undefined where it can be sent. */
export function flawOf(draft: NumberDraft): Flaw | undefined {
  if (!/^\+?[0-9]{1,40}$/.test(compact(draft.number))) return 'number';
  if (!/^([0-9]{1,2}|100)$/.test(draft.priority.trim())) return 'priority';
  if (!draft.timed) return undefined;
  if (draft.open.some(({ days }) => days.length === 0)) return 'days';
  if (draft.open.some(({ from, to }) => from === '' || to === '' || from >= ended(to))) return 'times';
  return compact(draft.closed) === '' ? 'closed' : undefined;
}

/** The number that a draft without flaws describes. */
export function numberOf(draft: NumberDraft): InboundNumber {
  const device = compact(draft.device);
  const priority = Number(draft.priority);
  return {
    number: compact(draft.number),
    name: draft.name.trim(),
    ...(device !== '' && { device }),
    ...(priority > 0 && { priority }),
    ...(draft.timed && { hours: hoursOf(draft) }),
  };
}

function hoursOf({ zone, open, holidays, closed, holiday }: NumberDraft): Hours {
  return {
    zone: zone.trim(),
    open: open.map((opening) => ({ ...opening, to: ended(opening.to) })),
    ...(holidays.length > 0 && { holidays }),
    closed: compact(closed),
    ...(compact(holiday) !== '' && { holiday: compact(holiday) }),
  };
}

/** Midnight, where it is the end of a time, ends the day. */
function ended(to: string): string {
  return to === '00:00' ? endOfDay : to;
}

/** A number as it is sent, without what people put between its digits. */
function compact(text: string): string {
  return text.replaceAll(/[\s().-]/g, '');
}
