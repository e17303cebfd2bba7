import { type Directory, type DirectoryEntry, Observable } from '@cstahub/client';
import { beforeEach, describe, expect, test } from 'vitest';

import { Contacts } from '../src/model/contacts.ts';
import type { History } from '../src/model/history.ts';
import { contactWords, found, presenceWords } from '../src/words/contacts.ts';

const entries: DirectoryEntry[] = [
  { deviceId: '490', kind: 'park', name: 'Park', state: 'busy' },
  { deviceId: '202', kind: 'station', name: 'Jørgen Åkær', state: 'busy' },
  { deviceId: '200', kind: 'station', name: 'Alice Andersen', state: 'idle' },
  { deviceId: '400', kind: 'queue', name: 'Support', state: 'busy' },
  { deviceId: '480', kind: 'route', state: 'idle' },
  { deviceId: '201', kind: 'station', state: 'ringing' },
];

class Told extends Observable {
  entries: readonly DirectoryEntry[] = entries;
  current = true;
  spoken = [
    { number: '22334455', name: undefined },
    { number: '202', name: 'as he was called once' },
  ];
  contacts = () => this.spoken;
  tell(): void {
    this.changed();
  }
}

let told: Told;
let contacts: Contacts;
beforeEach(() => {
  told = new Told();
  contacts = new Contacts(told as unknown as Directory, told as unknown as History, '200');
});

describe('whom one may want to call', () => {
  test('is the house without oneself, and others one has spoken to', () => {
    expect(contacts.list().map(contactWords)).toEqual([
      'Park – busy',
      'Jørgen Åkær – busy',
      'Support – busy',
      '480 – free',
      '201 – ringing',
      '22334455',
    ]);
  });

  test('is shown without what it was doing when the connection is lost', () => {
    told.current = false;
    expect(contacts.list().map(contactWords)).toContain('Jørgen Åkær');
    expect(contacts.current).toBe(false);
  });

  test('changes with the directory and the history', () => {
    let changes = 0;
    contacts.subscribe(() => changes++);
    told.tell();
    expect(changes).toBe(2);
  });

  test('has a name, or a number', () => {
    expect(contacts.nameOf('202')).toBe('Jørgen Åkær');
    expect(contacts.nameOf('999')).toBe('999');
  });
});

describe('colleagues', () => {
  test('come before queues and places to park, by name', () => {
    const shown = contacts.colleagues().map((entry) => `${entry.deviceId} ${presenceWords(entry, true)}`);
    expect(shown).toEqual(['201 ringing', '202 busy', '400 Queue', '490 A call is parked here']);
    expect(contacts.colleagues().map((entry) => presenceWords(entry, false))).toEqual([
      '',
      '',
      'Queue',
      'Place to park calls',
    ]);
  });

  test.each([
    ['', 4],
    ['jorgen', 1],
    ['AKAER', 1],
    ['åkær jør', 1],
    ['20', 2],
    ['  supp  400 ', 1],
    ['.*', 0],
  ])('are found by parts of name or number: "%s"', (wanted, count) => {
    expect(found(contacts.colleagues(), wanted)).toHaveLength(count);
  });
});
