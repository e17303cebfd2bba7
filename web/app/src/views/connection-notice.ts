import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';

import type { HubState } from '@cstahub/client';
import { base, buttons } from './styles.ts';
import { Tick } from './tick.ts';

/** Says what is the matter while there is no connection. Fires "retry" when the user does not want to wait. */
@customElement('hub-connection-notice')
export class ConnectionNotice extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      .notice {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2) var(--space-4);
        max-inline-size: 80rem;
        margin-inline: auto;
        padding: var(--space-2) var(--space-4);
      }

      .words {
        flex: 1 1 20rem;
        font-weight: 600;
      }

      :host {
        border-block-end: 1px solid var(--lamp-incoming);
        background: var(--lamp-incoming-soft);
        color: var(--lamp-incoming-ink);
      }

      button {
        min-block-size: 2rem;
      }
    `,
  ];

  @property({ attribute: false }) state: HubState | undefined;
  /** Why the telephone cannot be watched although there is a connection. */
  @property({ attribute: false }) trouble: string | undefined;
  @property({ type: Boolean }) offline = false;

  constructor() {
    super();
    new Tick(this, () => {
      const at = this.retryAt();
      return at === undefined || at <= Date.now() ? undefined : Date.now() - at;
    });
  }

  override render() {
    const words = this.words();
    if (words === '') return nothing;
    return html`<section class="notice" aria-label="Connection">
      <p class="words" role="status">${words}</p>
      ${this.countdown()}
      <button type="button" ?hidden=${this.offline} @click=${this.retry}>Try now</button>
    </section>`;
  }

  private words(): string {
    switch (this.state?.kind) {
      case 'connecting':
        return this.offline ? 'This computer is offline.' : 'The server cannot be reached.';
      case 'reconnecting':
        return this.offline
          ? 'This computer is offline. Calls go on without this page.'
          : 'The connection to the server is lost. Calls go on without this page.';
      case 'refused':
        return `The server refuses the connection: ${this.state.reason}`;
      case 'connected':
        return this.trouble === undefined ? '' : `Your phone cannot be shown: ${this.trouble}`;
      default:
        return '';
    }
  }

  /** It is no part of the words, so that a screen reader does not count along. */
  private countdown() {
    const at = this.retryAt();
    if (at === undefined || this.offline) return nothing;
    const seconds = Math.ceil((at - Date.now()) / 1000);
    return html`<span class="digits">${seconds > 0 ? `Trying again in ${seconds} s` : 'Trying again'}</span>`;
  }

  private retryAt(): number | undefined {
    return this.state?.kind === 'connecting' || this.state?.kind === 'reconnecting'
      ? this.state.retryAt
      : undefined;
  }

  private retry(): void {
    this.dispatchEvent(new CustomEvent('retry'));
  }
}
