import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';

import type { ServerClock } from '@cstahub/client';
import { duration } from '../words/time.ts';
import { base } from './styles.ts';
import { Tick } from './tick.ts';

/** Counts the time since a moment of the server's clock. */
@customElement('hub-call-timer')
export class CallTimer extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: inline;
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  @property({ attribute: false }) clock!: ServerClock;
  /** In milliseconds; undefined counts nothing. */
  @property({ attribute: false }) since: number | undefined;

  constructor() {
    super();
    new Tick(this, () => (this.since === undefined ? undefined : this.clock.now() - this.since));
  }

  override render() {
    if (this.since === undefined) return nothing;
    return html`<span role="timer">${duration(this.clock.now() - this.since)}</span>`;
  }
}
