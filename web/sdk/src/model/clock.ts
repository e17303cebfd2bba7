/** How far clocks may be apart before it matters: an HTTP date is no more exact than that. In milliseconds. */
const tolerance = 2000;

/**
 * The server's clock, as well as it is known here. Durations of calls are counted from times that the server
 * wrote down; a computer whose clock is wrong would show nonsense.
 */
export class ServerClock {
  private ahead = 0;

  constructor(private readonly local: () => number = Date.now) {}

  /** Milliseconds since 1970. */
  now(): number {
    return this.local() + this.ahead;
  }

  /** Takes in what the server's clock says right now. */
  set(serverTime: number): void {
    const ahead = serverTime - this.local();
    this.ahead = Math.abs(ahead) < tolerance ? 0 : ahead;
  }
}
