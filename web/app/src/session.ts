import {
  type AgentReason,
  ApiFailure,
  Client,
  type Device,
  type Features,
  type Me,
  Observable,
  ServerClock,
  Unauthorized,
  callIn,
  callRecords,
  login,
  logout,
  me,
  reasons,
} from '@cstahub/client';

import { Contacts } from './model/contacts.ts';
import { History, type RecordedPage } from './model/history.ts';
import { MessageLog } from './model/log.ts';
import { endedAt } from './model/recorded.ts';
import { LoginKeeper } from './login-keeper.ts';
import { Retries } from './retries.ts';
import { Ringer } from './ringer.ts';
import { type KeptLogin, localStore, loginStorage } from './storage.ts';

/** All that belongs to a user who is logged in. */
export interface Desk {
  readonly me: Me;
  readonly client: Client;
  readonly keeper: LoginKeeper;
  readonly clock: ServerClock;
  readonly log: MessageLog;
  readonly history: History;
  readonly contacts: Contacts;
  readonly ringer: Ringer;
  /** Undefined for a user without a telephone. */
  readonly phone: Device | undefined;
  /** What that is set to. */
  readonly features: Features | undefined;
  /** Gives the reasons that agents may have for not being ready. */
  readonly reasons: () => Promise<readonly AgentReason[]>;
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

  /** With watchPhone the user's telephone is monitored and rings; a wallboard needs none. */
  constructor(private readonly watchPhone: boolean) {
    super();
  }

  private readonly retries = new Retries();
  /** Counts logins and logouts; what belongs to an earlier one is of no interest any more. */
  private turn = 0;

  /** Logs in with a password. */
  async logIn(userId: string, password: string): Promise<void> {
    const turn = ++this.turn;
    this.lastUser = userId;
    this.set({ kind: 'loggingIn' });
    try {
      const desk = await this.desk({ ...(await login('', userId, password)), userId });
      if (turn === this.turn) this.enter(desk);
      else desk.keeper.close();
    } catch (error) {
      if (turn === this.turn) this.set({ kind: 'loggedOut', notice: loginNotice(error) });
    }
  }

  /** Goes on with the login that this tab had before it was reloaded, if it had one. */
  async resume(): Promise<void> {
    let kept = loginStorage.load();
    if (kept === undefined) return;
    this.lastUser = kept.userId;
    const turn = ++this.turn;
    for (;;) {
      this.set({ kind: 'resuming', retryAt: undefined });
      try {
        const desk = await this.desk(kept);
        if (turn === this.turn) this.enter(desk);
        else desk.keeper.close();
        return;
      } catch (error) {
        if (turn !== this.turn) return;
        const over = error instanceof ApiFailure && error.kind === 'unauthorized';
        if (over || error instanceof Unauthorized) {
          this.leave({ kind: 'expired' });
          return;
        }
      }
      await this.retries.wait((retryAt) => {
        this.set({ kind: 'resuming', retryAt });
      });
      if (turn !== this.turn) return;
      // It may have been changed for the next one before the server was lost.
      kept = loginStorage.load() ?? kept;
    }
  }

  /** Ends the use of this tab. Calls go on without it. */
  logOut(): void {
    const calls = this.state.kind === 'loggedIn' ? (this.state.desk.phone?.board.calls.length ?? 0) : 0;
    const kept = loginStorage.load();
    this.leave(calls > 0 ? { kind: 'callsGoOn' } : undefined);
    // A server that does not hear it has the login run out by itself.
    if (kept !== undefined) logout('', kept).catch(() => undefined);
  }

  /** Tries at once what would be tried later. */
  retryNow(): void {
    if (this.state.kind === 'loggedIn') this.state.desk.client.retryNow();
    else this.retries.skip();
  }

  /** Asks whose token it is, and sets up what he needs. */
  private async desk(token: KeptLogin): Promise<Desk> {
    const keeper = new LoginKeeper(token, (next) => {
      loginStorage.save({ ...next, userId: token.userId });
    });
    let found: Awaited<ReturnType<typeof me>>;
    try {
      found = await me('', await keeper.token());
    } catch (error) {
      keeper.close();
      throw error;
    }
    // What one logs in with may be less than the whole name, under which all tabs know each other.
    const { userId } = found.me;
    const clock = new ServerClock();
    if (found.serverTime !== undefined) clock.set(found.serverTime);
    const client = new Client({ token: keeper.token });
    const log = new MessageLog();
    client.onAny((name, message) => {
      log.add(name, Date.parse((message as { time?: string }).time ?? '') || clock.now(), message);
    });
    const device = this.watchPhone ? found.me.device : undefined;
    const phone = device === undefined ? undefined : client.device(device);
    const features = device === undefined ? undefined : client.features(device);
    const history = new History(`cstahub.history.${userId}`, localStore(), async (cursor) =>
      device === undefined ? nothingRecorded : recordedPage(await keeper.token(), device, cursor),
    );
    let connected = false;
    client.subscribe(() => {
      // While there was no connection calls may have ended that no event has told of.
      if (client.state.kind === 'connected' && !connected) void history.refresh();
      connected = client.state.kind === 'connected';
    });
    const contacts = new Contacts(client.directory, history, device);
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
      keeper,
      reasons: async () => reasons('', await keeper.token()),
      callIn:
        found.me.callIn === true ? async (to) => callIn('', await keeper.token(), somebody(), to) : undefined,
    };
  }

  private enter(desk: Desk): void {
    this.lastUser = desk.me.userId;
    loginStorage.save({ ...desk.keeper.login, userId: desk.me.userId });
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
      before.desk.keeper.close();
      void before.desk.client.stop();
    }
  }

  private set(state: SessionState): void {
    this.state = state;
    this.changed();
  }
}

/** How many of the server's call records are asked for at once. */
const recordsAtOnce = 40;

const nothingRecorded: RecordedPage = { calls: [], next: undefined };

/** Calls of a device that the server has on record. */
async function recordedPage(token: string, device: string, cursor = ''): Promise<RecordedPage> {
  const { items, next } = await callRecords('', token, {
    number: device,
    limit: recordsAtOnce,
    ...(cursor !== '' && { cursor }),
  });
  return { calls: items.map((item) => endedAt(item, device)).filter((end) => end !== undefined), next };
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
