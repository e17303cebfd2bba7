import type { LitElement, ReactiveController } from 'lit';

import { type Board, emptyBoard } from '@cstahub/client';
import { heir } from '../model/heir.ts';
import { CallCard } from './call-card.ts';

/**
 * Keeps the keyboard's place with a call. A call that is answered or ends changes its place on the page or
 * leaves it, and the button that had the focus is gone; whoever works by keyboard must not start over at the top.
 */
export class FocusKeeper implements ReactiveController {
  constructor(
    host: LitElement,
    /** Gives the parts of the page that have calls in them. */
    private readonly parts: () => Iterable<LitElement>,
    private readonly board: () => Board,
    /** Puts the focus on a call; undefined is one that is over. */
    private readonly focusCall: (id: string | undefined) => void,
  ) {
    host.addController(this);
  }

  /** The call that had the focus in it before this update. */
  private call: string | undefined;
  /** The calls that were shown before this update. */
  private shown = emptyBoard;

  hostUpdate(): void {
    this.call = focusPath().find((element) => element instanceof CallCard)?.call.id;
  }

  hostUpdated(): void {
    const before = this.shown;
    this.shown = this.board();
    if (this.call !== undefined) void this.restore(heir(this.call, before, this.shown));
  }

  private async restore(call: string | undefined): Promise<void> {
    await Promise.all(Array.from(this.parts(), (part) => part.updateComplete));
    if (focusPath().length === 0) this.focusCall(call);
  }
}

/** The element that has the focus and the components that it is in, outermost first; empty if nothing has it. */
function focusPath(): Element[] {
  const path: Element[] = [];
  for (let root: DocumentOrShadowRoot | null = document; root !== null;) {
    const element: Element | null = root.activeElement;
    if (element === null || element === document.body) break;
    path.push(element);
    root = element.shadowRoot;
  }
  return path;
}
