import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';

import type { DirectoryEntry } from '@cstahub/client';
import type { Contacts } from '../model/contacts.ts';
import { found, presenceWords } from '../words/contacts.ts';
import { t } from '../words/language.ts';
import { icon } from './icons.ts';
import { base, buttons, fields, panel } from './styles.ts';
import { Watch } from './watch.ts';

/** How many are listed at once; whoever looks for another one types a part of his name. */
const most = 40;

/** Who else there is, and who is free, live. Fires "call" and "pick-up" with a number. */
@customElement('hub-colleagues')
export class Colleagues extends LitElement {
  static override styles = [
    base,
    buttons,
    fields,
    panel,
    css`
      h2 {
        margin-block-end: var(--space-2);
      }

      .search {
        padding: var(--space-3) var(--space-4);
        border-block-end: 1px solid var(--line);
      }

      li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: 0 var(--space-3);
        align-items: center;
        min-block-size: 3rem;
        padding: var(--space-1) var(--space-2) var(--space-1) var(--space-4);
      }

      li + li {
        border-block-start: 1px solid var(--line);
      }

      .lamp {
        inline-size: 0.75rem;
        block-size: 0.75rem;
        border: 2px solid var(--line-strong);
        border-radius: 50%;
      }

      .idle .lamp {
        border-color: var(--lamp-talking);
        background: var(--lamp-talking);
      }

      .ringing .lamp {
        border-color: var(--lamp-incoming);
      }

      .busy .lamp {
        border-color: var(--lamp-failed);
        border-radius: 0.15rem;
        background: var(--lamp-failed);
      }

      .name {
        font-weight: 600;
        overflow-wrap: anywhere;
      }

      .number {
        font-family: var(--font-digits);
      }

      .doing {
        color: var(--ink-soft);
        font-size: var(--text-small);
      }

      li button {
        min-inline-size: 2.5rem;
        min-block-size: 2.25rem;
        color: var(--lamp-talking-ink);
      }

      .instead {
        padding: var(--space-4);
        color: var(--ink-soft);
        text-align: center;
      }

      .stale {
        margin-block-end: var(--space-2);
        color: var(--lamp-incoming-ink);
        font-weight: 600;
      }

      @media (forced-colors: active) {
        .lamp {
          border-color: CanvasText;
        }

        .busy .lamp {
          background: CanvasText;
        }
      }
    `,
  ];

  @property({ attribute: false }) contacts!: Contacts;
  /** There is no connection, so that nobody can be called. */
  @property({ type: Boolean }) stale = false;

  @state() private wanted = '';

  constructor() {
    super();
    new Watch(this, () => this.contacts);
  }

  override render() {
    const all = this.contacts.colleagues();
    const chosen = found(all, this.wanted);
    const words = t().colleagues;
    return html`<section aria-labelledby="heading">
      <h2 id="heading">${words.heading}</h2>
      ${all.length > 0 && !this.contacts.current ? html`<p class="stale">${words.stale}</p>` : nothing}
      <div class="sheet">
        <div class="search">
          <label class="unseen" for="search">${words.search}</label>
          <input
            id="search"
            type="search"
            autocomplete="off"
            maxlength="80"
            placeholder=${words.search}
            @input=${(event: InputEvent) => (this.wanted = (event.target as HTMLInputElement).value)}
          />
        </div>
        ${chosen.length > 0 ? this.list(chosen) : html`<p class="instead" role="status">${this.instead(all.length)}</p>`}
      </div>
    </section>`;
  }

  private instead(all: number): string {
    const words = t().colleagues;
    if (all > 0) return words.nobody;
    return this.contacts.current ? words.none : words.asking;
  }

  private list(chosen: readonly DirectoryEntry[]) {
    const more = chosen.length - most;
    return html`<ul aria-labelledby="heading">
        ${repeat(
          chosen.slice(0, most),
          (entry) => entry.deviceId,
          (entry) => this.entry(entry),
        )}
      </ul>
      ${more > 0 ? html`<p class="instead">${t().colleagues.more(more)}</p>` : nothing}`;
  }

  private entry(entry: DirectoryEntry) {
    const { deviceId, kind, state: doing } = entry;
    const name = entry.name ?? deviceId;
    const { current } = this.contacts;
    const person = kind === 'station';
    return html`<li class=${current && person ? doing : ''}>
      <span class="lamp"></span>
      <div>
        <p class="name">${name}</p>
        <p class="doing"><span class="number">${deviceId}</span> ${presenceWords(entry, current)}</p>
      </div>
      ${
        kind === 'park'
          ? this.button('pick-up', entry, t().colleagues.pickUpAt(name))
          : this.button('call', entry, t().colleagues.call(name))
      }
    </li>`;
  }

  private button(what: 'call' | 'pick-up', { deviceId }: DirectoryEntry, label: string) {
    return html`<button
      type="button"
      class="plain"
      aria-label=${label}
      title=${label}
      aria-disabled=${this.stale ? 'true' : nothing}
      @click=${() => {
        if (!this.stale) this.dispatchEvent(new CustomEvent<string>(what, { detail: deviceId }));
      }}
    >
      ${icon(what === 'call' ? 'answer' : 'retrieve')}
    </button>`;
  }
}
