import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type {
  MonitorStartResponse,
  SnapshotDeviceDataList,
  SnapshotDeviceResponse,
} from '../src/gen/csta.ts';
import { eventNames } from '../src/connection/names.ts';
import { type AnyEvent, type Step, isStep } from '../src/model/event.ts';
import { type Board, afterEvent, afterSnapshot, emptyBoard } from '../src/model/board.ts';

/** What a server said to one telephone's monitor; see web/contract/csta/recordings.test.ts. */
export interface Recording {
  readonly device: string;
  readonly messages: readonly { readonly name: string; readonly message: unknown }[];
}

export function recording(name: string): Recording {
  const path = join(import.meta.dirname, 'recordings', `${name}.json`);
  return JSON.parse(readFileSync(path, 'utf8')) as Recording;
}

/** The events of a recording. */
export function events({ messages }: Recording): AnyEvent[] {
  return messages
    .filter(({ name }) => (eventNames as readonly string[]).includes(name))
    .map(({ name, message }) => ({ name, event: message }) as AnyEvent);
}

/** The event that is the nth of its name, counted from 0. */
export function event(from: Recording, name: Step['name'], nth = 0): Step {
  const found = events(from)
    .filter(isStep)
    .filter((e) => e.name === name)[nth];
  if (found === undefined) throw new Error(`the recording has no ${name} number ${nth}`);
  return found;
}

/** The boards after each message of a recording. */
export function boards(from: Recording): { name: string; board: Board }[] {
  let board = emptyBoard;
  return from.messages.map(({ name, message }) => {
    switch (name) {
      case 'MonitorStartResponse':
        board = afterSnapshot(board, (message as MonitorStartResponse).privateData?.snapshotData ?? {});
        break;
      case 'SnapshotDeviceResponse':
        board = afterSnapshot(board, snapshotOf(message as SnapshotDeviceResponse));
        break;
      default:
        board = afterEvent(board, { name, event: message } as AnyEvent, from.device);
    }
    return { name, board };
  });
}

export function snapshotOf(response: SnapshotDeviceResponse): SnapshotDeviceDataList {
  return response.crossRefIdorSnapshotData.snapshotData ?? {};
}
