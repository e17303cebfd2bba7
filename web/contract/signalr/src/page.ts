// Microsoft's client in a page of a real browser.
import { createRequire } from 'node:module';

import type * as signalR from '@microsoft/signalr';
import type { BrowserContext, Page } from 'playwright-core';

import type { Protocol } from './client.ts';

/** How a page connects. */
export interface PageOptions {
  hub: string;
  transport: signalR.HttpTransportType;
  protocol: Protocol;
  token?: string;
  headers?: Record<string, string>;
  /** Milliseconds before each attempt to come back; none if it is left out. */
  reconnect?: number[];
  stateful?: boolean;
}

/** What install gives the scripts of a page; it does what client.ts does for Node. */
export interface Contract {
  client: (options: PageOptions) => signalR.HubConnection;
  all: <T>(stream: signalR.IStreamResult<T>) => Promise<T[]>;
  some: <T>(stream: signalR.IStreamResult<T>, count: number) => Promise<T[]>;
  failure: (promise: Promise<unknown>) => Promise<string>;
  closed: (connection: signalR.HubConnection) => Promise<string | undefined>;
  pause: (ms: number) => Promise<void>;
  /** The connection that one script opens and the next one goes on with, and what happened to it. */
  connection?: signalR.HubConnection;
  disturbed: string[];
}

declare global {
  interface Window {
    signalR: typeof signalR & {
      protocols: { msgpack: { MessagePackHubProtocol: new () => signalR.IHubProtocol } };
    };
    contract: Contract;
  }
}

/** Opens a page with Microsoft's client in it. */
export async function open(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(url);
  const packages = createRequire(import.meta.url);
  for (const script of [
    '@microsoft/signalr/dist/browser/signalr.js',
    '@microsoft/signalr-protocol-msgpack/dist/browser/signalr-protocol-msgpack.js',
  ]) {
    await page.addScriptTag({ path: packages.resolve(script) });
  }
  await page.evaluate(install);
  return page;
}

/** Runs in the page, so it can use nothing of this file. */
function install(): void {
  const { HubConnectionBuilder, LogLevel, protocols } = window.signalR;
  window.contract = {
    client({ hub, transport, protocol, token, headers, reconnect, stateful }) {
      const http: signalR.IHttpConnectionOptions = { transport };
      if (token !== undefined) http.accessTokenFactory = () => token;
      if (headers !== undefined) http.headers = headers;
      let builder = new HubConnectionBuilder().withUrl(hub, http).configureLogging(LogLevel.None);
      if (protocol === 'messagepack')
        builder = builder.withHubProtocol(new protocols.msgpack.MessagePackHubProtocol());
      if (reconnect !== undefined) builder = builder.withAutomaticReconnect(reconnect);
      if (stateful === true) builder = builder.withStatefulReconnect();
      return builder.build();
    },
    all(stream) {
      return new Promise((resolve, reject) => {
        const items: Parameters<typeof resolve>[0] & unknown[] = [];
        stream.subscribe({
          next: (item) => items.push(item),
          error: reject,
          complete: () => {
            resolve(items);
          },
        });
      });
    },
    some(stream, count) {
      return new Promise((resolve, reject) => {
        const items: Parameters<typeof resolve>[0] & unknown[] = [];
        const subscription = stream.subscribe({
          next: (item) => {
            items.push(item);
            if (items.length === count) {
              subscription.dispose();
              resolve(items);
            }
          },
          error: reject,
          complete: () => {
            reject(new Error(`the stream ended after ${items.length} items`));
          },
        });
      });
    },
    async failure(promise) {
      try {
        await promise;
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
      throw new Error('nothing failed');
    },
    closed(connection) {
      return new Promise((resolve) => {
        connection.onclose((error) => {
          resolve(error?.message);
        });
      });
    },
    pause(ms) {
      return new Promise((resolve) => {
        setTimeout(resolve, ms);
      });
    },
    disturbed: [],
  };
}
