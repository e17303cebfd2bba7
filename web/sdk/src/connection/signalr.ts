import { HubConnectionBuilder, type IRetryPolicy, LogLevel } from '@microsoft/signalr';

import type { Connection } from './hub.ts';

/** Makes a connection to the hub, not started yet, that shows the tokens it is given. */
export function openConnection(url: string, token: () => Promise<string>, policy: IRetryPolicy): Connection {
  return (
    new HubConnectionBuilder()
      .withUrl(url, { accessTokenFactory: token })
      .withAutomaticReconnect(policy)
      .withStatefulReconnect()
      // What goes wrong is told to the application, which knows better what to do with it.
      .configureLogging(LogLevel.None)
      .build()
  );
}
