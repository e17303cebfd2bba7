import type { ReactiveController, ReactiveControllerHost } from 'lit';

import type { Observable } from '@cstahub/client';

/** Renders its host again whenever what it watches has changed. */
export class Watch implements ReactiveController {
  private watched: Observable | undefined;
  private unsubscribe: (() => void) | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    /** What is to be watched; is asked before each rendering. */
    private readonly what: () => Observable | undefined,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    this.follow(this.what());
  }

  hostDisconnected(): void {
    this.follow(undefined);
  }

  private follow(observable: Observable | undefined): void {
    if (observable === this.watched) return;
    this.unsubscribe?.();
    this.watched = observable;
    this.unsubscribe = observable?.subscribe(() => {
      this.host.requestUpdate();
    });
  }
}
