import { type Obstacle, lasts, obstacleOf } from './obstacle.ts';
import { dialAndHangUp } from './press.ts';
import { type Shown, type Use, shownFor } from './state.ts';
import { standardDevice } from './standard-device.ts';
import { styles } from './styles.ts';
import { type Words } from './words/en.ts';
import { wordsOf } from './words.ts';
import { emptyBoard } from '../model/board.ts';
import type { Device } from '../model/device.ts';

/** How long a button shows what became of its call before it is ready for the next one, in milliseconds. */
const afterglow = 6000;

/** What the event "csta-call-state" tells. */
export interface CallStateDetail {
  readonly state: Shown['state'];
  /** In words, as the button shows it. */
  readonly words: string;
  readonly callId: string | undefined;
}

// Node has no elements; there the class is there to be imported, and not to be used.
const Base = (globalThis.HTMLElement as typeof HTMLElement | undefined) ?? (Object as never);

/**
 * A button that calls a number: <csta-call number="+45 22 33 44 55">Bob Berg</csta-call>. It shows what
 * becomes of the call, and hangs up when it is pressed again. The attribute "state" tells the state to style
 * sheets; "ring-first" has the own telephone ring first. Fires "csta-call-state".
 */
export class CallButton extends Base {
  static readonly observedAttributes = ['number', 'disabled', 'lang'];

  private own: Device | undefined;
  private watched: Device | undefined;
  private unsubscribe: (() => void) | undefined;
  private forgetStandard: (() => void) | undefined;
  private use: Use = { kind: 'nothing' };
  private last = '';
  private reset: ReturnType<typeof setTimeout> | undefined;
  private tick: ReturnType<typeof setTimeout> | undefined;

  private readonly button: HTMLElement;
  private readonly slotted: HTMLElement;
  private readonly status: HTMLElement;
  private readonly timer: HTMLElement;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open', delegatesFocus: true });
    root.adoptedStyleSheets = [styles()];
    const template = document.createElement('template');
    template.innerHTML = `<button part="button" type="button">
      <svg part="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2"
        stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M6.2 3.5h2.5a1 1 0 0 1 1 .8l.7
        3.1a1 1 0 0 1-.4 1l-1.7 1.3a12.4 12.4 0 0 0 6 6l1.3-1.7a1 1 0 0 1 1-.4l3.1.7a1 1 0 0 1 .8 1v2.5a2 2 0 0
        1-2 2A15.8 15.8 0 0 1 4.2 5.5a2 2 0 0 1 2-2Z"/></svg>
      <span part="label"><slot></slot></span></button>
      <span part="status" role="status"></span><span part="timer" aria-hidden="true"></span>`;
    root.append(template.content);
    this.button = part(root, 'button');
    this.slotted = part(root, 'slot');
    this.status = part(root, '[part=status]');
    this.timer = part(root, '[part=timer]');
    this.button.addEventListener('click', () => void this.press());
    this.slotted.addEventListener('slotchange', () => {
      this.show();
    });
  }

  /** The number that is called. */
  get number(): string {
    return this.getAttribute('number') ?? '';
  }

  set number(number: string) {
    this.setAttribute('number', number);
  }

  /** The telephone that is called from; that of useDevice where none is set. */
  get device(): Device | undefined {
    return this.own ?? standardDevice.device;
  }

  set device(device: Device | undefined) {
    this.own = device;
    this.follow();
  }

  /** Presses the button, as a click on it does. */
  override click(): void {
    this.button.click();
  }

  connectedCallback(): void {
    this.forgetStandard = standardDevice.subscribe(() => {
      this.follow();
    });
    this.follow();
  }

  disconnectedCallback(): void {
    this.forgetStandard?.();
    this.unsubscribe?.();
    this.watched = this.unsubscribe = undefined;
    clearTimeout(this.reset);
    clearTimeout(this.tick);
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.show();
  }

  private follow(): void {
    if (!this.isConnected) return;
    if (this.device !== this.watched) {
      this.unsubscribe?.();
      this.watched = this.device;
      this.unsubscribe = this.watched?.subscribe(() => {
        this.show();
      });
      this.use = { kind: 'nothing' };
    }
    this.show();
  }

  private shown(): Shown {
    const { watched } = this;
    return shownFor(this.number, this.use, watched?.board ?? emptyBoard, obstacleOf(this.number, watched));
  }

  private async press(): Promise<void> {
    const device = this.watched;
    if (device === undefined || this.button.getAttribute('aria-disabled') === 'true') return;
    clearTimeout(this.reset);
    this.reset = undefined;
    await dialAndHangUp(device, this.number, this.hasAttribute('ring-first'), this.shown(), (use) => {
      if (device !== this.watched) return;
      this.use = use;
      this.show();
    });
  }

  /** Brings the page up to date. */
  private show(): void {
    const shown = this.shown();
    const words = wordsOf(this);
    const status = inWords(shown, words);
    const text = this.textContent.trim();
    const busy = 'call' in shown && shown.call !== undefined;
    const off = shown.state === 'unavailable' || this.hasAttribute('disabled');
    const who = text === '' ? this.number : text.includes(this.number) ? text : `${text} ${this.number}`;
    if (text === '' && this.slotted.textContent !== this.number) this.slotted.textContent = this.number;
    this.button.setAttribute('aria-label', busy ? words.hangUp(who) : words.call(who));
    this.button.setAttribute('aria-disabled', String(off && !busy));
    this.button.title = shown.state === 'unavailable' ? obstacleWords(shown.obstacle, words) : '';
    if (shown.state === 'unavailable' && status !== '') warn(status);
    if (this.status.textContent !== status) this.status.textContent = status;
    if (this.getAttribute('state') !== shown.state) this.setAttribute('state', shown.state);
    this.count(shown);
    this.settle(shown);
    const news = `${shown.state} ${status}`;
    if (news === this.last) return;
    this.last = news;
    const callId = 'call' in shown ? shown.call?.id : undefined;
    const detail: CallStateDetail = { state: shown.state, words: status, callId };
    this.dispatchEvent(new CustomEvent('csta-call-state', { detail, bubbles: true, composed: true }));
  }

  /** Shows how long the call has lasted, once a second. */
  private count(shown: Shown): void {
    clearTimeout(this.tick);
    if (shown.state !== 'connected' || shown.call.answered === undefined) {
      this.timer.textContent = '';
      return;
    }
    const now = this.watched?.clock.now() ?? Date.now();
    const seconds = Math.max(0, Math.floor((now - shown.call.answered) / 1000));
    this.timer.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    this.tick = setTimeout(() => {
      this.count(this.shown());
    }, 1000);
  }

  /** Makes the button ready for the next call when what became of the last one has been seen. */
  private settle(shown: Shown): void {
    const over = shown.state === 'ended' || (shown.state === 'failed' && shown.call === undefined);
    if (!over || this.reset !== undefined) return;
    this.reset = setTimeout(() => {
      this.reset = undefined;
      this.use = { kind: 'nothing' };
      this.show();
    }, afterglow);
  }
}

/** A part of the button that is there. */
function part(root: ParentNode, selector: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`<csta-call> has no ${selector}`);
  return found;
}

function inWords(shown: Shown, words: Words): string {
  switch (shown.state) {
    case 'unavailable':
      return lasts(shown.obstacle) ? obstacleWords(shown.obstacle, words) : '';
    case 'idle':
      return '';
    case 'calling':
      return shown.prompted ? words.pickUp : words.calling;
    case 'ringing':
      return words.ringing;
    case 'connected':
      return shown.held ? words.held : words.connected;
    case 'ended':
      return words.ended;
    case 'failed':
      switch (shown.why.kind) {
        case 'cause':
          return words.failed(words.causes[shown.why.cause] ?? shown.why.cause);
        case 'refusal':
          return words.refused(shown.why.refusal.detail);
        case 'noAnswer':
          return words.noAnswer;
      }
  }
}

function obstacleWords(obstacle: Obstacle, words: Words): string {
  switch (obstacle.kind) {
    case 'noNumber':
      return words.noNumber;
    case 'noDevice':
      return words.noDevice;
    case 'unauthorized':
      return words.unauthorized;
    case 'notConnected':
      return words.notConnected(obstacle.reason);
    case 'refused':
      return words.refusedByServer(obstacle.reason);
    case 'trouble':
      return words.trouble(obstacle.device, obstacle.detail);
    case 'asking':
      return words.unavailable;
  }
}

/** What the console has been told last; a page may have a hundred buttons in the same trouble. */
let warned = '';

/** Tells the page's author why buttons do not call. */
function warn(words: string): void {
  if (words === warned) return;
  warned = words;
  // eslint-disable-next-line no-console -- the page has no other place for what its author has to see to
  console.warn(`csta-call: ${words}`);
}

/** Makes <csta-call> known to the page; does nothing where it is, or where there are no elements. */
export function defineCallButton(): void {
  const registry = globalThis.customElements as CustomElementRegistry | undefined;
  if (registry !== undefined && registry.get('csta-call') === undefined)
    registry.define('csta-call', CallButton);
}
