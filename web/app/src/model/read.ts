// How a call is read out of what the server says. The server says all of it again with every event and
// snapshot; what was known before fills in what it leaves out.
import type { DateTime, PrivateData, ServicesPermitted, SnapshotDeviceResponseInfo } from '../gen/csta.ts';
import { type Action, type Call, actions } from './call.ts';
import { type CallEvent, numberOf, stateAfter, subject } from './event.ts';

/** The call after an event. Known is the call before it; device is mine. */
export function callAfter(e: CallEvent, device: string, known: Call | undefined): Call {
  const mine = numberOf(subject(e).deviceId) === device;
  const local = e.event.localConnectionInfo ?? (mine ? stateAfter(e) : known?.local) ?? 'null';
  return {
    ...party(e.event.privateData, known),
    id: subject(e).callId ?? '',
    local,
    remote: mine ? remoteBeside(e, known) : stateAfter(e),
    failure: e.name === 'Failed' ? e.event.cause : known?.failure,
    permitted: permittedActions(e.event.servicesPermitted),
  };
}

/** A call as a snapshot describes it. */
export function callIn(info: SnapshotDeviceResponseInfo, known: Call | undefined): Call {
  const states = info.localCallState.compoundCallState?.localConnectionState ?? [];
  return {
    ...party(info.privateData, known),
    id: info.connectionIdentifier.callId ?? '',
    local: states[0] ?? 'null',
    remote: states[1],
    failure: known?.failure,
    permitted: permittedActions(info.servicesPermitted),
  };
}

/** The other party's state after an event about my own connection. Whoever rings my phone is in the call. */
function remoteBeside(e: CallEvent, known: Call | undefined): Call['remote'] {
  if (known !== undefined) return known.remote;
  return e.name === 'Delivered' ? 'connected' : undefined;
}

type Party = Pick<Call, 'direction' | 'number' | 'name' | 'started' | 'answered'>;

function party(data: PrivateData | undefined, known: Call | undefined): Party {
  const inbound =
    data?.callDirection === undefined ? known?.direction === 'incoming' : data.callDirection === 'Inbound';
  return {
    direction: inbound ? 'incoming' : 'outgoing',
    number: data?.remoteUser ?? known?.number ?? '',
    name: data?.remoteName ?? known?.name,
    started: time(data?.started) ?? known?.started,
    answered: time(data?.answered) ?? known?.answered,
  };
}

/** A time in milliseconds since 1970. */
export function time(text: DateTime | undefined): number | undefined {
  const ms = Date.parse(text ?? '');
  return Number.isNaN(ms) ? undefined : ms;
}

function permittedActions(permitted: ServicesPermitted | undefined): Action[] {
  return actions.filter((action) => permitted?.callControlServices?.[action] === true);
}
