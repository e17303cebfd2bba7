import { type Board, isIncoming } from '@cstahub/client';
import { callState, endedWords, who, whoExactly } from './calls.ts';
import { t } from './language.ts';

/** What a screen reader should say. */
export interface Announcement {
  /** At once, whatever it is saying. */
  readonly urgent: string;
  /** When it has finished. */
  readonly polite: string;
}

/** What is to be said about the change from one board to the next; '' where nothing is. */
export function announce(
  before: Board,
  after: Board,
  nameOf: (number: string) => string = (number) => number,
): Announcement {
  const urgent: string[] = [];
  const polite: string[] = [];
  for (const call of after.calls) {
    const known = before.calls.find((other) => other.id === call.id);
    const state = callState(call).words;
    if (isIncoming(call) && call.queue === '') continue; // Which queue it comes from is told in a moment.
    const fromQueue = isIncoming(call) && known?.queue === '' && known.queue !== call.queue;
    if (known !== undefined && callState(known).words === state && !fromQueue) continue;
    if (isIncoming(call) && call.queue !== undefined) {
      urgent.push(t().say.incomingFor(whoExactly(call), nameOf(call.queue)));
    } else if (isIncoming(call)) urgent.push(t().say.incoming(whoExactly(call)));
    else polite.push(`${who(call)}: ${state}`);
  }
  for (const end of after.ended) {
    const justNow = before.calls.some((call) => call.id === end.call.id);
    if (justNow) polite.push(`${who(end.call)}: ${endedWords(end)}`);
  }
  return { urgent: urgent.join('. '), polite: polite.join('. ') };
}
