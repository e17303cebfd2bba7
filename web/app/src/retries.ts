const seconds = [1, 2, 4, 8, 15];

/** Waits between tries of something that fails: longer each time, but never more than a quarter of a minute. */
export class Retries {
  private failed = 0;
  private end: (() => void) | undefined;

  /** Waits until it is time for the next try, or until skip is called. Says when it will be, in milliseconds. */
  async wait(say: (at: number) => void): Promise<void> {
    const base = seconds[Math.min(this.failed++, seconds.length - 1)] ?? 0;
    // Never exactly as long as everybody else who lost the same server.
    const ms = Math.round(base * 1000 * (0.75 + Math.random() / 2));
    say(Date.now() + ms);
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.end = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.end = undefined;
  }

  /** Does nothing while nobody waits. */
  skip(): void {
    this.end?.();
  }
}
