import type { EndedCall } from '@cstahub/client';
import { beforeEach, describe, expect, test } from 'vitest';

import { History, type RecordedPage, type Store, keepHistory } from '../src/model/history.ts';

/** A call that ended at a second, and what is known of its end. */
function end(id: string, second: number, known: Partial<EndedCall> = {}): EndedCall {
  const call = { id, number: `n${id}`, name: undefined, started: second, answered: undefined, permitted: [] };
  return {
    call,
    at: second,
    cause: 'normalClearing',
    by: 'me',
    to: undefined,
    ...known,
  } as unknown as EndedCall;
}

class Memory implements Store {
  readonly kept = new Map<string, string>();
  getItem = (key: string) => this.kept.get(key) ?? null;
  setItem = (key: string, value: string) => void this.kept.set(key, value);
}

let store: Memory;
let asked: { cursor: string | undefined; answer: (page: RecordedPage) => void; fail: () => void }[];
const ask = (cursor: string | undefined) =>
  new Promise<RecordedPage>((answer, fail) => {
    asked.push({
      cursor,
      answer,
      fail: () => {
        fail(new Error('no answer'));
      },
    });
  });
const open = () => new History('h', store, ask);
const ids = (history: History) => history.calls.map(({ call }) => call.id);

beforeEach(() => {
  store = new Memory();
  asked = [];
});

describe('what the browser has seen', () => {
  test('is kept, the latest first, and taken up again', () => {
    const history = open();
    history.add([end('a', 1)]);
    history.add([end('c', 3), end('b', 2)]);
    expect(ids(history)).toEqual(['c', 'b', 'a']);
    expect(ids(open())).toEqual(['c', 'b', 'a']);
  });

  test('is bounded', () => {
    const history = open();
    for (let i = 0; i < keepHistory + 5; i++) history.add([end(String(i), i)]);
    expect(ids(open())).toHaveLength(keepHistory);
    expect(ids(history)[0]).toBe(String(keepHistory + 4));
  });

  test('stays with its cause, and takes one where it had none', () => {
    const history = open();
    history.add([end('a', 1, { cause: undefined, by: undefined })]);
    history.add([end('a', 1, { cause: 'busy' })]);
    history.add([end('a', 1, { cause: 'normal' })]);
    expect(history.calls.map(({ cause }) => cause)).toEqual(['busy']);
  });

  test('by another tab is added to, not replaced', () => {
    const [one, other] = [open(), open()];
    one.add([end('a', 1)]);
    other.add([end('b', 2)]);
    one.load();
    expect(ids(one)).toEqual(['b', 'a']);
  });

  test.each(['rubbish', '7', '{}', '[1,null,{"call":{}}]'])('may be rubbish in the store: %s', (text) => {
    store.kept.set('h', text);
    store.kept.set('h.removed', text);
    expect(ids(open())).toEqual([]);
  });

  test('lasts as long as the tab where nothing may be stored', () => {
    const forbidden: Store = {
      getItem: () => {
        throw new Error('forbidden');
      },
      setItem: () => {
        throw new Error('full');
      },
    };
    const history = new History('h', forbidden, ask);
    history.add([end('a', 1)]);
    expect(ids(history)).toEqual(['a']);
  });
});

describe('what the server has on record', () => {
  test('is put in its place, and tells what was not seen', async () => {
    const history = open();
    history.add([end('seen', 5, { by: 'other' }), end('gone', 4, { cause: undefined, at: undefined })]);
    const done = history.refresh();
    expect(history.records).toBe('asking');
    asked[0]?.answer({
      calls: [end('new', 6), end('seen', 5, { by: undefined }), end('gone', 4, { cause: 'timeout' })],
      next: undefined,
    });
    await done;
    expect(history.records).toBe('all');
    expect(history.calls.map(({ call, cause, by }) => [call.id, cause, by])).toEqual([
      ['new', 'normalClearing', 'me'],
      // What was seen tells more than the record.
      ['seen', 'normalClearing', 'other'],
      ['gone', 'timeout', 'me'],
    ]);
  });

  test('comes page by page', async () => {
    const history = open();
    const first = history.refresh();
    asked[0]?.answer({ calls: [end('c', 3), end('b', 2)], next: 'N' });
    await first;
    expect(history.records).toBe('more');
    const second = history.more();
    expect(asked[1]?.cursor).toBe('N');
    asked[1]?.answer({ calls: [end('a', 1)], next: undefined });
    await second;
    expect(ids(history)).toEqual(['c', 'b', 'a']);
    await history.more();
    expect(asked).toHaveLength(2);
  });

  test('that does not come is asked for again from where it failed', async () => {
    const history = open();
    const first = history.refresh();
    asked[0]?.answer({ calls: [end('b', 2)], next: 'N' });
    await first;
    const failing = history.more();
    asked[1]?.fail();
    await failing;
    expect(history.records).toBe('failed');
    expect(ids(history)).toEqual(['b']);
    const again = history.more();
    expect(asked[2]?.cursor).toBe('N');
    asked[2]?.answer({ calls: [end('a', 1)], next: undefined });
    await again;
    expect(ids(history)).toEqual(['b', 'a']);
  });

  test('that came page by page stays when the latest is asked for again', async () => {
    const history = open();
    const answer = async (asking: Promise<void>, page: RecordedPage) => {
      asked.at(-1)?.answer(page);
      await asking;
    };
    await answer(history.refresh(), { calls: [end('d', 4), end('c', 3)], next: 'N' });
    await answer(history.more(), { calls: [end('b', 2), end('a', 1)], next: 'M' });
    await answer(history.refresh(), { calls: [end('e', 5), end('d', 4)], next: 'O' });
    expect(ids(history)).toEqual(['e', 'd', 'c', 'b', 'a']);
    void history.more();
    expect(asked.at(-1)?.cursor).toBe('M');
    // More has happened than one page tells: what lies between is not known.
    await answer(history.refresh(), { calls: [end('z', 9), end('y', 8)], next: 'P' });
    expect(ids(history)).toEqual(['z', 'y']);
    void history.more();
    expect(asked.at(-1)?.cursor).toBe('P');
  });

  test('of the latest calls, asked for in vain, is asked for again, and not what lies before', async () => {
    const history = open();
    const first = history.refresh();
    asked[0]?.answer({ calls: [end('b', 2)], next: 'N' });
    await first;
    const failing = history.refresh();
    asked[1]?.fail();
    await failing;
    void history.more();
    expect(asked.map(({ cursor }) => cursor)).toEqual([undefined, undefined, undefined]);
  });

  test('is what was asked for last, whichever answer comes last', async () => {
    const history = open();
    const [old, now] = [history.refresh(), history.refresh()];
    asked[1]?.answer({ calls: [end('new', 2)], next: undefined });
    await now;
    asked[0]?.answer({ calls: [end('old', 1)], next: 'N' });
    await old;
    expect(ids(history)).toEqual(['new']);
    expect(history.records).toBe('all');
  });

  test('does not bring back what was removed, in this browser', async () => {
    const history = open();
    history.add([end('a', 1)]);
    history.remove('a');
    for (const one of [history, open()]) {
      const done = one.refresh();
      asked.at(-1)?.answer({ calls: [end('a', 1), end('b', 2)], next: undefined });
      await done;
      one.add([end('a', 1)]);
      expect(ids(one)).toEqual(['b']);
    }
  });
});

test('whom one has spoken to is told once, by the latest call', () => {
  const history = open();
  const to = (id: string, number: string, second: number) => {
    const made = end(id, second);
    return { ...made, call: { ...made.call, number } };
  };
  history.add([to('a', '201', 1), to('b', '202', 2), to('c', '201', 3), to('d', '', 4)]);
  expect(history.contacts().map(({ number }) => number)).toEqual(['201', '202']);
});
