/** How far clocks may be apart before it matters: an HTTP date is no more exact than that. In milliseconds. */
const tolerance = 2000;

/**
 * The server's clock, as well as it is known here. Durations of calls are counted from times that the server
 * wrote down; a computer whose clock is wrong would show nonsense.
 */
export class ServerClock {
  private ahead = 0;
  /** How far the server's clock is ahead at least, by what was heard of it. */
  private heard = -Infinity;

  constructor(private readonly local: () => number = Date.now) {}

  /** Milliseconds since 1970. */
  now(): number {
    return this.local() + this.ahead;
  }

  /** Takes in what the server's clock says right now. */
  set(serverTime: number): void {
    this.take(serverTime - this.local());
  }

  /**
   * Takes in what the server's clock said when it sent something. That may have been long on its way: of all that
   * was heard, what came quickest is nearest to the truth.
   */
  hear(serverTime: number): void {
    this.heard = Math.max(this.heard, serverTime - this.local());
    this.take(this.heard);
  }

  /** Begins to hear anew: the clock here may have been put right meanwhile. */
  forget(): void {
    this.heard = -Infinity;
  }

  private take(ahead: number): void {
    this.ahead = Math.abs(ahead) < tolerance ? 0 : ahead;
  }
}
