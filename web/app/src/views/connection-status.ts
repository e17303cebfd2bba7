import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';

import type { Client } from '@cstahub/client';
import { t } from '../words/language.ts';
import { base } from './styles.ts';
import { Watch } from './watch.ts';

/** In a word how the page stands to the server. */
@customElement('hub-connection-status')
export class ConnectionStatus extends LitElement {
  static override styles = [
    base,
    css`
      p {
        display: inline-flex;
        align-items: center;
        gap: var(--space-2);
        font-size: var(--text-small);
        font-weight: 600;
        white-space: nowrap;
      }

      .lamp {
        inline-size: 0.625rem;
        block-size: 0.625rem;
        flex: none;
        border: 2px solid #f0b44c;
        border-radius: 50%;
      }

      .connected .lamp {
        border-color: #6fd9a0;
        background: #6fd9a0;
      }

      .refused .lamp {
        border-color: #ff9c90;
        background: #ff9c90;
      }
    `,
  ];

  @property({ attribute: false }) client!: Client;
  @property({ type: Boolean }) offline = false;

  constructor() {
    super();
    new Watch(this, () => this.client);
  }

  override render() {
    const { kind } = this.client.state;
    return html`<p class=${kind} role="status">
      <span class="lamp"></span
      ><span class="unseen">${t().connection.server} </span>${statusWords(this.client, this.offline)}
    </p>`;
  }
}

function statusWords(client: Client, offline: boolean): string {
  const words = t().connection;
  switch (client.state.kind) {
    case 'connected':
      return client.quality.grade === 'poor' ? words.slow : words.connected;
    case 'connecting':
      return offline ? words.offline : words.connecting;
    case 'reconnecting':
      return offline ? words.offline : words.reconnecting;
    case 'refused':
      return words.refused;
    case 'unauthorized':
    case 'stopped':
      return words.loggedOut;
  }
}
