import type { ConnectionID, DeviceID, Events, ExtendedDeviceID, LocalConnectionState } from '../gen/csta.ts';

/**
 * The events about calls that the page understands. One that it does not understand leaves a gap between those
 * that it does, upon which the calls are asked for.
 */
export const eventNames = [
  'ServiceInitiated',
  'Originated',
  'NetworkReached',
  'Delivered',
  'Established',
  'Held',
  'Retrieved',
  'Failed',
  'ConnectionCleared',
] as const satisfies readonly (keyof Events)[];

export type EventName = (typeof eventNames)[number];

/** An event about a call, with the name that it arrives under. */
export type CallEvent = { [N in EventName]: { readonly name: N; readonly event: Events[N] } }[EventName];

/** The connection that an event is about, which may be mine or the other party's. */
export function subject(e: CallEvent): ConnectionID {
  switch (e.name) {
    case 'ServiceInitiated':
      return e.event.initiatedConnection;
    case 'Originated':
      return e.event.originatedConnection;
    case 'NetworkReached':
      return e.event.outboundConnection;
    case 'Delivered':
      return e.event.connection;
    case 'Established':
      return e.event.establishedConnection;
    case 'Held':
      return e.event.heldConnection;
    case 'Retrieved':
      return e.event.retrievedConnection;
    case 'Failed':
      return e.event.failedConnection;
    case 'ConnectionCleared':
      return e.event.droppedConnection;
  }
}

/** The state that the connection an event is about has after it. */
export function stateAfter(e: CallEvent): LocalConnectionState {
  switch (e.name) {
    case 'ServiceInitiated':
      return 'initiated';
    case 'Originated':
    case 'NetworkReached':
    case 'Established':
    case 'Retrieved':
      return 'connected';
    case 'Delivered':
      return 'alerting';
    case 'Held':
      return 'hold';
    case 'Failed':
      return 'fail';
    case 'ConnectionCleared':
      return 'null';
  }
}

/** The number of a device, '' where there is none. */
export function numberOf(device: DeviceID | undefined): string {
  return typeof device === 'object' ? device.value : (device ?? '');
}

/** The number of a device in an event, '' where it is not known or withheld. */
export function extendedNumber(device: ExtendedDeviceID | undefined): string {
  return numberOf(device?.deviceIdentifier);
}
