// How a call is read out of what the server says. The server says all of it again with every event and
// snapshot; what was known before fills in what it leaves out.
import type {
  ConnectionListItem,
  DateTime,
  PrivateData,
  ServicesPermitted,
  SnapshotDeviceResponseInfo,
} from '../gen/csta.ts';
import type { Call, CallService, Party } from './call.ts';
import { type Merger, type Step, extendedNumber, numberOf, stateAfter, subject } from './event.ts';

/** The call after an event about one of its connections. Known is the call before it; device is the own one. */
export function callAfter(e: Step, device: string, known: Call | undefined): Call {
  const about = numberOf(subject(e).deviceId);
  const mine = about === device;
  const local = e.event.localConnectionInfo ?? (mine ? stateAfter(e) : known?.local) ?? 'null';
  const conference = mine ? (known?.conference ?? []) : withParty(known?.conference ?? [], about, e);
  return {
    ...party(e.event.privateData, known),
    id: subject(e).callId ?? '',
    called: calledNumber(e) ?? known?.called,
    queue: queueAfter(e, mine, known),
    local,
    remote: mine ? remoteBeside(e, known) : remoteAfter(e, known),
    size: conference.length > 0 ? conference.length + 1 : (known?.size ?? 2),
    conference: conference.length > 1 ? conference : [],
    failure: e.name === 'Failed' ? e.event.cause : known?.failure,
    permitted: permittedServices(e.event.servicesPermitted),
  };
}

/** The call that a transfer or a conference has left the device with. Known are the calls that went into it. */
export function callMerged(e: Merger, device: string, known: readonly Call[]): Call {
  const list = connections(e).connectionListItem;
  const mine = list.find((item) => itemNumber(item) === device);
  const first = known[0];
  const conference = e.name === 'Conferenced' ? list.filter((item) => item !== mine).map(partyIn(known)) : [];
  return {
    ...party(e.event.privateData, first),
    id: mine?.newConnection?.callId ?? first?.id ?? e.event.primaryOldCall.callId ?? '',
    called: first?.called,
    queue: first?.queue,
    local: e.event.localConnectionInfo ?? first?.local ?? 'connected',
    remote: undefined,
    size: e.name === 'Conferenced' ? list.length : 2,
    conference,
    failure: undefined,
    permitted: permittedServices(e.event.servicesPermitted),
  };
}

/** A call as a snapshot describes it. */
export function callIn(info: SnapshotDeviceResponseInfo, known: Call | undefined): Call {
  const all = info.localCallState.compoundCallState?.localConnectionState ?? [];
  // A queue that a call has been offered from keeps it until somebody answers, but is nobody to talk to.
  const states = all.filter((state, i) => i === 0 || state !== 'queued' || all.length < 3);
  return {
    ...party(info.privateData, known),
    id: info.connectionIdentifier.callId ?? '',
    called: known?.called,
    queue: known?.queue ?? (states.length < all.length ? '' : undefined),
    local: states[0] ?? 'null',
    remote: states.length > 2 ? undefined : states[1],
    size: states.length,
    conference: known?.conference.length === states.length - 1 && states.length > 2 ? known.conference : [],
    failure: known?.failure,
    permitted: permittedServices(info.servicesPermitted),
  };
}

/** The connections that a transfer or a conference leaves. */
function connections(e: Merger): { connectionListItem: ConnectionListItem[] } {
  return e.name === 'Transfered' ? e.event.transferredConnections : e.event.conferenceConnections;
}

function itemNumber({ newConnection, endpoint }: ConnectionListItem): string {
  return numberOf(newConnection?.deviceId) || numberOf(endpoint?.deviceId);
}

/** Makes a party of a connection; the name is found in the calls in which the device met it. */
function partyIn(known: readonly Call[]): (item: ConnectionListItem) => Party {
  const met = known.flatMap((call) => [call, ...call.conference]);
  return (item) => {
    const number = itemNumber(item);
    return { number, name: met.find((other) => other.number === number)?.name, state: 'connected' };
  };
}

/** The conference after an event about another party in it. One that is no conference stays none. */
function withParty(parties: readonly Party[], number: string, e: Step): readonly Party[] {
  if (parties.length === 0) return parties;
  const state = stateAfter(e);
  if (state === 'null') return parties.filter((party) => party.number !== number);
  const known = parties.some((party) => party.number === number);
  return known
    ? parties.map((party) => (party.number === number ? { ...party, state } : party))
    : [...parties, { number, name: undefined, state }];
}

/** The other party's state after an event about the own connection. Whoever rings the device is in the call. */
function remoteBeside(e: Step, known: Call | undefined): Call['remote'] {
  if (known !== undefined) return known.remote;
  return e.name === 'Delivered' || e.name === 'Offered' ? 'connected' : undefined;
}

/** The other party's state after an event about it. One that leaves says nothing of whoever is there instead. */
function remoteAfter(e: Step, known: Call | undefined): Call['remote'] {
  const state = stateAfter(e);
  return state === 'null' || (known?.conference.length ?? 0) > 0 ? undefined : state;
}

/** The queue that a call comes from. The event of its ringing says only that it does. */
function queueAfter(e: Step, mine: boolean, known: Call | undefined): string | undefined {
  if (e.event.cause !== 'distributed') return known?.queue;
  if (e.name === 'Diverted' && !mine) return extendedNumber(e.event.divertingDevice);
  return e.name === 'Delivered' && mine ? (known?.queue ?? '') : known?.queue;
}

function calledNumber(e: Step): string | undefined {
  const called = 'calledDevice' in e.event ? extendedNumber(e.event.calledDevice) : '';
  return called === '' ? undefined : called;
}

type Basics = Pick<Call, 'direction' | 'number' | 'name' | 'started' | 'answered'>;

function party(data: PrivateData | undefined, known: Call | undefined): Basics {
  // The one who breaks in upon a call is told of it as if it had come to him; what he made stays what he made.
  const direction = known?.direction ?? (data?.callDirection === 'Inbound' ? 'incoming' : 'outgoing');
  const number = data?.remoteUser ?? known?.number ?? '';
  return {
    direction,
    number,
    name: data?.remoteName ?? (number === known?.number ? known.name : undefined),
    started: time(data?.started) ?? known?.started,
    answered: time(data?.answered) ?? known?.answered,
  };
}

/** A time in milliseconds since 1970. */
export function time(text: DateTime | undefined): number | undefined {
  const ms = Date.parse(text ?? '');
  return Number.isNaN(ms) ? undefined : ms;
}

function permittedServices(permitted: ServicesPermitted | undefined): CallService[] {
  const flags = { ...permitted?.callControlServices, ...permitted?.callAssociatedServices };
  return (Object.keys(flags) as CallService[]).filter((service) => flags[service] === true);
}
