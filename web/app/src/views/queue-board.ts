import { LitElement, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';

import { type Queue, type QueueFigures, type ServerClock, serviceLevel } from '@cstahub/client';
import { agentName, agentsByState, isLate } from '../words/wallboard.ts';
import { t } from '../words/language.ts';
import { duration } from '../words/time.ts';
import { base } from './styles.ts';
import { Tick } from './tick.ts';
import { Watch } from './watch.ts';

/** One queue on the wallboard. Its sizes go by the room that it has. */
@customElement('hub-queue-board')
export class QueueBoard extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        container-type: inline-size;
      }

      article {
        display: grid;
        align-content: space-between;
        gap: clamp(0.75rem, min(2.4cqi, 2.6vh), 3rem);
        block-size: 100%;
        padding: clamp(1rem, min(2.6cqi, 3vh), 4rem);
        border: 1px solid var(--line);
        border-block-start: clamp(0.4rem, 0.8cqi, 1.5rem) solid var(--lamp-talking);
        border-radius: var(--radius);
        background: var(--sheet);
        box-shadow: var(--shadow);
      }

      article.waiting {
        border-block-start-color: var(--lamp-incoming);
      }

      article.late {
        border-color: var(--lamp-failed);
      }

      .stale dd {
        color: var(--ink-soft);
        font-weight: 400;
      }

      header {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        justify-content: space-between;
        gap: 0 1em;
        font-size: clamp(1.125rem, min(3.2cqi, 6vh), 4.5rem);
      }

      h2 {
        font-size: inherit;
        font-weight: 700;
        overflow-wrap: anywhere;
      }

      .number {
        color: var(--ink-soft);
        font-family: var(--font-digits);
      }

      .warning {
        flex-basis: 100%;
        color: var(--lamp-incoming-ink);
        font-size: 0.7em;
        font-weight: 600;
      }

      dl {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: clamp(0.5rem, 1.6cqi, 2.5rem);
      }

      .counts {
        grid-template-columns: repeat(4, minmax(0, 1fr));
      }

      dl > div {
        display: flex;
        flex-direction: column;
      }

      dt {
        color: var(--ink-soft);
        font-size: clamp(0.8125rem, min(2.4cqi, 4vh), 3rem);
        font-weight: 600;
        line-height: 1.25;
      }

      dd {
        font-size: clamp(1.5rem, min(4.8cqi, 9vh), 7rem);
        font-variant-numeric: tabular-nums;
        font-weight: 700;
        line-height: 1.1;
      }

      .great dd {
        font-size: clamp(2.25rem, min(11cqi, 24vh), 20rem);
        letter-spacing: -0.03em;
        white-space: nowrap;
      }

      .great small {
        font-size: 0.45em;
      }

      .waiting .count,
      .waiting .wait {
        color: var(--lamp-incoming-ink);
      }

      .late .wait {
        color: var(--lamp-failed-ink);
      }

      .late .wait::after {
        content: ' !';
      }

      .counts,
      .agents {
        padding-block-start: clamp(0.75rem, 2cqi, 2.5rem);
        border-block-start: 1px solid var(--line);
      }

      .agents {
        display: flex;
        flex-wrap: wrap;
        gap: clamp(0.5rem, 1.4cqi, 2rem);
      }

      .agents > li {
        flex: 1 1 min(100%, 18cqi);
        padding-inline-start: clamp(0.5rem, 1.2cqi, 1.5rem);
        border-inline-start: clamp(0.25rem, 0.6cqi, 0.9rem) solid var(--line-strong);
      }

      .agents .agentReady {
        border-color: var(--lamp-talking);
      }

      .agents .agentBusy {
        border-color: var(--lamp-incoming);
      }

      .agents .agentWorkingAfterCall {
        border-color: var(--lamp-calling);
      }

      .agents .agentNotReady {
        border-color: var(--lamp-held);
      }

      .agents p {
        font-size: clamp(0.9375rem, min(2.8cqi, 4.6vh), 3.25rem);
        font-weight: 700;
      }

      .agents span {
        display: block;
        color: var(--ink-soft);
        font-size: clamp(0.8125rem, min(2.2cqi, 3.6vh), 2.5rem);
        overflow-wrap: anywhere;
      }

      @container (max-width: 30rem) {
        dl.great,
        dl.counts {
          grid-template-columns: repeat(2, minmax(0, 1fr));
        }
      }
    `,
  ];

  @property({ attribute: false }) queue!: Queue;
  @property({ attribute: false }) clock!: ServerClock;
  /** What the devices are called. */
  @property({ attribute: false }) nameOf: (number: string) => string = (number) => number;

  constructor() {
    super();
    new Watch(this, () => this.queue);
    new Tick(this, () => this.longest());
  }

  override render() {
    const { number, figures, sync } = this.queue;
    if (figures === undefined) return nothing;
    const current = sync === 'current';
    const longest = current ? this.longest() : undefined;
    const state = figures.waiting === 0 ? '' : isLate(figures, longest) ? 'waiting late' : 'waiting';
    return html`<article aria-labelledby="name" class="${current ? state : 'stale'}" data-sync=${sync}>
      <header>
        <h2 id="name">${this.queue.name ?? this.nameOf(number)}</h2>
        <span class="number">${number}</span>
        ${sync === 'away' ? html`<p class="warning" role="status">${t().wallboard.stale}</p>` : nothing}
      </header>
      ${this.now(figures, longest)} ${this.soFar(figures)} ${this.agents(figures)}
    </article>`;
  }

  /** How long the call has waited that has waited longest, in milliseconds. */
  private longest(): number | undefined {
    const since = this.queue.figures?.waitingSince;
    return since === undefined ? undefined : Math.max(0, this.clock.now() - since);
  }

  private now(figures: QueueFigures, longest: number | undefined) {
    const words = t().wallboard;
    const level = serviceLevel(figures);
    return html`<dl class="great">
      <div>
        <dt>${words.waiting}</dt>
        <dd class="count" data-figure="waiting">${figures.waiting}</dd>
      </div>
      <div>
        <dt>${words.longest}</dt>
        <dd class="wait" data-figure="longest">${longest === undefined ? '–' : duration(longest)}</dd>
      </div>
      <div>
        <dt>${figures.goal > 0 ? words.levelWithin(figures.goal) : words.level}</dt>
        <dd data-figure="level">
          ${level === undefined ? '–' : html`${Math.round(level * 100)}<small> %</small>`}
        </dd>
      </div>
    </dl>`;
  }

  private soFar(figures: QueueFigures) {
    const words = t().wallboard;
    return html`<dl class="counts">
      <div>
        <dt>${words.answered}</dt>
        <dd data-figure="answered">${figures.answered}</dd>
      </div>
      <div>
        <dt>${words.abandoned}</dt>
        <dd data-figure="abandoned">${figures.abandoned}</dd>
      </div>
      <div>
        <dt>${words.overflowed}</dt>
        <dd data-figure="overflowed">${figures.overflowed}</dd>
      </div>
      <div>
        <dt>${words.expected}</dt>
        <dd data-figure="expected">
          ${figures.expectedWait === undefined ? '–' : duration(figures.expectedWait * 1000)}
        </dd>
      </div>
    </dl>`;
  }

  private agents({ agents }: QueueFigures) {
    if (agents.length === 0) return html`<p class="agents">${t().wallboard.noAgents}</p>`;
    return html`<ul class="agents" aria-label=${t().wallboard.agents}>
      ${agentsByState(agents).map(
        ([state, those]) =>
          html`<li class=${state}>
            <p>${those.length} ${t().agents[state]}</p>
            <span>${those.map((agent) => agentName(agent, this.nameOf)).join(', ')}</span>
          </li>`,
      )}
    </ul>`;
  }
}
