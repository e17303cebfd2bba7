import { type EndedCall, Observable } from '@cstahub/client';

/** How many calls are remembered in the browser. */
export const keepHistory = 30;

/** How many calls that the user wants to see no more are remembered. */
const keepRemoved = 300;

/** Somebody who was called, or has called. */
export interface Contact {
  readonly number: string;
  readonly name: string | undefined;
}

/** Where the history is kept: the local storage of the browser, or nothing. */
export type Store = Pick<Storage, 'getItem' | 'setItem'>;

/** Some calls of the server's records, the latest first, and where the next ones begin; undefined after the last. */
export interface RecordedPage {
  readonly calls: readonly EndedCall[];
  readonly next: string | undefined;
}

/** Asks the server for calls: for the latest, or those from a place on. */
export type Ask = (cursor: string | undefined) => Promise<RecordedPage>;

/** What is known of the server's records. */
export type Records =
  /** Nobody has asked yet, or the answer is on its way. */
  | 'asking'
  /** There are earlier ones, which may be asked for. */
  | 'more'
  | 'all'
  /** The last question came to nothing. */
  | 'failed';

/**
 * The calls of a user that are over, the latest first: those that this browser has seen end, and those of which
 * the server has a record. What was seen is kept in the browser, since it tells more than the record, and is there
 * at once; all tabs share it. A browser that allows no storage forgets it with the tab.
 */
export class History extends Observable {
  calls: readonly EndedCall[] = [];
  records: Records = 'asking';

  private seen: readonly EndedCall[] = [];
  private recorded: readonly EndedCall[] = [];
  private removed: readonly string[] = [];
  private next: string | undefined;
  /** The place from which calls were asked for last. */
  private asked: string | undefined;
  /** Counts the questions; answers to earlier ones are of no interest. */
  private turn = 0;

  constructor(
    private readonly key: string,
    private readonly store: Store | undefined,
    private readonly ask: Ask,
  ) {
    super();
    this.load();
  }

  /** Takes in the calls that a device has seen end. One that is known with its cause stays as it is. */
  add(ended: readonly EndedCall[]): void {
    const isNew = (end: EndedCall): boolean => {
      if (this.removed.includes(end.call.id)) return false;
      const known = this.seen.find((other) => other.call.id === end.call.id);
      return known === undefined || (known.cause === undefined && end.cause !== undefined);
    };
    if (!ended.some(isNew)) return;
    // Another tab may have been first.
    this.load();
    const news = ended.filter(isNew);
    const ids = news.map((end) => end.call.id);
    this.seen = [...news, ...this.seen.filter((end) => !ids.includes(end.call.id))].slice(0, keepHistory);
    this.save(this.key, this.seen);
    this.merge();
  }

  /** Forgets a call, for good. */
  remove(id: string): void {
    // Another tab may have added something.
    this.load();
    this.removed = [id, ...this.removed.filter((other) => other !== id)].slice(0, keepRemoved);
    this.seen = this.seen.filter((end) => end.call.id !== id);
    this.save(this.key, this.seen);
    this.save(this.removedKey, this.removed);
    this.merge();
  }

  /** Asks the server for the latest calls, such as those that ended while there was no connection. */
  async refresh(): Promise<void> {
    await this.fetch(undefined);
  }

  /** Asks for earlier calls, or again for what was asked for in vain. */
  async more(): Promise<void> {
    if (this.records === 'more') await this.fetch(this.next);
    else if (this.records === 'failed') await this.fetch(this.asked);
  }

  /** Whom one has spoken to or tried to, each once, the latest first. */
  contacts(): Contact[] {
    const found = new Map<string, Contact>();
    for (const { call } of this.calls) {
      const { number, name } = call;
      if (number !== '' && !found.has(number)) found.set(number, { number, name });
    }
    return [...found.values()];
  }

  /** Takes up what is stored, such as what another tab has added. */
  load(): void {
    const seen = this.stored(this.key);
    if (seen !== undefined) this.seen = seen.filter(isEnded);
    const removed = this.stored(this.removedKey);
    if (removed !== undefined) this.removed = removed.filter((id) => typeof id === 'string');
    this.merge();
  }

  private get removedKey(): string {
    return `${this.key}.removed`;
  }

  private async fetch(cursor: string | undefined): Promise<void> {
    const turn = ++this.turn;
    this.asked = cursor;
    this.records = 'asking';
    this.changed();
    try {
      const { calls, next } = await this.ask(cursor);
      if (turn !== this.turn) return;
      this.take(calls, cursor, next);
      this.records = this.next === undefined ? 'all' : 'more';
    } catch {
      // Whether the server can be reached, and the login is still good, is told where that is shown.
      if (turn !== this.turn) return;
      this.records = 'failed';
    }
    this.merge();
  }

  /** Takes in a page of records. The latest do not undo the earlier ones that are known, if they reach up to those. */
  private take(calls: readonly EndedCall[], cursor: string | undefined, next: string | undefined): void {
    const ids = new Set(calls.map(({ call }) => call.id));
    const earlier = this.recorded.filter(({ call }) => !ids.has(call.id));
    const reaches = earlier.length < this.recorded.length;
    if (cursor === undefined && !reaches) this.recorded = calls;
    else this.recorded = [...calls, ...earlier];
    if (cursor !== undefined || !reaches) this.next = next;
  }

  /** What was seen to end tells more than the record; one that was gone meanwhile is told by the record alone. */
  private merge(): void {
    const byId = new Map<string, EndedCall>();
    for (const end of [...this.recorded, ...this.seen]) {
      if (this.removed.includes(end.call.id)) continue;
      if (end.cause !== undefined || !byId.has(end.call.id)) byId.set(end.call.id, end);
    }
    this.calls = [...byId.values()].sort((a, b) => (timeOf(b) ?? 0) - (timeOf(a) ?? 0));
    this.changed();
  }

  private stored(key: string): unknown[] | undefined {
    try {
      const value = JSON.parse(this.store?.getItem(key) ?? 'null') as unknown;
      return Array.isArray(value) ? value : undefined;
    } catch {
      // What cannot be read is no history.
      return undefined;
    }
  }

  private save(key: string, value: unknown): void {
    try {
      this.store?.setItem(key, JSON.stringify(value));
    } catch {
      // A store that is full or forbidden: then the history lasts as long as the tab.
    }
  }
}

/** When a call ended; where nobody knows, when it was answered or began. */
export function timeOf({ at, call }: EndedCall): number | undefined {
  return at ?? call.answered ?? call.started;
}

/** Whether something in the storage, which anything may have written, is what was put there. */
function isEnded(value: unknown): value is EndedCall {
  const call = (value as Partial<EndedCall> | null)?.call as Partial<EndedCall['call']> | undefined;
  return typeof call?.id === 'string' && typeof call.number === 'string' && Array.isArray(call.permitted);
}
