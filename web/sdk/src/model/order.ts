/** A place in a session's event log: an epoch, and an offset in it that counts the events. */
export interface Position {
  readonly epoch: string;
  readonly offset: number;
}

/**
 * How an event stands to the last one that was taken in: the one that follows it, one that is contained in
 * what is known already, or one before which something is missing.
 */
export function follows(last: Position, next: Position): 'next' | 'known' | 'gap' {
  if (next.epoch !== last.epoch) return 'gap';
  if (next.offset <= last.offset) return 'known';
  return next.offset === last.offset + 1 ? 'next' : 'gap';
}
