import { HubConnectionBuilder, type IRetryPolicy, LogLevel } from '@microsoft/signalr';

import type { Connection } from './hub.ts';

/** Makes a connection to the hub, not started yet, that shows a token. */
export function openConnection(token: string, policy: IRetryPolicy): Connection {
  return (
    new HubConnectionBuilder()
      .withUrl('/csta', { accessTokenFactory: () => token })
      .withAutomaticReconnect(policy)
      .withStatefulReconnect()
      // What goes wrong is shown on the page.
      .configureLogging(LogLevel.Critical)
      .build()
  );
}
