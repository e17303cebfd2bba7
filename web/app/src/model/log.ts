import { Observable } from '@cstahub/client';

/** A message from the server, as it came. */
export interface LogEntry {
  /** Counts the messages of this page. */
  readonly id: number;
  readonly name: string;
  /** When it happened, or came where the message does not say, in milliseconds of the server's clock. */
  readonly time: number;
  readonly message: unknown;
}

/** How many messages are kept. */
export const keepEntries = 200;

/** The latest messages from the server. */
export class MessageLog extends Observable {
  /** The latest first. */
  entries: readonly LogEntry[] = [];

  private count = 0;

  add(name: string, time: number, message: unknown): void {
    this.count++;
    this.entries = [{ id: this.count, name, time, message }, ...this.entries].slice(0, keepEntries);
    this.changed();
  }

  clear(): void {
    this.entries = [];
    this.changed();
  }
}
