import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';

import type { HubState } from '@cstahub/client';
import { t } from '../words/language.ts';
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
        max-inline-size: 90rem;
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
    return html`<section class="notice" aria-label=${t().connection.label}>
      <p class="words" role="status">${words}</p>
      ${this.countdown()}
      <button type="button" ?hidden=${this.offline} @click=${this.retry}>${t().connection.tryNow}</button>
    </section>`;
  }

  private words(): string {
    const words = t().connection;
    switch (this.state?.kind) {
      case 'connecting':
        return this.offline ? words.thisIsOffline : words.unreachable;
      case 'reconnecting':
        return this.offline ? words.thisIsOfflineCalls : words.lost;
      case 'refused':
        return words.refuses(this.state.reason);
      case 'connected':
        return this.trouble === undefined ? '' : words.trouble(this.trouble);
      default:
        return '';
    }
  }

  /** It is no part of the words, so that a screen reader does not count along. */
  private countdown() {
    const at = this.retryAt();
    if (at === undefined || this.offline) return nothing;
    const seconds = Math.ceil((at - Date.now()) / 1000);
    return html`<span class="digits"
      >${seconds > 0 ? t().connection.tryingIn(seconds) : t().connection.trying}</span
    >`;
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
