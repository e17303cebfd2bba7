import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type {} from 'vitest';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the program that serves the hubs. */
    hubs: string;
  }
}

/** Global set-up: builds the hubs once. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'signalr-contract-'));
  const program = join(folder, 'hubs');
  await promisify(execFile)('go', ['build', '-o', program, './gateway/signalr/internal/contracthub'], {
    cwd: resolve(import.meta.dirname, '../../../..'),
  });
  project.provide('hubs', program);
  return () => rm(folder, { recursive: true, force: true });
}
