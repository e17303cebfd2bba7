import { readFile } from 'node:fs/promises';
import { type Server as HttpServer, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** Where the examples find a server that was started by hand. */
const byHand = /http:\/\/127\.0\.0\.1:8080/g;

/** A site of somebody else: the files of a folder, on an origin of its own, which use the server of a test. */
export class Site {
  private constructor(private readonly http: HttpServer) {}

  static async open(folder: string, server: string): Promise<Site> {
    const http = createServer((request, response) => {
      const path = normalize(new URL(request.url ?? '/', 'http://site').pathname);
      const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
      readFile(file, 'utf8').then(
        (text) => {
          response.setHeader('Content-Type', types[extname(file)] ?? 'application/octet-stream');
          response.end(text.replace(byHand, server));
        },
        () => {
          response.statusCode = path === '/favicon.ico' ? 204 : 404;
          response.end();
        },
      );
    });
    await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
    return new Site(http);
  }

  get origin(): string {
    return `http://localhost:${(this.http.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.http.closeAllConnections();
    await new Promise((closed) => this.http.close(closed));
  }
}
