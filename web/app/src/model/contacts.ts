import { type Directory, type DirectoryEntry, Observable } from '@cstahub/client';

import type { History } from './history.ts';

/** Somebody who can be called. */
export interface Contact {
  readonly number: string;
  readonly name: string | undefined;
  /** What the device is doing, as far as was told last: idle, ringing or busy; undefined outside the house. */
  readonly state: string | undefined;
}

/**
 * Whom one may want to call: the directory, with what its devices are doing right now, and whom one has spoken to.
 */
export class Contacts extends Observable {
  constructor(
    private readonly directory: Directory,
    private readonly history: History,
    private readonly own: string | undefined,
  ) {
    super();
    directory.subscribe(() => {
      this.changed();
    });
    history.subscribe(() => {
      this.changed();
    });
  }

  /** What a device of the house is called: its number where it has no name. */
  readonly nameOf = (number: string): string =>
    this.directory.entries.find((entry) => entry.deviceId === number)?.name ?? number;

  /** Whether one knows what the devices of the house are doing now. */
  get current(): boolean {
    return this.directory.current;
  }

  /** The devices of the house that one may call or pick up from, by name; the own one is none of them. */
  colleagues(): DirectoryEntry[] {
    return this.directory.entries
      .filter(({ deviceId, kind }) => deviceId !== this.own && shownKinds.includes(kind))
      .sort((a, b) => shownKinds.indexOf(a.kind) - shownKinds.indexOf(b.kind) || byName(a, b));
  }

  list(): Contact[] {
    // What somebody was doing before the connection was lost says nothing of now.
    const { entries, current } = this.directory;
    const inHouse = entries
      .filter((entry) => entry.deviceId !== this.own)
      .map(({ deviceId, name, state }) => ({ number: deviceId, name, state: current ? state : '' }));
    const known = new Set(inHouse.map(({ number }) => number));
    const others = this.history.contacts().filter(({ number }) => !known.has(number));
    return [...inHouse, ...others.map(({ number, name }) => ({ number, name, state: undefined }))];
  }
}

/** The kinds of devices that are of use to somebody at a telephone, in the order in which they are listed. */
const shownKinds = ['station', 'queue', 'park'];

function byName(a: DirectoryEntry, b: DirectoryEntry): number {
  return (a.name ?? a.deviceId).localeCompare(b.name ?? b.deviceId);
}
