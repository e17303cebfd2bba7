import type { Login } from '@cstahub/client';

/** A login, and whose it is. */
export interface KeptLogin extends Login {
  readonly userId: string;
}

const key = 'cstahub.login';

/**
 * Keeps the login where a reload of this tab finds it and no other tab does, so that each tab may be another
 * user. A browser that allows no storage forgets it on reload.
 */
export const loginStorage = {
  load(): KeptLogin | undefined {
    try {
      return parse(sessionStorage.getItem(key));
    } catch {
      return undefined;
    }
  },
  save(login: KeptLogin): void {
    try {
      sessionStorage.setItem(key, JSON.stringify(login));
    } catch {
      // Not kept, as said above.
    }
  },
  clear(): void {
    try {
      sessionStorage.removeItem(key);
    } catch {
      // Nothing was kept.
    }
  },
};

function parse(text: string | null): KeptLogin | undefined {
  const value = JSON.parse(text ?? 'null') as Partial<KeptLogin> | null;
  if (value === null) return undefined;
  const { userId, accessToken, expiresAt, refreshToken } = value;
  const whole =
    typeof userId === 'string' && typeof accessToken === 'string' && typeof expiresAt === 'number';
  if (!whole) return undefined;
  return { userId, accessToken, expiresAt, ...(typeof refreshToken === 'string' && { refreshToken }) };
}

/** The storage that all tabs of the browser share; undefined where it is forbidden. */
export function localStore(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
