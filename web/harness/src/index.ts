// What tests against the real server share: the binary, a running server, and waiting.
import type {} from './setup.ts'; // declares what the set-up provides

export { Server, type ServerOptions } from './server.ts';
export { deadline, until } from './wait.ts';
