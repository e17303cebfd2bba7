import type { ConnectionID, DeviceID, Events, ExtendedDeviceID, LocalConnectionState } from '../gen/csta.ts';

/** An event, with the name that it arrives under. */
export type AnyEvent = { [N in keyof Events]: { readonly name: N; readonly event: Events[N] } }[keyof Events];

/** How an event about one connection of a call tells which it is, and the state it has afterwards. */
const steps = {
  ServiceInitiated: [(e: Events['ServiceInitiated']) => e.initiatedConnection, 'initiated'],
  DigitsDialed: [(e: Events['DigitsDialed']) => e.dialingConnection, 'initiated'],
  Originated: [(e: Events['Originated']) => e.originatedConnection, 'connected'],
  NetworkReached: [(e: Events['NetworkReached']) => e.outboundConnection, 'connected'],
  Offered: [(e: Events['Offered']) => e.offeredConnection, 'alerting'],
  Delivered: [(e: Events['Delivered']) => e.connection, 'alerting'],
  Queued: [(e: Events['Queued']) => e.queuedConnection, 'queued'],
  Established: [(e: Events['Established']) => e.establishedConnection, 'connected'],
  Held: [(e: Events['Held']) => e.heldConnection, 'hold'],
  Retrieved: [(e: Events['Retrieved']) => e.retrievedConnection, 'connected'],
  Bridged: [(e: Events['Bridged']) => e.bridgedConnection, 'connected'],
  Failed: [(e: Events['Failed']) => e.failedConnection, 'fail'],
  Diverted: [(e: Events['Diverted']) => e.connection, 'null'],
  ConnectionCleared: [(e: Events['ConnectionCleared']) => e.droppedConnection, 'null'],
} as const satisfies Partial<Record<keyof Events, readonly [unknown, LocalConnectionState]>>;

export type StepName = keyof typeof steps;

/** An event about one connection of a call. */
export type Step = Extract<AnyEvent, { name: StepName }>;

/** An event that makes one call of two, or puts one device in another's place. */
export type Merger = Extract<AnyEvent, { name: 'Transfered' | 'Conferenced' }>;

export function isStep(e: AnyEvent): e is Step {
  return Object.hasOwn(steps, e.name);
}

export function isMerger(e: AnyEvent): e is Merger {
  return e.name === 'Transfered' || e.name === 'Conferenced';
}

/** The connection that an event is about, which may be the device's own or another party's. */
export function subject(e: Step): ConnectionID {
  return (steps[e.name][0] as (event: Step['event']) => ConnectionID)(e.event);
}

/** The state that the connection an event is about has after it. */
export function stateAfter(e: Step): LocalConnectionState {
  return steps[e.name][1];
}

/** The number of a device, '' where there is none. */
export function numberOf(device: DeviceID | undefined): string {
  return typeof device === 'object' ? device.value : (device ?? '');
}

/** The number of a device in an event, '' where it is not known or withheld. */
export function extendedNumber(device: ExtendedDeviceID | undefined): string {
  return numberOf(device?.deviceIdentifier);
}
