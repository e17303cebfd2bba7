import { type Device, emptyBoard } from '@cstahub/client';
import { useSyncExternalStore } from 'react';

/** The calls at a device, and what they are worth; renders again whenever they change. */
export function useBoard(device: Device | undefined) {
  const board = useSyncExternalStore(
    (changed) => device?.subscribe(changed) ?? (() => undefined),
    () => device?.board ?? emptyBoard,
  );
  const sync = useSyncExternalStore(
    (changed) => device?.subscribe(changed) ?? (() => undefined),
    () => device?.sync ?? 'away',
  );
  return { board, sync };
}
