// The SDK as it is built, in Node, against the real server.
import { type Call, Client, NoAnswer, Refusal, Unauthorized, actions, login, outcome } from '@cstahub/client';
import { Server } from 'cstahub-harness';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';

let server: Server;
const clients: Client[] = [];
beforeAll(async () => {
  server = await Server.start({ binary: inject('binary') });
});
afterEach(async () => {
  // A test that has failed leaves no call to the next one.
  for (const client of clients) {
    const phone = client.device('200');
    for (const { id } of phone.calls) await outcome(actions.hangUp(phone, { id }));
  }
  await Promise.all(clients.splice(0).map((client) => client.stop()));
});
afterAll(() => server.stop());

const shown = expect.poll;

async function connect(user: string, device: string) {
  const { accessToken } = await login(server.origin, `${user}@demo`, 'demo');
  const client = new Client({ url: server.origin, token: () => accessToken });
  clients.push(client);
  const phone = client.device(device);
  client.start();
  await shown(() => phone.sync).toBe('current');
  return { client, phone };
}

/** A call in words, such as "201 Bob Berg: connected with connected". */
const words = (call: Call) => `${call.number} ${call.name ?? '?'}: ${call.local} with ${call.remote ?? '?'}`;
const only = (calls: readonly Call[]): Call => {
  const [call] = calls;
  if (call === undefined || calls.length > 1) throw new Error(`there are ${calls.length} calls, want one`);
  return call;
};

describe('a telephone', () => {
  test('is followed through a call, from both sides', async () => {
    const { phone: alice } = await connect('alice', '200');
    const { phone: bob } = await connect('bob', '201');
    const id = await alice.dial('201');
    await shown(() => alice.calls.map(words)).toEqual(['201 Bob Berg: connected with alerting']);
    await shown(() => bob.calls.map(words)).toEqual(['200 Alice Andersen: alerting with connected']);
    const ringing = only(bob.calls);
    expect(ringing).toMatchObject({ id, direction: 'incoming', called: '201', answered: undefined });
    expect(ringing.permitted).toContain('answerCall');
    expect(Math.abs((ringing.started ?? 0) - Date.now())).toBeLessThan(10_000);
    await actions.answer(bob, ringing);
    await shown(() => alice.calls.map(words)).toEqual(['201 Bob Berg: connected with connected']);
    expect(only(alice.calls).answered).toBeGreaterThanOrEqual(ringing.started ?? 0);
    expect(only(alice.calls).permitted).toContain('consultationCall');
    await actions.hold(alice, only(alice.calls));
    await shown(() => bob.calls.map(words)).toEqual(['200 Alice Andersen: connected with hold']);
    await actions.retrieve(alice, only(alice.calls));
    await actions.digits(alice, only(alice.calls), '12#');
    await actions.hangUp(bob, only(bob.calls));
    await shown(() => alice.calls).toEqual([]);
    expect(alice.board.ended[0]).toMatchObject({ by: 'other', cause: 'normalClearing' });
  });

  test('consults, swaps, makes a conference, and transfers', async () => {
    const { phone: alice } = await connect('alice', '200');
    const { phone: bob } = await connect('bob', '201');
    const { phone: carol } = await connect('carol', '202');
    const answered = async (phone: typeof bob) => {
      await shown(() => phone.calls.map((call) => call.permitted.includes('answerCall'))).toContain(true);
      const call = phone.calls.find(({ permitted }) => permitted.includes('answerCall'));
      if (call !== undefined) await actions.answer(phone, call);
    };
    const held = await alice.dial('201');
    await answered(bob);
    await shown(() => only(alice.calls).permitted).toContain('consultationCall');
    const second = await actions.consult(alice, only(alice.calls), '202');
    await answered(carol);
    await shown(() => alice.calls.map(words)).toEqual([
      '201 Bob Berg: hold with connected',
      '202 Carol Christensen: connected with connected',
    ]);
    await actions.swap(alice, { id: held }, { id: second });
    await shown(() => alice.calls.map(({ local }) => local)).toEqual(['connected', 'hold']);
    await shown(() => alice.calls[0]?.permitted).toContain('conferenceCall');
    await actions.conference(alice, { id: second }, { id: held });
    for (const phone of [alice, bob, carol]) {
      await shown(() => phone.calls.map(({ size, conference }) => [size, conference.length])).toEqual([
        [3, 2],
      ]);
    }
    expect(only(alice.calls).conference.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Bob Berg', 'Carol Christensen']),
    );
    await actions.hangUp(carol, only(carol.calls));
    await shown(() => alice.calls.map(words)).toEqual(['201 Bob Berg: connected with connected']);
    await actions.transferTo(alice, only(alice.calls), '202');
    await shown(() => alice.calls).toEqual([]);
    expect(alice.board.ended[0]).toMatchObject({ by: 'me', cause: 'singleStepTransfer', to: '202' });
    await answered(carol);
    await shown(() => bob.calls.map(words)).toEqual(['202 Carol Christensen: connected with connected']);
    await actions.hangUp(bob, only(bob.calls));
    await shown(() => carol.calls).toEqual([]);
  });

  test('that somebody comes late to is there at once, and shared', async () => {
    const { client, phone } = await connect('alice', '200');
    expect(client.device('200')).toBe(phone);
    phone.close();
    expect(phone.sync).toBe('away');
    const again = client.device('200');
    expect(again).not.toBe(phone);
    await shown(() => again.sync).toBe('current');
  });

  test('of somebody else is refused, which is told', async () => {
    const { client } = await connect('alice', '200');
    const other = client.device('999');
    await shown(() => other.trouble?.code).toBe('operation.invalidDeviceID');
    expect(other.sync).toBe('asking');
  });
});

describe('services', () => {
  test('are methods, and errors are values', async () => {
    const { client } = await connect('alice', '200');
    const made = await client.services.makeCall({
      callingDevice: '200',
      calledDirectoryNumber: '22334455',
      autoOriginate: 'doNotPrompt',
    });
    await client.services.clearConnection({ connectionToBeCleared: made.callingDevice });
    const refused = await outcome(client.services.snapshotDevice({ snapshotObject: '999' }));
    expect(refused).toMatchObject({ ok: false, error: { code: 'operation.invalidDeviceID' } });
    expect(!refused.ok && refused.error).toBeInstanceOf(Refusal);
    expect(client.quality).toMatchObject({ grade: 'good', roundTrip: expect.any(Number) as number });
    await client.stop();
    const lost = await outcome(client.services.snapshotDevice({ snapshotObject: '200' }));
    expect(!lost.ok && lost.error).toBeInstanceOf(NoAnswer);
    expect(client.quality.grade).toBe('none');
  });

  test('that have no method in the model have their events all the same', async () => {
    const { client, phone } = await connect('alice', '200');
    const heard: string[] = [];
    const stop = client.on('Originated', ({ calledDevice }) => {
      heard.push(JSON.stringify(calledDevice.deviceIdentifier));
    });
    const id = await phone.dial('22334455');
    await shown(() => heard).toEqual(['"22334455"']);
    stop();
    await actions.hangUp(phone, { id });
    await shown(() => phone.calls).toEqual([]);
  });
});

describe('a bad day', () => {
  test('a server that dies and comes back: what is shown is what is so', async () => {
    const own = await Server.start({ binary: inject('binary') });
    try {
      const { accessToken } = await login(own.origin, 'alice@demo', 'demo');
      let asked = 0;
      const client = new Client({
        url: own.origin,
        token: () => {
          asked++;
          return accessToken;
        },
      });
      clients.push(client);
      const phone = client.device('200');
      client.start();
      await shown(() => phone.sync).toBe('current');
      await phone.dial('22334455');
      await shown(() => phone.calls.length).toBe(1);
      await own.kill();
      await shown(() => phone.sync).toBe('away');
      await shown(() => client.state.kind).toBe('reconnecting');
      const before = asked;
      await own.restart();
      await shown(() => phone.sync, { timeout: 20_000 }).toBe('current');
      expect(phone.calls).toEqual([]);
      expect(asked).toBeGreaterThan(before);
    } finally {
      await own.stop();
    }
  });

  test('a server that is not there, and a token that is not good', async () => {
    const away = new Client({ url: 'http://127.0.0.1:9', token: () => 'T' });
    clients.push(away);
    away.start();
    await shown(() => away.state).toMatchObject({
      kind: 'connecting',
      retryAt: expect.any(Number) as number,
    });
    const rubbish = new Client({ url: server.origin, token: () => 'no token at all' });
    clients.push(rubbish);
    rubbish.start();
    await shown(() => rubbish.state.kind).toBe('unauthorized');
  });

  test('nobody is logged in, until somebody is', async () => {
    const kept: { token?: string } = {};
    const client = new Client({
      url: server.origin,
      token: () => {
        if (kept.token === undefined) throw new Unauthorized('log in first');
        return kept.token;
      },
    });
    clients.push(client);
    client.start();
    await shown(() => client.state.kind).toBe('unauthorized');
    kept.token = await server.login('alice@demo');
    client.retryNow();
    await shown(() => client.state.kind).toBe('connected');
  });
});
