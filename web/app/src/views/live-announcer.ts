import { LitElement, type PropertyValues, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';

import { type Board, emptyBoard } from '@cstahub/client';
import { type Announcement, announce } from '../words/announce.ts';
import { base } from './styles.ts';

/** Says to screen readers what happens to the calls. It is not seen. */
@customElement('hub-live-announcer')
export class LiveAnnouncer extends LitElement {
  static override styles = base;

  @property({ attribute: false }) board: Board = emptyBoard;
  /** What the devices are called. */
  @property({ attribute: false }) nameOf = (number: string): string => number;

  @state() private last: Announcement = { urgent: '', polite: '' };

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('board')) return;
    const next = announce(changed.get('board') ?? emptyBoard, this.board, this.nameOf);
    if (next.urgent !== '' || next.polite !== '') this.last = next;
  }

  override render() {
    return html`
      <div class="unseen" role="alert" aria-live="assertive">${this.last.urgent}</div>
      <div class="unseen" role="status" aria-live="polite">${this.last.polite}</div>
    `;
  }
}
