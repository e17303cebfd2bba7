import { describe, expect, test } from 'vitest';

import { type NumberDraft, draftOf, flawOf, numberOf } from '../src/model/number-draft.ts';
import { type InboundNumber, Numbers } from '../src/model/numbers.ts';
import { RestFailure } from '../src/model/rest.ts';
import { daysWords } from '../src/words/week.ts';

const office: InboundNumber = {
  number: '+4512345678',
  name: 'Support',
  device: '400',
  priority: 5,
  hours: {
    zone: 'Europe/Copenhagen',
    open: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '24:00' }],
    holidays: ['2026-12-24'],
    closed: '480',
    holiday: '481',
  },
};

describe('the draft of a number', () => {
  test('is the number again when nothing is changed', () => {
    expect(numberOf(draftOf(office, 'UTC'))).toEqual(office);
    const plain = { number: '+4512345678', name: '' };
    expect(numberOf(draftOf(plain, 'Europe/Paris'))).toEqual(plain);
  });

  test('takes numbers as people write them', () => {
    const draft = { ...draftOf(undefined, 'UTC'), number: ' +45 12 34-56.78 ', device: '4 00' };
    expect(flawOf(draft)).toBeUndefined();
    expect(numberOf(draft)).toEqual({ number: '+4512345678', name: '', device: '400' });
  });

  const good: NumberDraft = draftOf(office, 'UTC');
  test.each<[string, Partial<NumberDraft>, string | undefined]>([
    ['as it is', {}, undefined],
    ['letters', { number: 'hello' }, 'number'],
    ['nothing', { number: '' }, 'number'],
    ['41 digits', { number: '1'.repeat(41) }, 'number'],
    ['a broken priority', { priority: '1.5' }, 'priority'],
    ['a priority out of range', { priority: '101' }, 'priority'],
    ['no days', { open: [{ days: [], from: '08:00', to: '16:00' }] }, 'days'],
    ['a time that ends before it begins', { open: [{ days: [1], from: '16:00', to: '08:00' }] }, 'times'],
    ['a time without an end', { open: [{ days: [1], from: '16:00', to: '' }] }, 'times'],
    ['a night to its end', { open: [{ days: [1], from: '16:00', to: '00:00' }] }, undefined],
    ['nowhere when closed', { closed: ' ' }, 'closed'],
    ['nowhere when closed, and always open', { closed: '', timed: false }, undefined],
  ])('%s', (_, part, flaw) => {
    expect(flawOf({ ...good, ...part })).toBe(flaw);
  });
});

describe('numbers', () => {
  test.each([
    [403, true],
    [0, false],
    [503, false],
  ])('after status %d are forbidden: %s', async (status, forbidden) => {
    const never = () => Promise.reject(new Error('not asked for'));
    const list = () => Promise.reject(new RestFailure(status, 'no'));
    const numbers = new Numbers({ list, get: never, create: never, change: never, remove: never });
    expect(numbers.forbidden).toBe(false);
    await numbers.load();
    expect(numbers.forbidden).toBe(forbidden);
  });

  test('a list that was asked for before a change does not undo it', async () => {
    let answer: (items: readonly never[]) => void = () => undefined;
    const numbers = new Numbers({
      list: <T>() => new Promise<readonly T[]>((resolve) => (answer = resolve)),
      get: () => Promise.reject(new Error('not asked for')),
      create: (_, value) => Promise.resolve({ value, version: '"1"' }),
      change: () => Promise.reject(new Error('not asked for')),
      remove: () => Promise.resolve(),
    });
    const first = numbers.load();
    answer([]);
    await first;
    const late = numbers.load();
    await numbers.add(office);
    answer([]);
    await late;
    expect(numbers.state).toEqual({ kind: 'told', numbers: [office] });
  });

  test('one whose answer was lost is tried again under its key', async () => {
    const keys: string[] = [];
    let failure: Error | undefined = new RestFailure(0, 'lost');
    const numbers = new Numbers({
      list: () => Promise.resolve([]),
      get: () => Promise.reject(new Error('not asked for')),
      create: (_, value, key) => {
        keys.push(key);
        return failure === undefined ? Promise.resolve({ value, version: '"1"' }) : Promise.reject(failure);
      },
      change: () => Promise.reject(new Error('not asked for')),
      remove: () => Promise.resolve(),
    });
    await numbers.load();
    await expect(numbers.add(office)).rejects.toThrow('lost');
    failure = new RestFailure(409, 'taken');
    await expect(numbers.add(office)).rejects.toThrow('taken');
    failure = undefined;
    await numbers.add(office);
    expect(keys[0]).toBe(keys[1]);
    expect(keys[2]).not.toBe(keys[1]);
    expect(numbers.state).toEqual({ kind: 'told', numbers: [office] });
    await numbers.remove(office.number, '"1"');
    expect(numbers.state).toEqual({ kind: 'told', numbers: [] });
  });

  test('what was told stays when the server is away', async () => {
    let away = false;
    const numbers = new Numbers({
      list: <T>() => (away ? Promise.reject(new RestFailure(0, '')) : Promise.resolve([office as T])),
      get: () => Promise.reject(new Error('not asked for')),
      create: () => Promise.reject(new Error('not asked for')),
      change: () => Promise.reject(new Error('not asked for')),
      remove: () => Promise.resolve(),
    });
    await numbers.load();
    away = true;
    await numbers.load();
    expect(numbers.state).toEqual({ kind: 'told', numbers: [office] });
  });
});

test.each([
  [[1, 2, 3, 4, 5], 'Mon – Fri'],
  [[0, 6], 'Sat, Sun'],
  [[0, 1, 3, 4, 5], 'Mon, Wed – Fri, Sun'],
  [[], ''],
])('days %j are told as %s', (days, words) => {
  expect(daysWords(days)).toBe(words);
});
