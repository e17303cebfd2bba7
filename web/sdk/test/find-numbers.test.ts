import { expect, test } from 'vitest';

import { findNumbers } from '../src/element/find-numbers.ts';

test.each([
  ['Mobile: 40 50 60 70.', ['40506070']],
  ['+45 33 44 55 66 or (0045) 33445566', ['+4533445566', '004533445566']],
  ['+1 (555) 010-9999', ['+15550109999']],
  ['2024-05-12, 12.05.2024 and 192.168.100.200', []],
  ['1.250.000 kr., 12345', []],
  ['order A4711-1234567, mail 12345678@example.com, 1234567890123456', []],
  ['1'.repeat(200), []],
])('%s', (text, want) => {
  expect(findNumbers(text).map(({ number }) => number)).toEqual(want);
});

test('says where they stand', () => {
  const text = 'call 40 50 60 70 now';
  const [found] = findNumbers(text);
  expect(text.slice(found?.start, found?.end)).toBe('40 50 60 70');
});
