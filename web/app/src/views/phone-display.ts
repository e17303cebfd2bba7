import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';

import type { Device, Features } from '@cstahub/client';
import { t } from '../words/language.ts';
import { phoneState } from '../words/calls.ts';
import { phoneNotes } from '../words/settings.ts';
import { base } from './styles.ts';
import { Watch } from './watch.ts';

/** My telephone as its display would show it: number, name, and what it is doing. */
@customElement('hub-phone-display')
export class PhoneDisplay extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        padding: var(--space-4);
        background: var(--display);
        color: var(--bar-ink);
      }

      h1 {
        display: flex;
        align-items: center;
        gap: var(--space-3);
        font-size: var(--text-large);
        font-weight: 650;
      }

      .plate {
        padding: 0.05em 0.4em;
        border-radius: var(--radius-small);
        background: var(--plate);
        color: var(--plate-ink);
        font-family: var(--font-digits);
        font-size: 1.625rem;
        letter-spacing: 0.04em;
      }

      .name {
        overflow-wrap: anywhere;
        line-height: 1.25;
      }

      .notes {
        margin-block-start: var(--space-2);
        color: var(--note);
        font-weight: 650;
      }

      .notes:empty {
        display: none;
      }

      .state {
        display: block;
        color: var(--bar-ink-soft);
        font-size: var(--text-small);
        font-weight: 500;
      }
    `,
  ];

  @property({ attribute: false }) phone!: Device;
  @property({ attribute: false }) features!: Features;
  @property() name = '';
  /** What is shown is what the server last said. */
  @property({ type: Boolean, reflect: true }) ready = false;

  constructor() {
    super();
    new Watch(this, () => this.phone);
    new Watch(this, () => this.features);
  }

  protected override willUpdate(): void {
    this.ready = this.phone.sync === 'current';
  }

  override render() {
    const { phone } = this;
    return html`<h1>
        <span class="plate"><span class="unseen">${t().page.phone} </span>${phone.number}</span>
        <span class="name"
          >${this.name}<span class="state">${phoneState(phone.board, phone.sync)}</span></span
        >
      </h1>
      <p class="notes" role="status">${phoneNotes(this.features.settings)}</p>`;
  }
}
