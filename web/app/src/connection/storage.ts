import type { Login } from './api.ts';

const key = 'cstahub.login';

/**
 * Keeps the login where a reload of this tab finds it and no other tab does, so that each tab may be another
 * user. A browser that allows no storage forgets it on reload.
 */
export const loginStorage = {
  load(): Login | undefined {
    try {
      return parse(sessionStorage.getItem(key));
    } catch {
      return undefined;
    }
  },
  save(login: Login): void {
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

function parse(text: string | null): Login | undefined {
  const value = JSON.parse(text ?? 'null') as Partial<Login> | null;
  if (typeof value?.accessToken !== 'string' || typeof value.expiresAt !== 'number') return undefined;
  return { accessToken: value.accessToken, expiresAt: value.expiresAt };
}
