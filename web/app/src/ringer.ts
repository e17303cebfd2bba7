import { type Call, Observable, isIncoming } from '@cstahub/client';

import { who } from './words/calls.ts';
import { t } from './words/language.ts';

/** What is heard of an incoming call in this tab. */
export type Ringing =
  | 'none'
  /** This is the tab that rings. */
  | 'aloud'
  /** Another tab of the browser rings, or will when it can. */
  | 'elsewhere'
  /** The browser wants a click before it lets the page be heard. */
  | 'blocked';

/** Two tones, twice a second for a second, then two seconds of silence: in seconds. */
const cadence = { on: 1, period: 3 };
const tones = [440, 480];

/**
 * Rings for incoming calls. Of several tabs of a browser one is heard: the tab that holds a lock which the
 * others wait for, so that another takes over when it is closed. An answer anywhere ends the call's ringing by
 * its event, in every tab.
 */
export class Ringer extends Observable {
  state: Ringing = 'none';

  private audio: AudioContext | undefined;
  private stop: (() => void) | undefined;
  private readonly notes = new Map<string, Notification>();

  constructor(private readonly lockName: string) {
    super();
  }

  /** Rings for the calls that want it. */
  update(calls: readonly Call[]): void {
    const incoming = calls.filter(isIncoming);
    this.note(incoming);
    if (incoming.length === 0) this.silence();
    else if (this.stop === undefined) this.begin();
  }

  /** Makes the page heard. Browsers allow it during a click alone. */
  async unlock(): Promise<void> {
    this.audio ??= newAudio();
    await this.audio?.resume().catch(() => undefined);
    if (this.state === 'blocked') {
      this.silence();
      this.begin();
    }
  }

  silence(): void {
    this.stop?.();
    this.stop = undefined;
    this.set('none');
  }

  /** Ends the use of the ringer. */
  close(): void {
    this.silence();
    this.note([]);
    void this.audio?.close().catch(() => undefined);
    this.audio = undefined;
  }

  private begin(): void {
    const over = new AbortController();
    this.stop = () => {
      over.abort();
    };
    const audio = (this.audio ??= newAudio());
    // A tab that cannot be heard must not keep the others from it.
    if (audio?.state !== 'running') {
      this.set('blocked');
      return;
    }
    this.set('elsewhere');
    const { signal } = over;
    const aloud = async () => {
      if (signal.aborted) return;
      this.set('aloud');
      await ring(audio, signal);
    };
    // Pages that come by plain HTTP have no locks: there every tab rings.
    const locks = navigator.locks as LockManager | undefined;
    if (locks === undefined) void aloud();
    else locks.request(this.lockName, { signal }, aloud).catch(() => undefined);
  }

  /** Shows notifications for calls while nobody looks at the page. */
  private note(incoming: readonly Call[]): void {
    for (const [id, note] of this.notes) {
      if (incoming.some((call) => call.id === id)) continue;
      note.close();
      this.notes.delete(id);
    }
    if (!document.hidden || notificationsAllowed() !== 'granted') return;
    for (const call of incoming) {
      if (this.notes.has(call.id)) continue;
      // The same tag in every tab: one notification is shown, however many tabs there are.
      const note = notification(t().say.incoming(who(call)), call.id);
      if (note === undefined) return;
      note.onclick = () => {
        window.focus();
        note.close();
      };
      this.notes.set(call.id, note);
    }
  }

  private set(state: Ringing): void {
    if (state === this.state) return;
    this.state = state;
    this.changed();
  }
}

/** Whether the browser shows notifications of this page; undefined where it has none. */
export function notificationsAllowed(): NotificationPermission | undefined {
  return (globalThis.Notification as typeof Notification | undefined)?.permission;
}

/** Shows a notification; undefined where the browser has none of pages, but of service workers alone, as on Android. */
function notification(words: string, tag: string): Notification | undefined {
  try {
    return new Notification(words, { tag, icon: '/favicon.svg' });
  } catch {
    return undefined;
  }
}

function newAudio(): AudioContext | undefined {
  const Audio = globalThis.AudioContext as typeof AudioContext | undefined;
  return Audio === undefined ? undefined : new Audio();
}

/** Rings until the signal says that it is over. */
async function ring(audio: AudioContext, over: AbortSignal): Promise<void> {
  const gain = new GainNode(audio, { gain: 0 });
  gain.connect(audio.destination);
  const sources = tones.map((frequency) => new OscillatorNode(audio, { frequency }));
  for (const source of sources) {
    source.connect(gain);
    source.start();
  }
  const once = () => {
    const now = audio.currentTime;
    gain.gain.setTargetAtTime(0.12, now, 0.02);
    gain.gain.setTargetAtTime(0, now + cadence.on, 0.02);
  };
  once();
  const timer = setInterval(once, cadence.period * 1000);
  await new Promise<void>((ended) => {
    over.addEventListener('abort', () => {
      ended();
    });
  });
  clearInterval(timer);
  for (const source of sources) source.stop();
  gain.disconnect();
}
