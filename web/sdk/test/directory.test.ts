import { beforeEach, expect, test } from 'vitest';

import { Directory } from '../src/model/directory.ts';
import { ScriptedLink } from './scripted-link.ts';

const entry = (deviceId: string, state: string) => ({ deviceId, kind: 'station', state });

let link: ScriptedLink;
let directory: Directory;
let changes: number;
beforeEach(() => {
  link = new ScriptedLink();
  directory = new Directory(link);
  changes = 0;
  directory.subscribe(() => changes++);
  link.server.connected();
});

const inWords = () => directory.entries.map(({ deviceId, state }) => `${deviceId} ${state}`);

test('begins with all, and follows those that change, come and go', () => {
  expect(directory.current).toBe(false);
  link.next?.([entry('200', 'idle'), entry('202', 'busy')]);
  expect(directory.current).toBe(true);
  expect(inWords()).toEqual(['200 idle', '202 busy']);
  link.next?.([entry('202', 'idle'), entry('201', 'ringing')]);
  expect(inWords()).toEqual(['200 idle', '201 ringing', '202 idle']);
  link.next?.([entry('200', 'gone')]);
  expect(inWords()).toEqual(['201 ringing', '202 idle']);
  expect(changes).toBe(3);
});

test('is not current when the connection or the stream ends, and begins anew with the next', () => {
  link.next?.([entry('200', 'idle'), entry('201', 'idle')]);
  link.ended?.();
  expect(directory.current).toBe(false);
  link.server.disconnected();
  expect(inWords()).toEqual(['200 idle', '201 idle']);
  link.server.connected();
  expect(directory.current).toBe(false);
  // The first list is all there are: one that is missing from it is gone.
  link.next?.([entry('201', 'busy')]);
  expect(directory.current).toBe(true);
  expect(inWords()).toEqual(['201 busy']);
});

test('hears nothing once it is closed', () => {
  link.next?.([entry('200', 'idle')]);
  directory.close();
  expect(link.next).toBeUndefined();
  expect(directory.current).toBe(false);
});
