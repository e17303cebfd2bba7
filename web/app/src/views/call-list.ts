import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';

import type { Call, Sync } from '@cstahub/client';
import { t } from '../words/language.ts';
import type { Desk } from '../session.ts';
import { CallCard } from './call-card.ts';
import { base, panel } from './styles.ts';

/** The calls at my telephone, save those that wait for an answer. */
@customElement('hub-call-list')
export class CallList extends LitElement {
  static override styles = [
    base,
    panel,
    css`
      h2 {
        margin-block-end: var(--space-2);
      }

      ul {
        display: grid;
        gap: var(--space-3);
      }

      li {
        overflow: clip;
      }

      .none {
        padding: var(--space-4);
        border: 1px dashed var(--line-strong);
        border-radius: var(--radius);
        color: var(--ink-soft);
        text-align: center;
      }

      .stale {
        margin-block-end: var(--space-2);
        color: var(--lamp-incoming-ink);
        font-weight: 600;
      }
    `,
  ];

  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) calls: readonly Call[] = [];
  /** How many calls are shown elsewhere. */
  @property({ attribute: false }) elsewhere = 0;
  @property({ attribute: false }) sync: Sync = 'away';

  /** Puts the focus on a call, or on the heading where that is gone. */
  focusCall(id: string | undefined): void {
    for (const card of this.renderRoot.querySelectorAll('hub-call-card')) {
      if (card instanceof CallCard && card.call.id === id) {
        // It may have come to the page just now.
        void card.updateComplete.then(() => {
          card.focus();
        });
        return;
      }
    }
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  override render() {
    return html`<section aria-labelledby="heading">
      <h2 id="heading" tabindex="-1">${t().calls.heading}</h2>
      ${this.sync === 'away' ? html`<p class="stale">${this.staleWords()}</p>` : nothing}
      ${this.calls.length === 0 ? this.none() : this.list()}
    </section>`;
  }

  private staleWords(): string {
    return this.calls.length + this.elsewhere > 0 ? t().calls.stale : t().calls.staleNone;
  }

  private none() {
    if (this.sync !== 'current') return nothing;
    return html`<p class="none">${this.elsewhere > 0 ? t().calls.noOthers : t().calls.none}</p>`;
  }

  private list() {
    const { phone, clock, contacts } = this.desk;
    return html`<ul>
      ${repeat(
        this.calls,
        (call) => call.id,
        (call) =>
          html`<li class="sheet">
            <hub-call-card
              .call=${call}
              .phone=${phone}
              .clock=${clock}
              .others=${this.calls.filter((other) => other !== call)}
              .contacts=${contacts}
              ?stale=${this.sync !== 'current'}
            ></hub-call-card>
          </li>`,
      )}
    </ul>`;
  }
}
