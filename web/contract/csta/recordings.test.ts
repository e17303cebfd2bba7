// The unit tests of the web app are fed with recordings of what the server says. Here they are made, and held
// against the server: a recording that is no longer true fails. CSTAHUB_RECORD=1 writes them anew.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { Server } from 'cstahub-harness';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';

import type { Call } from '../../sdk/src/model/call.ts';
import { type Recording, boards } from '../../sdk/test/recording.ts';
import { Client } from './client.ts';

const folder = join(import.meta.dirname, '../../sdk/test/recordings');
const record = process.env.CSTAHUB_RECORD === '1';

let server: Server;
beforeAll(async () => {
  server = await Server.start({ binary: inject('binary') });
});
afterAll(() => server.stop());

/** A user whose telephone is monitored, and recorded. */
class Extension {
  private readonly answers: { after: number; name: string; message: unknown }[] = [];

  private constructor(
    readonly client: Client,
    readonly device: string,
  ) {}

  static async of(user: string, device: string): Promise<Extension> {
    const extension = new Extension(await Client.withToken(server.hub, await server.login(user)), device);
    const response = await extension.client.invoke('MonitorStart', {
      monitorObject: { deviceObject: device },
      privateData: { snapshot: true },
    });
    extension.answer('MonitorStartResponse', response);
    return extension;
  }

  async call(number: string, prompt = false): Promise<string> {
    const response = await this.client.invoke('MakeCall', {
      callingDevice: this.device,
      calledDirectoryNumber: number,
      autoOriginate: prompt ? 'prompt' : 'doNotPrompt',
    });
    return response.callingDevice.callId ?? '';
  }

  async snapshot(): Promise<void> {
    this.answer(
      'SnapshotDeviceResponse',
      await this.client.invoke('SnapshotDevice', { snapshotObject: this.device }),
    );
  }

  recording(): Recording {
    const messages: Recording['messages'][number][] = [];
    const answersAfter = (n: number) => this.answers.filter((a) => a.after === n);
    for (let i = 0; i <= this.client.received.length; i++) {
      for (const { name, message } of answersAfter(i)) messages.push({ name, message });
      const received = this.client.received[i];
      if (received !== undefined) messages.push(received);
    }
    return { device: this.device, messages };
  }

  private answer(name: string, message: unknown): void {
    this.answers.push({ after: this.client.received.length, name, message });
  }
}

/** What must be the same in two recordings: what the page makes of each message, but for ids and times. */
function essence(recording: Recording): unknown {
  const ids: string[] = [];
  const id = (callId: string) => {
    if (!ids.includes(callId)) ids.push(callId);
    return `call ${ids.indexOf(callId)}`;
  };
  const anonymous = (call: Call) => ({
    ...call,
    permitted: [...call.permitted].sort(),
    id: id(call.id),
    started: call.started !== undefined,
    answered: call.answered !== undefined,
  });
  return boards(recording).map(({ name, board }) => ({
    name,
    calls: board.calls.map(anonymous),
    ended: board.ended.map((end) => ({ ...end, call: anonymous(end.call), at: end.at !== undefined })),
  }));
}

async function compare(name: string, extension: Extension): Promise<void> {
  const path = join(folder, `${name}.json`);
  const now = extension.recording();
  if (record) await writeFile(path, `${JSON.stringify(now, null, 1)}\n`);
  const kept = JSON.parse(await readFile(path, 'utf8')) as Recording;
  expect(essence(now)).toEqual(essence(kept));
}

describe('recordings', () => {
  test('a call from both sides, held and retrieved', async () => {
    const alice = await Extension.of('alice@demo', '200');
    const bob = await Extension.of('bob@demo', '201');
    const callId = await alice.call('201');
    await bob.client.next('Delivered');
    await bob.client.invoke('AnswerCall', { callToBeAnswered: { callId } });
    await bob.client.next('Established');
    await bob.client.invoke('HoldCall', { callToBeHeld: { callId } });
    await alice.client.next('Held');
    await bob.client.invoke('RetrieveCall', { callToBeRetrieved: { callId } });
    await alice.client.next('Retrieved');
    await alice.client.invoke('ClearConnection', { connectionToBeCleared: { callId } });
    await alice.client.next('ConnectionCleared');
    await bob.client.next('ConnectionCleared');
    await compare('caller', alice);
    await compare('called', bob);
    await Promise.all([alice.client.stop(), bob.client.stop()]);
  });

  test('a call that waits while another is spoken in', async () => {
    const alice = await Extension.of('alice@demo', '200');
    const bob = await Extension.of('bob@demo', '201');
    const carol = await Extension.of('carol@demo', '202');
    const first = await alice.call('201');
    await bob.client.next('Delivered');
    await bob.client.invoke('AnswerCall', { callToBeAnswered: { callId: first } });
    await bob.client.next('Established');
    const second = await carol.call('201');
    await bob.client.next('Delivered');
    await bob.snapshot();
    await bob.client.invoke('HoldCall', { callToBeHeld: { callId: first } });
    await bob.client.next('Held');
    await bob.snapshot();
    await bob.client.invoke('AnswerCall', { callToBeAnswered: { callId: second } });
    await bob.client.next('Established');
    await bob.snapshot();
    await bob.client.invoke('ClearConnection', { connectionToBeCleared: { callId: second } });
    await bob.client.next('ConnectionCleared');
    await bob.snapshot();
    await alice.client.invoke('ClearConnection', { connectionToBeCleared: { callId: first } });
    await bob.client.next('ConnectionCleared');
    await compare('waiting', bob);
    await Promise.all([alice.client.stop(), bob.client.stop(), carol.client.stop()]);
  });

  test('calls that fail, are rejected and missed', async () => {
    const alice = await Extension.of('alice@demo', '200');
    const bob = await Extension.of('bob@demo', '201');
    const unassigned = await alice.call('299');
    await alice.client.next('Failed');
    await alice.snapshot();
    await alice.client.invoke('ClearConnection', { connectionToBeCleared: { callId: unassigned } });
    await alice.client.next('ConnectionCleared');
    const rejected = await alice.call('201');
    await bob.client.next('Delivered');
    await bob.client.invoke('ClearConnection', { connectionToBeCleared: { callId: rejected } });
    await bob.client.next('ConnectionCleared');
    await alice.client.next('ConnectionCleared');
    const missed = await alice.call('201');
    await bob.client.next('Delivered');
    await alice.client.invoke('ClearConnection', { connectionToBeCleared: { callId: missed } });
    await alice.client.next('ConnectionCleared');
    await bob.client.next('ConnectionCleared');
    await compare('failing', alice);
    await compare('missing', bob);
    await Promise.all([alice.client.stop(), bob.client.stop()]);
  });

  test('a consultation that ends in a conference, and one that ends in a transfer', async () => {
    const alice = await Extension.of('alice@demo', '200');
    const bob = await Extension.of('bob@demo', '201');
    const carol = await Extension.of('carol@demo', '202');
    const talk = async (consulted: string) => {
      const first = await alice.call('201');
      await bob.client.next('Delivered');
      await bob.client.invoke('AnswerCall', { callToBeAnswered: { callId: first } });
      await alice.client.next('Established');
      await alice.snapshot();
      const { initiatedCall } = await alice.client.invoke('ConsultationCall', {
        existingCall: { callId: first },
        consultedDevice: consulted,
      });
      const second = initiatedCall.callId ?? '';
      await carol.client.next('Delivered');
      await carol.client.invoke('AnswerCall', { callToBeAnswered: { callId: second } });
      await alice.client.next('Established');
      await alice.snapshot();
      return { heldCall: { callId: first }, activeCall: { callId: second } };
    };
    const joined = await talk('202');
    await alice.client.invoke('ConferenceCall', joined);
    for (const { client } of [alice, bob, carol]) await client.next('Conferenced');
    await alice.snapshot();
    await bob.snapshot();
    await alice.client.invoke('ClearConnection', { connectionToBeCleared: joined.heldCall });
    for (const { client } of [alice, bob, carol]) await client.next('ConnectionCleared');
    await bob.snapshot();
    await carol.client.invoke('ClearConnection', { connectionToBeCleared: joined.heldCall });
    for (const { client } of [bob, carol]) await client.next('ConnectionCleared');
    const transferred = await talk('202');
    await alice.client.invoke('TransferCall', transferred);
    for (const { client } of [alice, bob, carol]) await client.next('Transfered');
    await bob.snapshot();
    await carol.snapshot();
    await carol.client.invoke('ClearConnection', { connectionToBeCleared: transferred.heldCall });
    for (const { client } of [bob, carol]) await client.next('ConnectionCleared');
    await compare('consulting', alice);
    await compare('passed-on', bob);
    await compare('consulted', carol);
    await Promise.all([alice, bob, carol].map(({ client }) => client.stop()));
  });

  test('a call out, for which the own telephone rings first', async () => {
    const alice = await Extension.of('alice@demo', '200');
    const callId = await alice.call('22334455', true);
    await alice.client.next('ServiceInitiated');
    await alice.client.invoke('AnswerCall', { callToBeAnswered: { callId } });
    await alice.client.next('Established');
    await alice.client.invoke('ClearConnection', { connectionToBeCleared: { callId } });
    await alice.client.next('ConnectionCleared');
    await compare('prompted', alice);
    await alice.client.stop();
  });
});
