import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';

import type { Call } from '@cstahub/client';
import { t } from '../words/language.ts';
import type { Desk } from '../session.ts';
import './call-card.ts';
import { base } from './styles.ts';

/** The banner of the calls that wait for an answer. It stays in sight however far the page is scrolled. */
@customElement('hub-incoming-calls')
export class IncomingCalls extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: sticky;
        z-index: 2;
        inset-block-start: 0;
      }

      section {
        border-block-end: 1px solid var(--lamp-incoming);
        background: var(--lamp-incoming-soft);
        box-shadow: var(--shadow);
      }

      hub-call-card {
        max-inline-size: 90rem;
        margin-inline: auto;
      }

      hub-call-card + hub-call-card {
        border-block-start: 1px solid var(--line);
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) calls: readonly Call[] = [];
  /** The calls that are shown elsewhere. */
  @property({ attribute: false }) others: readonly Call[] = [];
  @property({ type: Boolean }) stale = false;

  override render() {
    const { phone, clock, contacts } = this.desk;
    if (this.calls.length === 0 || phone === undefined) return nothing;
    return html`<section aria-label=${t().calls.incoming}>
      ${repeat(
        this.calls,
        (call) => call.id,
        (call) =>
          html`<hub-call-card
            wide
            .call=${call}
            .phone=${phone}
            .clock=${clock}
            .others=${this.others}
            .contacts=${contacts}
            ?stale=${this.stale}
          ></hub-call-card>`,
      )}
    </section>`;
  }
}
