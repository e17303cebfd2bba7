// What the package is for those who use it: small, and typed.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';

import { expect, test } from 'vitest';

const dist = join(import.meta.dirname, '../../sdk/dist');
const zipped = (file: string) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;

/** In bytes, gzip. Whoever needs more says here what for. */
test.each([
  // The module without SignalR's own package, not minified: bundlers do that. A device keeps the server's clock.
  ['index.js', 26_000],
  // The file for a script tag, with SignalR in it.
  ['cstahub.js', 29_000],
])('%s is no larger than %d bytes', (file, budget) => {
  expect(zipped(file)).toBeLessThanOrEqual(budget);
});

test('its types are good in a project that knows nothing of this one', async () => {
  const project = join(import.meta.dirname, 'consumer');
  const tsc = join(import.meta.dirname, '../../node_modules/typescript/bin/tsc');
  const compiled = promisify(execFile)(process.execPath, [tsc, '-p', project]);
  await expect(compiled).resolves.toMatchObject({ stdout: '' });
}, 60_000);
