import { css } from 'lit';

/** The look of a call. Its colours go by the kind of its state. */
export const callCardStyles = css`
  article {
    --lamp: var(--lamp-calling);
    --lamp-ink: var(--lamp-calling-ink);
    display: grid;
    grid-template-columns: auto 1fr auto;
    gap: var(--space-1) var(--space-3);
    align-items: center;
    padding: var(--space-3) var(--space-4);
    border-inline-start: 0.3rem solid var(--lamp);
  }

  .incoming {
    --lamp: var(--lamp-incoming);
    --lamp-ink: var(--lamp-incoming-ink);
  }

  .talking {
    --lamp: var(--lamp-talking);
    --lamp-ink: var(--lamp-talking-ink);
  }

  .held {
    --lamp: var(--lamp-held);
    --lamp-ink: var(--lamp-held-ink);
  }

  .failed {
    --lamp: var(--lamp-failed);
    --lamp-ink: var(--lamp-failed-ink);
  }

  .symbol {
    display: grid;
    place-items: center;
    inline-size: 2.25rem;
    block-size: 2.25rem;
    border: 2px solid var(--lamp);
    border-radius: 50%;
    color: var(--lamp-ink);
  }

  .symbol .icon {
    inline-size: 1.3rem;
    block-size: 1.3rem;
  }

  .queue {
    font-weight: 600;
  }

  .incoming .symbol {
    animation: ring 1.2s ease-in-out infinite;
  }

  @keyframes ring {
    50% {
      box-shadow: 0 0 0 0.35rem color-mix(in srgb, var(--lamp) 30%, transparent);
    }
  }

  h3 {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--space-2);
    font-size: var(--text-large);
    font-weight: 650;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }

  .number {
    color: var(--ink-soft);
    font-family: var(--font-digits);
    font-size: var(--text);
    font-weight: 400;
  }

  .state {
    display: flex;
    align-items: center;
    flex-wrap: wrap;
    gap: 0 var(--space-2);
    color: var(--lamp-ink);
    font-weight: 600;
  }

  .hint {
    color: var(--ink-soft);
    font-size: var(--text-small);
  }

  .direction {
    display: inline-flex;
    align-items: center;
    gap: var(--space-1);
    color: var(--ink-soft);
    font-weight: 400;
  }

  .timer {
    align-self: start;
    font-size: var(--text-large);
    font-weight: 600;
    line-height: 1.3;
  }

  .actions {
    grid-column: 2 / -1;
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
    margin-block-start: var(--space-2);
  }

  .excuse,
  .panel,
  .parties {
    grid-column: 2 / -1;
    margin-block-start: var(--space-2);
  }

  .parties {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-3);
    color: var(--ink-soft);
  }

  /* A banner has room for the buttons beside the name. */
  @media (min-width: 48rem) {
    :host([wide]) article {
      grid-template-columns: auto auto 1fr auto;
      padding-block: var(--space-4);
    }

    :host([wide]) .timer {
      order: 1;
      align-self: center;
      margin-inline-start: var(--space-4);
    }

    :host([wide]) .actions {
      grid-column: auto;
      order: 2;
      margin: 0;
    }

    :host([wide]) .actions button {
      min-inline-size: 8.5rem;
      min-block-size: 2.75rem;
    }

    :host([wide]) .excuse,
    :host([wide]) .panel {
      grid-column: 1 / -1;
      order: 3;
    }
  }

  :host([stale]) article {
    --lamp: var(--line-strong);
    --lamp-ink: var(--ink-soft);
    background: var(--sheet-sunk);
    color: var(--ink-soft);
  }

  :host([stale]) .symbol {
    animation: none;
  }

  @media (max-width: 30rem) {
    article {
      padding-inline: var(--space-3);
    }

    .actions,
    .panel,
    .parties,
    .excuse {
      grid-column: 1 / -1;
    }

    .actions button {
      flex: 1;
      padding-inline: var(--space-2);
      white-space: nowrap;
    }
  }
`;
