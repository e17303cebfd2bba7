import { ApiFailure, type Login, Unauthorized, refresh } from '@cstahub/client';

/** How long before its end a token is changed for the next one, in milliseconds. */
const ahead = 10_000;

/** What tabs that were copied from each other tell each other: the login that another one has become. */
interface Renewal {
  readonly spent: string;
  readonly login: Login;
}

/**
 * Keeps a login good: gives its token, and changes it for the next in time. A tab that was copied has the same
 * refresh token, which is good once; whichever uses it tells the other.
 */
export class LoginKeeper {
  private renewing: Promise<Login> | undefined;
  private closed = false;
  private readonly others = new BroadcastChannel('cstahub.login');

  constructor(
    public login: Login,
    /** Is told each new login. */
    private readonly renewed: (login: Login) => void,
  ) {
    this.others.onmessage = ({ data }: MessageEvent<Renewal>) => {
      if (data.spent === this.login.refreshToken) this.take(data.login);
    };
  }

  /** The token for a request that is made now. Fails with Unauthorized when the user must log in again. */
  readonly token = async (): Promise<string> => {
    if (Date.now() < this.login.expiresAt - ahead) return this.login.accessToken;
    if (this.login.refreshToken === undefined) {
      if (Date.now() < this.login.expiresAt) return this.login.accessToken;
      throw new Unauthorized('the login has expired');
    }
    this.renewing ??= this.renew().finally(() => (this.renewing = undefined));
    return (await this.renewing).accessToken;
  };

  /** Ends the use of the login in this tab. A renewal that is under way is of no interest any more. */
  close(): void {
    this.closed = true;
    this.others.close();
  }

  private renew(): Promise<Login> {
    // Pages that come by plain HTTP have no locks; then two copies in the same moment have to log in again.
    return 'locks' in navigator
      ? navigator.locks.request('cstahub.login', () => this.exchange())
      : this.exchange();
  }

  private async exchange(): Promise<Login> {
    // Another tab may have been first.
    if (Date.now() < this.login.expiresAt - ahead) return this.login;
    const spent = this.login.refreshToken ?? '';
    try {
      const login = await refresh('', spent);
      // Whoever has logged out meanwhile must not be found logged in when the tab is reloaded.
      if (this.closed) throw new Unauthorized('logged out');
      this.take(login);
      this.others.postMessage({ spent, login } satisfies Renewal);
      return login;
    } catch (error) {
      if (error instanceof ApiFailure && error.kind === 'unauthorized') throw new Unauthorized(error.message);
      throw error;
    }
  }

  private take(login: Login): void {
    this.login = login;
    this.renewed(login);
  }
}
