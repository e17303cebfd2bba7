import { type Client, type Directory, Observable, type Queue } from '@cstahub/client';

/** What a wallboard has to show. */
export type WallboardState =
  /** Nobody has told yet which queues there are, or whether the user may see them. */
  | { readonly kind: 'asking' }
  | { readonly kind: 'noQueues' }
  /** There are queues, and the user may watch none of them. */
  | { readonly kind: 'notPermitted' }
  | { readonly kind: 'queues'; readonly queues: readonly Queue[] };

/** The queues that the user may watch: those of the directory that the server lets him monitor. */
export class Wallboard extends Observable {
  private readonly queues = new Map<string, Queue>();
  private known = false;
  private readonly directory: Directory;

  constructor(private readonly client: Client) {
    super();
    this.directory = client.directory;
    this.directory.subscribe(() => {
      this.follow();
    });
  }

  get state(): WallboardState {
    if (!this.known) return { kind: 'asking' };
    const all = [...this.queues.values()];
    const shown = all.filter(({ trouble }) => trouble === undefined);
    if (all.length === 0) return { kind: 'noQueues' };
    if (shown.length === 0) return { kind: 'notPermitted' };
    // One that nobody has said anything of yet may turn out to be none of the user's business.
    const told = shown.filter(({ figures }) => figures !== undefined);
    return told.length === 0 ? { kind: 'asking' } : { kind: 'queues', queues: told };
  }

  /** What a device is called. */
  readonly nameOf = (number: string): string =>
    this.directory.entries.find(({ deviceId }) => deviceId === number)?.name ?? number;

  private follow(): void {
    if (!this.directory.current) return;
    this.known = true;
    const numbers = this.directory.entries
      .filter(({ kind }) => kind === 'queue')
      .map(({ deviceId }) => deviceId);
    for (const [number, queue] of this.queues) {
      if (numbers.includes(number)) continue;
      this.queues.delete(number);
      queue.close();
    }
    for (const number of numbers) {
      if (this.queues.has(number)) continue;
      const queue = this.client.queue(number);
      this.queues.set(number, queue);
      queue.subscribe(() => {
        this.changed();
      });
    }
    this.changed();
  }
}
