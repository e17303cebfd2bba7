// Every CSTA message there is, as the hub for CSTA carries it: a JSON object in one argument.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

import { HttpTransportType } from '@microsoft/signalr';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

import { connected, type Protocol } from './src/client.ts';
import { Hubs } from './src/hubs.ts';

let hubs: Hubs;
let messages: [string, unknown][];
beforeAll(async () => {
  hubs = await Hubs.start(inject('hubs'));
  const file = resolve(import.meta.dirname, '../../../api/reference/examples.json');
  const examples = JSON.parse(await readFile(file, 'utf8')) as Record<string, { json: string }>;
  messages = Object.entries(examples).map(([name, example]) => [name, JSON.parse(example.json)]);
});
afterAll(async () => {
  await hubs.quiet();
  await hubs.stop();
});

test.each<Protocol>(['json', 'messagepack'])(
  'every CSTA message comes back as it was in %s',
  async (protocol) => {
    // A set that has shrunk would show less than it says.
    expect(messages.length).toBeGreaterThan(400);
    const options = { protocol, transport: HttpTransportType.WebSockets };
    await connected(`${hubs.url}/hub`, options, async (connection) => {
      const back = await Promise.all(
        messages.map(async ([name, message]): Promise<[string, unknown]> => [
          name,
          await connection.invoke('Echo', message),
        ]),
      );
      for (const [i, [name, message]] of messages.entries()) expect(back[i]).toStrictEqual([name, message]);
    });
  },
);
