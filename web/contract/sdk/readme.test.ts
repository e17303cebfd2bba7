// The programs of the README, as they stand there, against the real server: they call, say so, and end.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { Server } from 'cstahub-harness';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

let server: Server;
let folder: string;
let readme: string;
beforeAll(async () => {
  server = await Server.start({ binary: inject('binary') });
  // Inside of the project, where Node finds @microsoft/signalr.
  folder = await mkdtemp(join(import.meta.dirname, 'readme-'));
  readme = await readFile(join(import.meta.dirname, '../../../README.md'), 'utf8');
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await server.stop();
});

/** The only block of the README in a language with some text in it, for the server of this test. */
function block(language: string, text = ''): string {
  const blocks = [...readme.matchAll(/^```(\w*)\n(.*?)^```$/gms)];
  const [found, ...more] = blocks.filter(([, tag, body]) => tag === language && body?.includes(text));
  if (found?.[2] === undefined || more.length > 0)
    throw new Error(`the README has not one block of ${language} ${text}`);
  const [host = '', port = ''] = server.tcpAddr.split(':');
  return found[2]
    .replaceAll('http://127.0.0.1:8080', server.origin)
    .replaceAll('("127.0.0.1", 4721)', `("${host}", ${port})`);
}

/** Runs a program that must end by itself, and gives what it prints. */
async function output(command: string, language: string, name: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, block(language));
  const { stdout } = await promisify(execFile)(command, [file], { timeout: 20_000 });
  return stdout;
}

test('JavaScript', async () => {
  const said = await output(process.execPath, 'js', 'call.mjs');
  expect(said).toContain('answered by 22334455');
  expect(said).toContain('over: normalClearing');
});

const python = await promisify(execFile)('python3', ['--version']).then(
  () => true,
  () => false,
);

test.skipIf(!python)('Python', async () => {
  const said = await output('python3', 'python', 'call.py');
  expect(said).toMatch(/<EstablishedEvent[^]*<ConnectionClearedEvent/);
});

test('cstahub tcp', async () => {
  const [, ...lines] = block('sh', 'cstahub tcp').split('\n');
  const args = ['tcp', '--addr', server.tcpAddr, '--user', 'alice@demo', '--password', 'demo'];
  const program = spawn(inject('binary'), args, { stdio: ['pipe', 'pipe', 'inherit'] });
  let said = '';
  program.stdout.on('data', (chunk) => (said += String(chunk)));
  program.stdin.write(lines.join('\n'));
  await expect.poll(() => said).toContain('<EstablishedEvent');
  program.stdin.end(block('', 'ClearConnection'));
  await once(program, 'exit');
  expect(said).toContain('<ConnectionClearedEvent');
  expect(program.exitCode).toBe(0);
});
