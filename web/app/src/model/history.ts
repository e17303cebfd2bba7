import { type EndedCall, Observable } from '@cstahub/client';

/** How many calls are remembered. */
export const keepHistory = 30;

/** Somebody who was called, or has called. */
export interface Contact {
  readonly number: string;
  readonly name: string | undefined;
}

/** Where the history is kept: the local storage of the browser, or nothing. */
export type Store = Pick<Storage, 'getItem' | 'setItem'>;

/**
 * The calls of a user that are over, the latest first. All tabs of a browser share them; a browser that allows
 * no storage forgets them with the tab.
 */
export class History extends Observable {
  calls: readonly EndedCall[] = [];

  private readonly removed = new Set<string>();

  constructor(
    private readonly key: string,
    private readonly store: Store | undefined,
  ) {
    super();
    this.load();
  }

  /** Takes in the calls that a device has seen end. One that is known with its cause stays as it is. */
  add(ended: readonly EndedCall[]): void {
    const news = ended.filter((end) => {
      if (this.removed.has(end.call.id)) return false;
      const known = this.calls.find((other) => other.call.id === end.call.id);
      return known === undefined || (known.cause === undefined && end.cause !== undefined);
    });
    if (news.length === 0) return;
    this.load();
    const ids = news.map((end) => end.call.id);
    this.set([...news, ...this.calls.filter((end) => !ids.includes(end.call.id))].slice(0, keepHistory));
  }

  /** Forgets a call, for good. */
  remove(id: string): void {
    this.removed.add(id);
    this.set(this.calls.filter((end) => end.call.id !== id));
  }

  /** Whom one has spoken to or tried to, each once, the latest first. */
  contacts(): Contact[] {
    const seen = new Map<string, Contact>();
    for (const { call } of this.calls) {
      const { number, name } = call;
      if (number !== '' && !seen.has(number)) seen.set(number, { number, name });
    }
    return [...seen.values()];
  }

  /** Takes up what is stored, such as what another tab has added. */
  load(): void {
    try {
      const stored = JSON.parse(this.store?.getItem(this.key) ?? 'null') as unknown;
      if (Array.isArray(stored)) this.calls = stored.filter(isEnded);
    } catch {
      // What cannot be read is no history.
    }
    this.changed();
  }

  private set(calls: readonly EndedCall[]): void {
    this.calls = calls;
    try {
      this.store?.setItem(this.key, JSON.stringify(calls));
    } catch {
      // A store that is full or forbidden: then the history lasts as long as the tab.
    }
    this.changed();
  }
}

/** Whether something in the storage, which anything may have written, is what was put there. */
function isEnded(value: unknown): value is EndedCall {
  const call = (value as Partial<EndedCall> | null)?.call as Partial<EndedCall['call']> | undefined;
  return typeof call?.id === 'string' && typeof call.number === 'string' && Array.isArray(call.permitted);
}
