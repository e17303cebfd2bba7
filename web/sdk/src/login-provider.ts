import { type TokenProvider, Unauthorized } from './connection/tokens.ts';
import { ApiFailure, type Login, login, refresh } from './rest.ts';

/** How long before its end a token is changed for the next one, in milliseconds. */
const ahead = 10_000;

/**
 * Gives tokens to a Client for as long as the login lasts: logs in when it is first asked, and changes the token
 * for the next one shortly before it ends. Whoever asks meanwhile waits for the same exchange, since a refresh
 * token is good once. Throws Unauthorized when the password is wrong, or when the user has to log in again; any
 * other error is that of login or refresh, after which it may be asked again.
 */
export function loginProvider(server: string, userId: string, password: string): TokenProvider {
  let current: Login | undefined;
  let exchange: Promise<Login> | undefined;

  const next = async (): Promise<Login> => {
    try {
      if (current === undefined) return await login(server, userId, password);
      if (current.refreshToken !== undefined) return await refresh(server, current.refreshToken);
    } catch (error) {
      if (error instanceof ApiFailure && error.kind === 'unauthorized') throw new Unauthorized(error.message);
      throw error;
    }
    if (Date.now() < current.expiresAt) return current;
    throw new Unauthorized('the login has expired');
  };

  return async () => {
    if (current === undefined || Date.now() >= current.expiresAt - ahead) {
      exchange ??= next().finally(() => (exchange = undefined));
      current = await exchange;
    }
    return current.accessToken;
  };
}
