import { createHmac } from 'node:crypto';

export interface TokenParts {
  header?: Record<string, unknown>;
  claims?: Record<string, unknown>;
  /** Undefined leaves the signature empty. */
  key: Buffer | undefined;
}

/** A token for alice@demo, with whatever is to be wrong with it. */
export function forge({ header = {}, claims = {}, key }: TokenParts): string {
  const now = Math.floor(Date.now() / 1000);
  const encode = (part: Record<string, unknown>) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const signed = [
    encode({ alg: 'HS256', typ: 'JWT', ...header }),
    encode({
      sub: 'alice@demo',
      tenant: 'demo',
      role: 'agent',
      device: '200',
      aud: ['cstahub'],
      iat: now,
      exp: now + 3600,
      ...claims,
    }),
  ].join('.');
  return `${signed}.${key === undefined ? '' : createHmac('sha256', key).update(signed).digest('base64url')}`;
}
