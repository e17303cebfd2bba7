import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Renders its host again at every full second of something that is counted in seconds. */
export class Tick implements ReactiveController {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    /** How far the count is, in milliseconds; undefined while nothing is counted. */
    private readonly count: () => number | undefined,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostUpdated(): void {
    clearTimeout(this.timer);
    const count = this.count();
    if (count === undefined) return;
    // The remainder of a count that has not begun is negative; then the next second is further away.
    const toNextSecond = 1000 - (count % 1000);
    this.timer = setTimeout(() => {
      this.host.requestUpdate();
    }, toNextSecond);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
  }
}
