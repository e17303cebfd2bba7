import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {} from 'vitest';
import type { TestProject } from 'vitest/node';

import { buildServer } from './binary.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of the server's binary. */
    binary: string;
  }
}

/** Global set-up of a test run: builds the server once and tells the tests where it is. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'cstahub-test-'));
  project.provide('binary', await buildServer(folder));
  return () => rm(folder, { recursive: true, force: true });
}
