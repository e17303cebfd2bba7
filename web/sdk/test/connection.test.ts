import { describe, expect, test } from 'vitest';

import { backoff } from '../src/connection/backoff.ts';
import { invocationFailure, startFailure } from '../src/connection/failure.ts';
import { quality, smoothed } from '../src/connection/quality.ts';
import { Tokens, Unauthorized } from '../src/connection/tokens.ts';
import { Refusal, outcome } from '../src/errors.ts';
import { ServerClock } from '../src/model/clock.ts';
import { follows } from '../src/model/order.ts';

describe('backoff', () => {
  test('grows up to a quarter of a minute', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 100].map((n) => backoff(n, () => 0.5) / 1000)).toEqual([
      0, 1, 2, 4, 8, 15, 15, 15,
    ]);
  });

  test('is spread by a quarter either way', () => {
    expect(backoff(3, () => 0)).toBe(3000);
    expect(backoff(3, () => 1)).toBe(5000);
  });
});

describe('failures', () => {
  test.each([
    [
      'CSTAErrorCode operation.invalidDeviceID: no device "9" in this tenant',
      'operation.invalidDeviceID',
      'no device "9" in this tenant',
    ],
    ['CSTAErrorCode stateIncompatibility.noHeldCall', 'stateIncompatibility.noHeldCall', ''],
    [
      'StartApplicationSessionNegResponse invalidApplicationInfo: two\nlines: both',
      'invalidApplicationInfo',
      'two\nlines: both',
    ],
  ])('%s', (text, code, detail) => {
    const failure = invocationFailure(new Error(text));
    expect(failure).toBeInstanceOf(Refusal);
    expect(failure).toMatchObject({ code, detail });
  });

  test.each([
    ["Error: Unauthorized: Status code '401'", { kind: 'unauthorized' }],
    ["Error: : Status code '404'", { kind: 'refused', reason: 'HTTP status 404' }],
    ["Error: Bad Gateway: Status code '502'", { kind: 'unreachable' }],
    ["Error: Too Many: Status code '429'", { kind: 'unreachable' }],
    ['TypeError: Failed to fetch', { kind: 'unreachable' }],
  ])('negotiate: %s', (text, want) => {
    expect(startFailure(new Error(`Failed to complete negotiation with the server: ${text}`))).toEqual(want);
  });
});

describe('the order of events', () => {
  const last = { epoch: 'E', offset: 4 };
  test.each([
    [{ epoch: 'E', offset: 5 }, 'next'],
    [{ epoch: 'E', offset: 4 }, 'known'],
    [{ epoch: 'E', offset: 0 }, 'known'],
    [{ epoch: 'E', offset: 6 }, 'gap'],
    [{ epoch: 'F', offset: 5 }, 'gap'],
    [{ epoch: 'F', offset: 1 }, 'gap'],
  ])('%o is %s', (next, want) => {
    expect(follows(last, next)).toBe(want);
  });
});

describe("the server's clock", () => {
  test('is that of this machine where the two are near enough', () => {
    const clock = new ServerClock(() => 1_000_000);
    clock.set(1_001_900);
    expect(clock.now()).toBe(1_000_000);
  });

  test('runs ahead or behind where they are not', () => {
    let local = 1_000_000;
    const clock = new ServerClock(() => local);
    clock.set(940_000);
    local += 5000;
    expect(clock.now()).toBe(945_000);
  });

  test('is told best by what came quickest', () => {
    let local = 1_000_000;
    const clock = new ServerClock(() => local);
    clock.hear(1_060_000);
    local += 30_000;
    // This was held back for half a minute.
    clock.hear(1_060_000);
    expect(clock.now()).toBe(1_090_000);
    // The clock here was put right, and there is a new connection.
    local = 1_090_000;
    clock.forget();
    clock.hear(1_090_000);
    expect(clock.now()).toBe(1_090_000);
  });
});

describe('the quality of a connection', () => {
  test.each([
    [false, 20, 'none'],
    [true, undefined, 'good'],
    [true, 199, 'good'],
    [true, 200, 'fair'],
    [true, 800, 'poor'],
  ])('connected: %s, %s ms: %s', (connected, ms, want) => {
    expect(quality(connected, ms).grade).toBe(want);
  });

  test('follows the answers, and not each at once', () => {
    expect(smoothed(undefined, 40)).toBe(40);
    expect(smoothed(100, 200)).toBe(130);
  });
});

describe('tokens', () => {
  test('that there are none any more is remembered until there is one', async () => {
    let token: string | Error = new Unauthorized('log in');
    const tokens = new Tokens(() => {
      if (token instanceof Error) throw token;
      return token;
    });
    await expect(tokens.next()).rejects.toThrow('log in');
    expect(tokens.denied).toBe(true);
    token = new Error('the server that gives tokens is away');
    await expect(tokens.next()).rejects.toThrow('away');
    expect(tokens.denied).toBe(false);
    token = 'T';
    expect(await tokens.next()).toBe('T');
  });
});

describe('an outcome', () => {
  test('is a value, whatever it is', async () => {
    expect(await outcome(Promise.resolve(7))).toEqual({ ok: true, value: 7 });
    const refusal = new Refusal('operation.invalidDeviceID', 'no device');
    expect(await outcome(Promise.reject(refusal))).toEqual({ ok: false, error: refusal });
    await expect(outcome(Promise.reject(new TypeError('a defect')))).rejects.toThrow('a defect');
  });
});
