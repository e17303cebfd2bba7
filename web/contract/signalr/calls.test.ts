// Calls over every transport with every protocol that it can carry.
import { HttpTransportType, Subject } from '@microsoft/signalr';
import { until } from 'cstahub-harness';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import { all, call, client, type ClientOptions, connected, failure, some } from './src/client.ts';
import { Hubs } from './src/hubs.ts';
import { argumentForMessageOf, limit, values } from './src/values.ts';

let hubs: Hubs;
beforeAll(async () => {
  hubs = await Hubs.start(inject('hubs'));
});
afterAll(async () => {
  await hubs.quiet();
  await hubs.stop();
});

const ways: [string, ClientOptions][] = [
  ['WebSockets, JSON', { transport: HttpTransportType.WebSockets, protocol: 'json' }],
  ['WebSockets, MessagePack', { transport: HttpTransportType.WebSockets, protocol: 'messagepack' }],
  [
    'WebSockets without negotiate, JSON',
    { transport: HttpTransportType.WebSockets, protocol: 'json', skipNegotiation: true },
  ],
  [
    'WebSockets without negotiate, MessagePack',
    { transport: HttpTransportType.WebSockets, protocol: 'messagepack', skipNegotiation: true },
  ],
  [
    'WebSockets with stateful reconnect, JSON',
    { transport: HttpTransportType.WebSockets, protocol: 'json', stateful: true },
  ],
  [
    'WebSockets with stateful reconnect, MessagePack',
    { transport: HttpTransportType.WebSockets, protocol: 'messagepack', stateful: true },
  ],
  ['Server-Sent Events, JSON', { transport: HttpTransportType.ServerSentEvents, protocol: 'json' }],
  ['long polling, JSON', { transport: HttpTransportType.LongPolling, protocol: 'json' }],
  ['long polling, MessagePack', { transport: HttpTransportType.LongPolling, protocol: 'messagepack' }],
];

describe.each(ways)('%s', (_, options) => {
  const hub = () => `${hubs.url}/hub`;

  test('every kind of JSON value comes back as it was', async () => {
    await connected(hub(), options, async (connection) => {
      for (const value of values) expect(await connection.invoke('Echo', value)).toEqual(value);
      expect(await connection.invoke('Three', 1, null, { a: [] })).toEqual([1, null, { a: [] }]);
      expect(await connection.invoke('nothing')).toBeNull();
    });
  });

  test('objects, bytes and dates bind to Go types', async () => {
    await connected(hub(), options, async (connection) => {
      const born = new Date('2001-02-03T04:05:06.789Z');
      const binary = options.protocol === 'messagepack';
      const photo = binary ? new Uint8Array([1, 2, 255]) : 'AQL/';
      const person = {
        name: 'Ann',
        age: 41,
        photo,
        born,
        friend: { name: 'Bob', age: 1, photo: null, born, friend: null },
      };
      const back: { age: number; photo: unknown; born: unknown; friend: { name: string } } =
        await connection.invoke('Birthday', person);
      expect(back.age).toBe(42);
      expect(back.friend.name).toBe('Bob');
      expect(new Date(back.born as string | Date)).toEqual(born);
      expect(await connection.invoke('Bytes', photo)).toEqual(photo);
      const tomorrow: string | Date = await connection.invoke('Tomorrow', born);
      expect(new Date(tomorrow).getTime() - born.getTime()).toBe(24 * 3600 * 1000);
      if (binary) expect(tomorrow).toBeInstanceOf(Date);
    });
  });

  test('errors have the texts of .NET', async () => {
    const prefix = (name: string) => `An unexpected error occurred invoking '${name}' on the server.`;
    await connected(hub(), options, async (connection) => {
      const fails = (name: string, ...args: unknown[]) => failure(connection.invoke(name, ...args));
      expect(await fails('Refuse', 'no')).toBe(`${prefix('Refuse')} HubException: no`);
      expect(await fails('Verbatim', 'as it is')).toBe('as it is');
      expect(await fails('Break')).toBe(prefix('Break'));
      expect(await fails('Panic')).toBe(prefix('Panic'));
      expect(await fails('Secret')).toBe(`Failed to invoke 'Secret' because user is unauthorized`);
      expect(await fails('nope', 1)).toBe(
        `Failed to invoke 'nope' due to an error on the server. HubException: Method does not exist.`,
      );
      expect(await fails('Length')).toBe(`Failed to invoke 'Length' due to an error on the server.`);
      expect(await fails('Length', 5)).toBe(`Failed to invoke 'Length' due to an error on the server.`);
      expect(await fails('Count', 5)).toBe(
        `The client attempted to invoke the streaming 'Count' method with a non-streaming invocation.`,
      );
      const stream = (name: string, ...args: unknown[]) => failure(all(connection.stream(name, ...args)));
      expect(await stream('Nothing')).toBe(
        `The client attempted to invoke the non-streaming 'Nothing' method with a streaming invocation.`,
      );
      expect(await stream('FailingStream', '')).toBe(
        'An error occurred on the server while streaming results.',
      );
      expect(await stream('FailingStream', 'no')).toBe(
        'An error occurred on the server while streaming results. HubException: no',
      );
      expect(await connection.invoke('Echo', 'still here')).toBe('still here');
    });
    await connected(`${hubs.url}/detailed`, options, async (connection) => {
      expect(await failure(connection.invoke('Break'))).toBe(`${prefix('Break')} Exception: disk full`);
      expect(await failure(connection.invoke('Length'))).toBe(
        `Failed to invoke 'Length' due to an error on the server. InvalidDataException: Invocation provides 0 argument(s) but target expects 1.`,
      );
    });
  });

  test('a message may be as large as the limit and no larger', async () => {
    // A client that skips negotiate begins with the same id as any other.
    await connected(hub(), options, async (connection) => {
      const text = argumentForMessageOf(limit, options.protocol);
      expect(await connection.invoke('Length', text)).toBe(text.length);
    });
    const connection = client(hub(), options);
    await connection.start();
    const text = argumentForMessageOf(limit + 1, options.protocol);
    expect(await failure(connection.invoke('Length', text))).toBe(
      'Server returned an error on close: Connection closed with an error.',
    );
    await connection.stop();
  });

  test('a message to the client may be larger', async () => {
    await connected(hub(), options, async (connection) => {
      const answer: string = await connection.invoke('Repeat', 'äx', 200_000);
      expect(answer.length).toBe(400_000);
    });
  });

  test('many calls in one turn are answered in order', async () => {
    await connected(hub(), options, async (connection) => {
      const payload = 'x'.repeat(2000);
      const done: number[] = [];
      await Promise.all(
        Array.from({ length: 100 }, async (_, i) => {
          expect(await connection.invoke('Three', i, payload, null)).toEqual([i, payload, null]);
          done.push(i);
        }),
      );
      expect(done).toEqual(Array.from({ length: 100 }, (_, i) => i));
    });
  });

  test('what a method sends arrives in order and before its result', async () => {
    await connected(hub(), options, async (connection) => {
      const got: number[] = [];
      connection.on('number', (n: number) => got.push(n));
      await connection.invoke('SendMany', 'Number', 500);
      expect(got).toEqual(Array.from({ length: 500 }, (_, i) => i));
    });
  });

  test('calls that want no answer are made in order', async () => {
    await connected(hub(), options, async (connection) => {
      const got: unknown[] = [];
      connection.on('back', (value: unknown) => got.push(value));
      for (let i = 0; i < 50; i++) await connection.send('SendMe', 'back', i);
      await connection.send('Break');
      await until(() => got.length === 50, 'all to come back');
      expect(got).toEqual(Array.from({ length: 50 }, (_, i) => i));
    });
  });

  test('an event with a part of its own and a shared one is one object', async () => {
    await connected(hub(), options, async (connection) => {
      const event = call(connection, 'Event');
      await connection.invoke('SendEvent', 7, { b: [1, null], c: 'é' });
      expect(await event).toEqual([{ offset: 7, b: [1, null], c: 'é' }]);
    });
  });

  test('10,000 items are streamed to the client', async () => {
    await connected(hub(), options, async (connection) => {
      expect(await all(connection.stream<number>('Count', 10_000))).toEqual(
        Array.from({ length: 10_000 }, (_, i) => i),
      );
    });
  });

  test('10,000 items are streamed from the client', async () => {
    await connected(hub(), options, async (connection) => {
      const subject = new Subject<number>();
      const sum = connection.invoke('Sum', subject);
      for (let i = 0; i < 10_000; i++) subject.next(i);
      subject.complete();
      expect(await sum).toEqual([10_000, 49_995_000]);
    });
  });

  test('items are streamed both ways at the same time', async () => {
    await connected(hub(), options, async (connection) => {
      const subject = new Subject<number>();
      const scaled = all(connection.stream<number>('Scale', subject, 0.5));
      for (let i = 0; i < 200; i++) subject.next(i);
      subject.complete();
      expect(await scaled).toEqual(Array.from({ length: 200 }, (_, i) => i / 2));
    });
  });

  test('streams are cancelled by either side', async () => {
    await connected(hub(), options, async (connection) => {
      expect(await some(connection.stream<number>('Ticks', 1), 5)).toEqual([0, 1, 2, 3, 4]);
      const subject = new Subject<number>();
      const taken = connection.invoke('Take', subject, 3);
      for (let i = 0; i < 8; i++) subject.next(i);
      subject.complete();
      expect(await taken).toBe(3);
      // The client sends the rest all the same, one after the other, and must not be stopped before it has.
      for (let i = 0; i < 10; i++) await connection.invoke('Nothing');
      const failing = new Subject<number>();
      const sum = failure(connection.invoke('Sum', failing));
      failing.next(0);
      failing.error(new Error('lost'));
      expect(await sum).toBe(`An unexpected error occurred invoking 'Sum' on the server. HubException: lost`);
      // Several streams, plain calls among them.
      const streams = [
        some(connection.stream<number>('Ticks', 2), 20),
        all(connection.stream<number>('Count', 100)),
      ];
      expect(await connection.invoke('Echo', 1)).toBe(1);
      expect((await Promise.all(streams)).map((items) => items.length)).toEqual([20, 100]);
    });
  });

  test('the server may ask the client', async () => {
    await connected(hub(), options, async (connection) => {
      connection.on('answer', (question: unknown) => ({ asked: question }));
      expect(await connection.invoke('Ask', 'Answer', [1, 'two'])).toEqual({ asked: [1, 'two'] });
      connection.on('slow', async () => {
        // The client may call the server before it answers.
        const echoed: number = await connection.invoke('Echo', 5);
        return echoed + 1;
      });
      expect(await connection.invoke('Ask', 'Slow', null)).toBe(6);
      connection.on('throws', () => {
        throw new Error('from callback');
      });
      expect(await failure(connection.invoke('Ask', 'Throws', null))).toBe('Error: from callback');
      expect(await failure(connection.invoke('Ask', 'Missing', null))).toBe(
        "Client didn't provide a result.",
      );
      connection.on('twice', () => 1);
      connection.on('twice', () => 2);
      expect(await failure(connection.invoke('Ask', 'Twice', null))).toBe(
        'Client provided multiple results.',
      );
    });
  });

  test('everybody, others and groups are reached', async () => {
    await connected(hub(), options, (one) =>
      connected(hub(), options, async (two) => {
        const got: string[] = [];
        one.on('m', (text: string) => got.push(`one ${text}`));
        two.on('m', (text: string) => got.push(`two ${text}`));
        await one.invoke('SendAll', 'm', 'all');
        await two.invoke('SendOthers', 'm', 'others');
        await one.invoke('Join', 'g');
        await two.invoke('SendGroup', 'g', 'm', 'group');
        await one.invoke('Leave', 'g');
        await two.invoke('SendGroup', 'g', 'm', 'nobody');
        await one.invoke('SendAll', 'm', 'end');
        await until(() => got.filter((text) => text.endsWith('end')).length === 2, 'the last messages');
        expect(got.sort()).toEqual(['one all', 'one end', 'one group', 'one others', 'two all', 'two end']);
      }),
    );
  });

  test('the server knows how it is spoken to', async () => {
    await connected(hub(), options, async (connection) => {
      const who: Record<string, unknown> = await connection.invoke('Who');
      expect(who.protocol).toBe(options.protocol);
      if (options.skipNegotiation !== true) expect(who.id).toBe(connection.connectionId);
      else expect(connection.connectionId).toBeNull();
      expect(who.transport).toBe(HttpTransportType[options.transport ?? 0]);
    });
  });
});
