import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { deadline } from './wait.ts';

export interface ServerOptions {
  /** Path of the binary. */
  binary: string;
  /** Further flags of "cstahub serve", such as --login-time=1s. */
  flags?: string[];
}

/** A running server of its own: the demo's tenant, a data folder nobody else has, ports that were free. */
export class Server {
  /** Where the web app and REST are, without a slash at the end. */
  origin = '';
  /** Where CSTA XML is spoken, as host:port. */
  tcpAddr = '';

  private process: ChildProcess | undefined;
  private log = '';

  private constructor(
    private readonly options: ServerOptions,
    private readonly dataDir: string,
  ) {}

  static async start(options: ServerOptions): Promise<Server> {
    const server = new Server(options, await mkdtemp(join(tmpdir(), 'cstahub-data-')));
    try {
      await server.run('127.0.0.1:0', '127.0.0.1:0');
    } catch (error) {
      await server.stop();
      throw error;
    }
    return server;
  }

  /** Where the hub is. */
  get hub(): string {
    return `${this.origin}/csta`;
  }

  /** Asks the server to end, and waits until it has. Its data is gone afterwards. */
  async stop(): Promise<void> {
    await this.end('SIGTERM');
    await rm(this.dataDir, { recursive: true, force: true });
  }

  /** Ends the server without a warning. Its data stays, for restart. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Asks the server to end as an operator would. Its data stays, for restart. */
  async terminate(): Promise<void> {
    await this.end('SIGTERM');
  }

  /** Starts the server again after kill or terminate, at the addresses it had. */
  async restart(): Promise<void> {
    await this.run(new URL(this.origin).host, this.tcpAddr);
  }

  /** A token as the command line makes it for a user of this server. */
  async token(user: string, lifetime = '1h'): Promise<string> {
    const { stdout } = await promisify(execFile)(this.options.binary, [
      'token',
      `--data-dir=${this.dataDir}`,
      `--user=${user}`,
      `--for=${lifetime}`,
    ]);
    return stdout.trim();
  }

  /** The key with which this server signs its tokens. */
  signingKey(): Promise<Buffer> {
    return readFile(join(this.dataDir, 'token.key'));
  }

  /** A token as POST /api/v1/login gives it. */
  async login(userId: string, password = 'demo'): Promise<string> {
    const response = await fetch(`${this.origin}/api/v1/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ userId, password }),
    });
    if (!response.ok) throw new Error(`login of ${userId}: ${response.status}`);
    return ((await response.json()) as { accessToken: string }).accessToken;
  }

  private async run(httpAddr: string, tcpAddr: string): Promise<void> {
    const child = spawn(
      this.options.binary,
      [
        'serve',
        '--demo',
        `--http-addr=${httpAddr}`,
        `--tcp-addr=${tcpAddr}`,
        `--data-dir=${this.dataDir}`,
        ...(this.options.flags ?? []),
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    this.process = child;
    endWithUs(child);
    const ready = new Promise<void>((resolve, reject) => {
      let printed = '';
      child.stdout.on('data', (chunk: Buffer) => {
        printed += chunk.toString();
        const http = /web app +(http:\/\/\S+?)\/\s/.exec(printed)?.[1];
        const tcp = /CSTA XML +(\S+)/.exec(printed)?.[1];
        if (http === undefined || tcp === undefined) return;
        this.origin = http;
        this.tcpAddr = tcp;
        resolve();
      });
      child.stderr.on('data', (chunk: Buffer) => {
        this.log = (this.log + chunk.toString()).slice(-20_000);
      });
      child.on('error', reject);
      child.on('exit', (code) => {
        reject(new Error(`the server ended with code ${code}:\n${this.log}`));
      });
    });
    await deadline(ready, 'the server to print its addresses', 20_000);
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.process;
    this.process = undefined;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    try {
      await deadline(gone, 'the server to end', 15_000);
    } catch (error) {
      child.kill('SIGKILL');
      throw new Error(`${String(error)}\n${this.log}`, { cause: error });
    }
  }
}

/** Lets no server outlive the process that started it. */
function endWithUs(child: ChildProcess): void {
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
}
