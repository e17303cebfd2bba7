import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const projectRoot = resolve(import.meta.dirname, '../../..');

/**
 * Builds the server from source and gives the path of the binary. CSTAHUB_BINARY names one that was built
 * before; then nothing is built.
 */
export async function buildServer(folder: string): Promise<string> {
  const ready = process.env.CSTAHUB_BINARY;
  if (ready !== undefined && ready !== '') return resolve(ready);
  const binary = join(folder, 'cstahub');
  await promisify(execFile)('go', ['build', '-o', binary, './cmd/cstahub'], { cwd: projectRoot });
  return binary;
}
