import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Whether the browser believes that it has a network. */
export class Online implements ReactiveController {
  constructor(
    private readonly host: ReactiveControllerHost,
    /** Is called when the network comes back. */
    private readonly back: () => void,
  ) {
    host.addController(this);
  }

  get now(): boolean {
    return navigator.onLine;
  }

  hostConnected(): void {
    addEventListener('online', this.changed);
    addEventListener('offline', this.changed);
  }

  hostDisconnected(): void {
    removeEventListener('online', this.changed);
    removeEventListener('offline', this.changed);
  }

  private readonly changed = (): void => {
    if (this.now) this.back();
    this.host.requestUpdate();
  };
}
