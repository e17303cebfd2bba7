import {
  ApiFailure,
  Client,
  type Device,
  type Features,
  type Login,
  type Me,
  Observable,
  ServerClock,
  Unauthorized,
  callIn,
  directory,
  login,
  me,
} from '@cstahub/client';

import { Contacts } from './model/contacts.ts';
import { History } from './model/history.ts';
import { MessageLog } from './model/log.ts';
import { Retries } from './retries.ts';
import { Ringer } from './ringer.ts';
import { localStore, loginStorage } from './storage.ts';

/** All that belongs to a user who is logged in. */
export interface Desk {
  readonly me: Me;
  readonly client: Client;
  readonly clock: ServerClock;
  readonly log: MessageLog;
  readonly history: History;
  readonly contacts: Contacts;
  readonly ringer: Ringer;
  /** Undefined for a user without a telephone. */
  readonly phone: Device | undefined;
  /** What that is set to. */
  readonly features: Features | undefined;
  /** Has somebody outside call a number of ours, where the user may have that. */
  readonly callIn: ((to: string) => Promise<void>) | undefined;
}

export type SessionState =
  /** Nobody is logged in; notice says why, where that is not plain. */
  | { readonly kind: 'loggedOut'; readonly notice: Notice | undefined }
  | { readonly kind: 'loggingIn' }
  /** There is a token, and the server is asked whose it is; again at retryAt if it was not reached. */
  | { readonly kind: 'resuming'; readonly retryAt: number | undefined }
  | { readonly kind: 'loggedIn'; readonly desk: Desk };

export type Notice =
  | { readonly kind: 'wrongPassword' }
  | { readonly kind: 'tooMany' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'server'; readonly detail: string }
  | { readonly kind: 'expired' }
  /** Logged out while calls were going on. */
  | { readonly kind: 'callsGoOn' };

/** Who uses this tab. */
export class Session extends Observable {
  state: SessionState = { kind: 'loggedOut', notice: undefined };
  /** Who was logged in last, for the next login. */
  lastUser = '';

  private readonly retries = new Retries();
  /** Counts logins and logouts; what belongs to an earlier one is of no interest any more. */
  private turn = 0;

  /** Logs in with a password. */
  async logIn(userId: string, password: string): Promise<void> {
    const turn = ++this.turn;
    this.lastUser = userId;
    this.set({ kind: 'loggingIn' });
    try {
      const token = await login('', userId, password);
      const desk = await this.desk(token);
      if (turn === this.turn) this.enter(token, desk);
    } catch (error) {
      if (turn === this.turn) this.set({ kind: 'loggedOut', notice: loginNotice(error) });
    }
  }

  /** Goes on with the login that this tab had before it was reloaded, if it had one. */
  async resume(): Promise<void> {
    const kept = loginStorage.load();
    if (kept === undefined) return;
    this.lastUser = kept.userId;
    const turn = ++this.turn;
    for (;;) {
      this.set({ kind: 'resuming', retryAt: undefined });
      try {
        const desk = await this.desk(kept);
        if (turn === this.turn) this.enter(kept, desk);
        return;
      } catch (error) {
        if (turn !== this.turn) return;
        if (error instanceof ApiFailure && error.kind === 'unauthorized') {
          this.leave({ kind: 'expired' });
          return;
        }
      }
      await this.retries.wait((retryAt) => {
        this.set({ kind: 'resuming', retryAt });
      });
      if (turn !== this.turn) return;
    }
  }

  /** Ends the use of this tab. Calls go on without it. */
  logOut(): void {
    const calls = this.state.kind === 'loggedIn' ? (this.state.desk.phone?.board.calls.length ?? 0) : 0;
    this.leave(calls > 0 ? { kind: 'callsGoOn' } : undefined);
  }

  /** Tries at once what would be tried later. */
  retryNow(): void {
    if (this.state.kind === 'loggedIn') this.state.desk.client.retryNow();
    else this.retries.skip();
  }

  /** Asks whose token it is, and sets up what he needs. */
  private async desk(token: Login): Promise<Desk> {
    const found = await me('', token.accessToken);
    const clock = new ServerClock();
    if (found.serverTime !== undefined) clock.set(found.serverTime);
    const client = new Client({
      token: () => {
        if (Date.now() >= token.expiresAt) throw new Unauthorized('the login has expired');
        return token.accessToken;
      },
    });
    const log = new MessageLog();
    client.onAny((name, message) => {
      log.add(name, Date.parse((message as { time?: string }).time ?? '') || clock.now(), message);
    });
    const { device } = found.me;
    const phone = device === undefined ? undefined : client.device(device);
    const features = device === undefined ? undefined : client.features(device);
    const { userId } = found.me;
    const history = new History(`cstahub.history.${userId}`, localStore());
    const contacts = new Contacts(() => directory('', token.accessToken), history, device);
    void contacts.refresh();
    const ringer = new Ringer(`cstahub.ring.${userId}`);
    phone?.subscribe(() => {
      history.add(phone.board.ended);
      ringer.update(phone.sync === 'current' ? phone.calls : []);
    });
    return {
      me: found.me,
      client,
      clock,
      log,
      history,
      contacts,
      ringer,
      phone,
      features,
      callIn: found.me.callIn === true ? (to) => callIn('', token.accessToken, somebody(), to) : undefined,
    };
  }

  private enter(token: Login, desk: Desk): void {
    this.lastUser = desk.me.userId;
    loginStorage.save({ ...token, userId: desk.me.userId });
    const turn = this.turn;
    desk.client.subscribe(() => {
      if (desk.client.state.kind === 'unauthorized' && turn === this.turn) this.leave({ kind: 'expired' });
    });
    this.set({ kind: 'loggedIn', desk });
    desk.client.start();
  }

  private leave(notice: Notice | undefined): void {
    this.turn++;
    loginStorage.clear();
    const before = this.state;
    this.set({ kind: 'loggedOut', notice });
    this.retries.skip();
    if (before.kind === 'loggedIn') {
      before.desk.ringer.close();
      void before.desk.client.stop();
    }
  }

  private set(state: SessionState): void {
    this.state = state;
    this.changed();
  }
}

/** Somebody's number. */
function somebody(): string {
  return String(20_000_000 + Math.floor(Math.random() * 79_999_999));
}

function loginNotice(error: unknown): Notice {
  if (!(error instanceof ApiFailure)) return { kind: 'server', detail: String(error) };
  switch (error.kind) {
    case 'unauthorized':
      return { kind: 'wrongPassword' };
    case 'busy':
      return { kind: 'tooMany' };
    case 'unreachable':
      return { kind: 'unreachable' };
    case 'server':
      return { kind: 'server', detail: error.message };
  }
}
