// What is sent to the hubs, from Node and from the browser alike.
import { type Protocol } from './client.ts';

/** Values of every kind that JSON has. */
export const values: unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e21,
  -1e-7,
  2 ** 31,
  2 ** 40,
  -(2 ** 40),
  Number.MAX_SAFE_INTEGER,
  '',
  'text',
  'äöü ß 日本語 🎉 \u2028\u2029',
  'quote " backslash \\ slash / tab \t line \n return \r null \u0000 separator \u001e',
  [],
  [1, 'two', null, [3, [4]]],
  {},
  { a: 1, 'ä "b"': { c: [true, null] } },
  'x'.repeat(1000),
  Array.from({ length: 1000 }, (_, i) => i),
  Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`key${i}`, i])),
];

/** CONTRACT=full asks for everything in its full size; README.md says what is smaller without it. */
export const full = process.env.CONTRACT === 'full';

/** The largest message that a hub takes, in bytes. */
export const limit = 32 * 1024;

/** What an invocation of Length with a string of that size takes up, in bytes. */
export function argumentForMessageOf(size: number, protocol: Protocol | undefined): string {
  // The id of the first call is "0".
  const overhead =
    protocol === 'messagepack'
      ? 3 + '96 01 80 a1 30 a6 4c 65 6e 67 74 68 91 da xx xx'.split(' ').length - 1 + 1
      : '{"target":"Length","arguments":[""],"invocationId":"0","type":1}\x1e'.length;
  return 'x'.repeat(size - overhead);
}
