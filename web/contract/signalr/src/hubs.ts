import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

import { deadline, until } from 'cstahub-harness';

/** What is left of the connections of a running program. */
export interface State {
  connections: number;
  goroutines: number;
  /** Open file descriptors. */
  sockets: number;
}

/** A running program with all hubs. */
export class Hubs {
  private constructor(
    private readonly process: ChildProcess,
    /** Where the hubs are, without a slash at the end. */
    readonly url: string,
  ) {}

  static async start(program: string): Promise<Hubs> {
    const child = spawn(program, { stdio: ['pipe', 'pipe', 'inherit'] });
    const ready = new Promise<string>((resolve, reject) => {
      child.stdout.once('data', (line: Buffer) => {
        resolve((JSON.parse(line.toString()) as { url: string }).url);
      });
      child.once('error', reject);
      child.once('exit', (code) => {
        reject(new Error(`the hubs ended with code ${code ?? 'none'}`));
      });
    });
    return new Hubs(child, await deadline(ready, 'the hubs to listen'));
  }

  /** Ends the program. Its standard input is what keeps it alive, so it cannot outlive this process either. */
  async stop(): Promise<void> {
    const gone = once(this.process, 'exit');
    this.process.stdin?.end();
    const [code] = (await deadline(gone, 'the hubs to end')) as [number | null];
    if (code !== 0) throw new Error(`the hubs ended with code ${code ?? 'none'}`);
  }

  async state(): Promise<State> {
    const response = await fetch(`${this.url}/control/state`, { headers: { Connection: 'close' } });
    return (await response.json()) as State;
  }

  /** Waits until no connection is left. */
  async quiet(): Promise<void> {
    await until(async () => (await this.state()).connections === 0, 'all connections to end', 20_000);
  }

  /** Closes all connections of a hub. */
  async closeAll(hub: string, reason: string, reconnect: boolean): Promise<void> {
    const query = new URLSearchParams({ hub, reason, reconnect: String(reconnect) });
    await fetch(`${this.url}/control/close?${query}`, { method: 'POST', headers: { Connection: 'close' } });
  }
}
