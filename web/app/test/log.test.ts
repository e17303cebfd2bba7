import { describe, expect, test } from 'vitest';

import { MessageLog, keepEntries } from '../src/model/log.ts';

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
