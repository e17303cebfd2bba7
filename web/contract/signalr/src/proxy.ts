import { connect, createServer, type Server, type Socket } from 'node:net';

/** A TCP proxy that can break what runs through it. */
export class Proxy {
  private readonly server: Server;
  private readonly open = new Set<Socket>();
  /** Number of connections that were made through it. */
  connections = 0;
  /** Number of those whose client has gone on after it was first answered: a WebSocket that is open at both ends. */
  opened = 0;

  private constructor(private readonly target: URL) {
    this.server = createServer((inward) => {
      this.connections++;
      const outward = connect(Number(this.target.port), this.target.hostname);
      outward.once('data', () => inward.once('data', () => this.opened++));
      for (const [from, to] of [
        [inward, outward],
        [outward, inward],
      ] as const) {
        this.open.add(from);
        from.setNoDelay(true);
        from.on('error', () => undefined);
        from.on('close', () => {
          this.open.delete(from);
          to.destroy();
        });
        from.pipe(to);
      }
    });
  }

  static async start(target: string): Promise<Proxy> {
    const proxy = new Proxy(new URL(target));
    await new Promise<void>((resolve) => proxy.server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get url(): string {
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('the proxy does not listen');
    return `http://127.0.0.1:${address.port}`;
  }

  /** Resets every connection, at both ends: what is under way is lost. */
  reset(): void {
    for (const socket of this.open) socket.resetAndDestroy();
  }

  async stop(): Promise<void> {
    const closed = new Promise<void>((resolve) =>
      this.server.close(() => {
        resolve();
      }),
    );
    this.reset();
    await closed;
  }
}
