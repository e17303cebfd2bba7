import { type IRetryPolicy } from '@microsoft/signalr';
import type { Connection } from './hub.ts';
/** Makes a connection to the hub, not started yet, that shows the tokens it is given. */
export declare function openConnection(url: string, token: () => Promise<string>, policy: IRetryPolicy): Connection;
