import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';

import type { Features } from '@cstahub/client';
import { t } from '../words/language.ts';
import { base, buttons, fields } from './styles.ts';
import { Watch } from './watch.ts';

/** Has somebody outside call, for those who try the demo and have no outside. */
@customElement('hub-trial-calls')
export class TrialCalls extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    css`
      section {
        display: grid;
        gap: var(--space-2);
        padding: var(--space-3) var(--space-4) var(--space-4);
        border-block-start: 1px dashed var(--line-strong);
      }

      h2 {
        font-size: var(--text-small);
        font-weight: 600;
        color: var(--ink-soft);
      }

      .row {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
    `,
  ];

  @property({ attribute: false }) features!: Features;
  /** Has somebody call a number. */
  @property({ attribute: false }) callIn: (to: string) => Promise<void> = () => Promise.resolve();

  /** There is no connection, so that nobody can be asked to call. */
  @property({ type: Boolean }) stale = false;

  @state() private pending = false;
  @state() private failed = false;

  constructor() {
    super();
    new Watch(this, () => this.features);
  }

  override render() {
    const words = t().trial;
    const { memberships } = this.features.settings;
    return html`<section aria-labelledby="heading">
      <h2 id="heading">${words.heading}</h2>
      <div class="row">
        ${this.button(words.me, this.features.device.number)}
        ${memberships.map(({ queue, name }) => this.button(name ?? queue, queue))}
      </div>
      ${this.failed ? html`<p class="excuse" role="alert">${words.failed}</p>` : nothing}
    </section>`;
  }

  private button(label: string, to: string) {
    return html`<button
      type="button"
      aria-label=${t().trial.call(label)}
      aria-disabled=${this.stale || this.pending ? 'true' : nothing}
      @click=${() => this.call(to)}
    >
      ${label}
    </button>`;
  }

  private async call(to: string): Promise<void> {
    if (this.stale || this.pending) return;
    this.pending = true;
    this.failed = false;
    try {
      await this.callIn(to);
    } catch {
      this.failed = true;
    } finally {
      this.pending = false;
    }
  }
}
