import type { DirectoryEntry } from '../rest.ts';
import type { Link, LinkListener } from './link.ts';
import { Observable } from './observable.ts';

/** The hub's stream of who is free: a list of all first, then lists of those that change. */
const watchPresence = 'WatchPresence';

/** The devices that the user may see, and what each is doing, live. */
export class Directory extends Observable implements LinkListener {
  /** By number; what they are worth is said by current. */
  entries: readonly DirectoryEntry[] = [];
  /** Whether the entries are as the server last said. */
  current = false;

  private readonly detach: () => void;
  private end: () => void = () => undefined;

  constructor(
    private readonly link: Link,
    private readonly closed: () => void = () => undefined,
  ) {
    super();
    this.detach = link.attach(this);
  }

  /** Ends the use of the directory. */
  close(): void {
    this.closed();
    this.detach();
    this.disconnected();
  }

  connected(): void {
    this.end();
    let first = true;
    this.end = this.link.stream(
      watchPresence,
      (item) => {
        const list = item as readonly DirectoryEntry[];
        this.entries = first ? list : merged(this.entries, list);
        first = false;
        this.current = true;
        this.changed();
      },
      () => {
        this.current = false;
        this.changed();
      },
    );
  }

  disconnected(): void {
    this.end();
    this.end = () => undefined;
    this.current = false;
    this.changed();
  }

  event(): void {
    // The stream tells all.
  }

  monitorStopped(): void {
    // As above.
  }

  sessionTerminated(): void {
    // What follows is the end of the connection, which is told as such.
  }
}

/** The entries after some have changed; one that is gone says so in the place of its state. */
function merged(
  entries: readonly DirectoryEntry[],
  list: readonly DirectoryEntry[],
): readonly DirectoryEntry[] {
  const all = new Map(entries.map((entry) => [entry.deviceId, entry]));
  for (const entry of list) {
    if (entry.state === 'gone') all.delete(entry.deviceId);
    else all.set(entry.deviceId, entry);
  }
  return [...all.values()].sort((a, b) => (a.deviceId < b.deviceId ? -1 : 1));
}
