import { describe, expect, test } from 'vitest';

import { afterEvent, afterSnapshot, emptyBoard, keepEnded } from '../src/model/board.ts';
import type { AnyEvent } from '../src/model/event.ts';
import { event, events, recording } from './recording.ts';

describe('the board', () => {
  test('takes times from the server', () => {
    const from = recording('called');
    const established = event(from, 'Established');
    const board = afterEvent(emptyBoard, established, from.device);
    expect(board.calls[0]).toMatchObject({
      direction: 'incoming',
      number: '200',
      name: 'Alice Andersen',
      started: Date.parse(established.event.privateData?.started ?? ''),
      answered: Date.parse(established.event.privateData?.answered ?? ''),
    });
  });

  test('keeps what an event leaves out', () => {
    const from = recording('called');
    const ringing = afterEvent(emptyBoard, event(from, 'Delivered'), from.device);
    const established = event(from, 'Established');
    const bare = structuredClone(established);
    delete bare.event.privateData;
    expect(afterEvent(ringing, bare, from.device).calls[0]).toMatchObject({
      direction: 'incoming',
      number: '200',
      name: 'Alice Andersen',
      local: 'connected',
    });
  });

  test('keeps who made a call that has broken in upon another', () => {
    const from = recording('caller');
    const made = afterEvent(emptyBoard, event(from, 'Originated'), from.device);
    const [call] = made.calls;
    expect(call?.direction).toBe('outgoing');
    const connection = (callId: string, deviceId: string) => ({ callId, deviceId });
    const broken = {
      name: 'Conferenced',
      event: {
        primaryOldCall: connection('theirs', from.device),
        secondaryOldCall: connection(call?.id ?? '', from.device),
        conferenceConnections: {
          connectionListItem: [from.device, '201', '202'].map((device) => ({
            newConnection: connection('theirs', device),
          })),
        },
        localConnectionInfo: 'connected',
        cause: 'intrude',
        privateData: { callDirection: 'Inbound', remoteUser: '201' },
      },
    } as unknown as AnyEvent;
    const after = afterEvent(made, broken, from.device);
    expect(after.calls).toMatchObject([{ id: 'theirs', direction: 'outgoing', size: 3 }]);
  });

  test('does not change the values it was made from', () => {
    const from = recording('called');
    const before = afterEvent(emptyBoard, event(from, 'Delivered'), from.device);
    const copy = structuredClone(before);
    afterEvent(before, event(from, 'Established'), from.device);
    afterSnapshot(before, {});
    expect(before).toEqual(copy);
  });

  test('says of a call that a snapshot does not list that it ended, and not how', () => {
    const from = recording('called');
    const before = afterEvent(emptyBoard, event(from, 'Established'), from.device);
    const after = afterSnapshot(before, {});
    expect(after.calls).toEqual([]);
    expect(after.ended).toEqual([
      { call: before.calls[0], at: undefined, cause: undefined, by: undefined, to: undefined },
    ]);
  });

  test('forgets ended calls beyond a few', () => {
    const from = recording('missing');
    let board = emptyBoard;
    for (let i = 0; i < 3 * keepEnded; i++) {
      for (const e of events(from)) board = afterEvent(board, e, from.device);
    }
    expect(board.ended).toHaveLength(keepEnded);
  });
});
