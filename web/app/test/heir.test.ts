import type { Board, Call, EndedCall } from '@cstahub/client';
import { expect, test } from 'vitest';

import { heir } from '../src/model/heir.ts';

const call = (id: string, size = 2) => ({ id, size }) as Call;
const board = (calls: Call[], ended: string[] = []): Board => ({
  calls,
  ended: ended.map((id) => ({ call: call(id) }) as EndedCall),
});

test('a call that is there is its own heir', () => {
  expect(heir('a', board([call('a')]), board([call('b'), call('a')]))).toBe('a');
});

test('one that is over has none, whatever comes', () => {
  expect(heir('a', board([call('a')]), board([call('b')], ['a']))).toBeUndefined();
  expect(heir('a', board([call('a')]), board([]))).toBeUndefined();
});

test('a break-in goes on in the call that was not there before', () => {
  const before = board([call('held'), call('busy')]);
  expect(heir('busy', before, board([call('held'), call('broken-into', 3)]))).toBe('broken-into');
});

test('one of two calls that become a conference goes on in the other', () => {
  const before = board([call('else'), call('first'), call('asked')]);
  expect(heir('asked', before, board([call('else'), call('first', 3)]))).toBe('first');
});
