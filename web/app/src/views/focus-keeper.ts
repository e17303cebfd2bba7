import type { LitElement, ReactiveController } from 'lit';

import { CallCard } from './call-card.ts';

/**
 * Keeps the keyboard's place with a call. A call that is answered or ends changes its place on the page or
 * leaves it, and the button that had the focus is gone; whoever works by keyboard must not start over at the top.
 */
export class FocusKeeper implements ReactiveController {
  /** The call that has the focus in it. */
  private call: string | undefined;

  constructor(
    private readonly host: LitElement,
    /** Puts the focus on a call, or where it was. */
    private readonly focusCall: (id: string) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.addEventListener('focusin', this.focusIn);
    this.host.addEventListener('focusout', this.focusOut);
  }

  hostDisconnected(): void {
    this.host.removeEventListener('focusin', this.focusIn);
    this.host.removeEventListener('focusout', this.focusOut);
  }

  /** Is called after each update; parts are the elements that have calls in them. */
  async keep(parts: readonly LitElement[]): Promise<void> {
    if (this.call === undefined) return;
    await Promise.all(parts.map((part) => part.updateComplete));
    const lost = document.activeElement === null || document.activeElement === document.body;
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- it may have changed while we waited
    if (lost && this.call !== undefined) this.focusCall(this.call);
  }

  private readonly focusIn = (event: Event): void => {
    const card = event.composedPath().find((target) => target instanceof CallCard);
    this.call = card?.call.id;
  };

  private readonly focusOut = (event: Event): void => {
    const target = event.composedPath()[0];
    // A button that was taken off the page has not been left by the user.
    setTimeout(() => {
      const left = document.activeElement === null || document.activeElement === document.body;
      if (left && target instanceof Element && target.isConnected) this.call = undefined;
    });
  };
}
