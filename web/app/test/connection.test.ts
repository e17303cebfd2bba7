import { describe, expect, test } from 'vitest';

import { backoff } from '../src/connection/backoff.ts';
import { invocationFailure, startFailure } from '../src/connection/failure.ts';
import { ServerClock } from '../src/model/clock.ts';
import { Refusal } from '../src/model/link.ts';
import { MessageLog, keepEntries } from '../src/model/log.ts';
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
});

describe('the message log', () => {
  test('keeps the latest, newest first', () => {
    const log = new MessageLog();
    for (let i = 1; i <= keepEntries + 5; i++) log.add('Held', i, {});
    expect(log.entries).toHaveLength(keepEntries);
    expect(log.entries[0]).toMatchObject({ id: keepEntries + 5, time: keepEntries + 5 });
    expect(log.entries.at(-1)).toMatchObject({ id: 6 });
    log.clear();
    expect(log.entries).toEqual([]);
    log.add('Held', 1, {});
    expect(log.entries[0]?.id).toBe(keepEntries + 6);
  });
});
