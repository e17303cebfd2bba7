import { type DirectoryEntry, Observable } from '@cstahub/client';

import type { History } from './history.ts';

/** Somebody who can be called. */
export interface Contact {
  readonly number: string;
  readonly name: string | undefined;
  /** What the device is doing, as far as was told last: idle, ringing or busy; undefined outside the house. */
  readonly state: string | undefined;
}

/**
 * Whom one may want to call: the directory, and whom one has spoken to. What the devices of the directory are
 * doing is asked for whenever somebody is about to choose one.
 */
export class Contacts extends Observable {
  private entries: readonly DirectoryEntry[] = [];

  constructor(
    private readonly ask: () => Promise<readonly DirectoryEntry[]>,
    private readonly history: History,
    private readonly own: string | undefined,
  ) {
    super();
    history.subscribe(() => {
      this.changed();
    });
  }

  async refresh(): Promise<void> {
    try {
      this.entries = await this.ask();
    } catch {
      // Without a directory one still dials by number.
      this.entries = this.entries.map((entry) => ({ ...entry, state: '' }));
    }
    this.changed();
  }

  /** What a device of the house is called: its number where it has no name. */
  readonly nameOf = (number: string): string =>
    this.entries.find((entry) => entry.deviceId === number)?.name ?? number;

  list(): Contact[] {
    const inHouse = this.entries
      .filter((entry) => entry.deviceId !== this.own)
      .map(({ deviceId, name, state }) => ({ number: deviceId, name, state }));
    const known = new Set(inHouse.map(({ number }) => number));
    const others = this.history.contacts().filter(({ number }) => !known.has(number));
    return [...inHouse, ...others.map(({ number, name }) => ({ number, name, state: undefined }))];
  }
}
