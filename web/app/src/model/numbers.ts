import { Observable } from '@cstahub/client';

import { type Rest, RestFailure, type Versioned } from './rest.ts';

/** A time of the week: days are 0 for Sunday to 6, from and to are such as "08:00"; "24:00" is the day's end. */
export interface Opening {
  readonly days: readonly number[];
  readonly from: string;
  readonly to: string;
}

/** When a number is open, and where its calls go otherwise. */
export interface Hours {
  readonly zone?: string;
  readonly open: readonly Opening[];
  /** Such as "2026-12-24". */
  readonly holidays?: readonly string[];
  readonly closed: string;
  readonly holiday?: string;
}

/** A number at which the outside reaches the house. */
export interface InboundNumber {
  readonly number: string;
  readonly name: string;
  /** Where its calls go; missing for a number that is not in use. */
  readonly device?: string;
  /** Puts its callers before others in queues, 0 to 100. */
  readonly priority?: number;
  /** Missing for a number that is always open. */
  readonly hours?: Hours;
  /** How it was when the server told of it. */
  readonly now?: { readonly state: 'open' | 'closed' | 'holiday'; readonly device?: string };
}

export type NumbersState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'failed'; readonly failure: unknown }
  | { readonly kind: 'told'; readonly numbers: readonly InboundNumber[] };

/** The tenant's numbers, for those who administer it. */
export class Numbers extends Observable {
  state: NumbersState = { kind: 'asking' };

  /** Counts the changes made here; a list that was asked for before one is out of date. */
  private changes = 0;
  /** The last one to be added of which nobody has said what became of it. */
  private unanswered: { readonly body: string; readonly key: string } | undefined;

  constructor(private readonly rest: Pick<Rest, 'list' | 'get' | 'create' | 'change' | 'remove'>) {
    super();
  }

  /** The user may not see them, and asking again will not help. */
  get forbidden(): boolean {
    const { state } = this;
    return state.kind === 'failed' && state.failure instanceof RestFailure && state.failure.status === 403;
  }

  /** Asks for all of them. What was told stays until the answer is there, and where none comes. */
  async load(): Promise<void> {
    const { changes } = this;
    try {
      const numbers = await this.rest.list<InboundNumber>('numbers');
      if (changes === this.changes) this.state = { kind: 'told', numbers };
    } catch (failure) {
      if (this.state.kind !== 'told') this.state = { kind: 'failed', failure };
    }
    this.changed();
  }

  /** One as it is now, to be changed. */
  read(number: string): Promise<Versioned<InboundNumber>> {
    return this.rest.get<InboundNumber>(path(number));
  }

  /** Adds one. Tried again after an answer was lost, it is added once. */
  async add(number: InboundNumber): Promise<void> {
    const body = JSON.stringify(number);
    if (this.unanswered?.body !== body) {
      this.unanswered = { body, key: crypto.getRandomValues(new Uint32Array(4)).join('-') };
    }
    try {
      this.put((await this.rest.create('numbers', number, this.unanswered.key)).value);
    } catch (error) {
      if (!(error instanceof RestFailure) || error.status !== 0) this.unanswered = undefined;
      throw error;
    }
    this.unanswered = undefined;
  }

  /** Changes one that is still as it was in a version; see isOutdated. */
  async change(number: InboundNumber, version: string): Promise<void> {
    this.put((await this.rest.change(path(number.number), number, version)).value);
  }

  /** Removes one that is still as it was in a version; see isOutdated. */
  async remove(number: string, version: string): Promise<void> {
    await this.rest.remove(path(number), version);
    this.set((all) => all.filter((known) => known.number !== number));
  }

  private put(number: InboundNumber): void {
    this.set((all) =>
      [...all.filter((known) => known.number !== number.number), number].sort((a, b) =>
        a.number < b.number ? -1 : 1,
      ),
    );
  }

  private set(next: (all: readonly InboundNumber[]) => readonly InboundNumber[]): void {
    this.changes++;
    if (this.state.kind !== 'told') return;
    this.state = { kind: 'told', numbers: next(this.state.numbers) };
    this.changed();
  }
}

/** Whether somebody else has changed or removed it meanwhile. */
export function isOutdated({ status }: RestFailure): boolean {
  return status === 412 || status === 404;
}

function path(number: string): string {
  return `numbers/${encodeURIComponent(number)}`;
}
