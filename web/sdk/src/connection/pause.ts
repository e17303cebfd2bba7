/** A wait that can be cut short. */
export class Pause {
  private end: (() => void) | undefined;

  /** Waits for ms milliseconds, or until skip is called. */
  async wait(ms: number): Promise<void> {
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
