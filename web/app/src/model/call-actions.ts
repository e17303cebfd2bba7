// Which buttons a call has. Whether a button is there the server alone decides, by what it permits on the call.
import { type Call, type CallService, type Device, actions, isConference, may } from '@cstahub/client';

/** A button that does what it says at once. */
export interface Act {
  readonly service: CallService;
  readonly run: (device: Device) => Promise<void>;
}

/** What a call can be sent to a number by, the usual one first. */
export const sendings = [
  'consultationCall',
  'singleStepTransfer',
  'singleStepConference',
  'parkCall',
  'deflectCall',
] as const;
export type Sending = (typeof sendings)[number];

/** The buttons of a call. Others are the other calls at the device: a swap or a transfer is between two. */
export function actsOn(call: Call, others: readonly Call[]): Act[] {
  const held = others.find((other) => other.local === 'hold');
  const single: Partial<Record<CallService, (device: Device) => Promise<void>>> = {
    answerCall: (device) => actions.answer(device, call),
    retrieveCall: (device) => actions.retrieve(device, call),
    ...(held !== undefined && {
      transferCall: (device: Device) => actions.transfer(device, held, call),
      alternateCall: (device: Device) => actions.swap(device, held, call),
      conferenceCall: (device: Device) => actions.conference(device, held, call),
      reconnectCall: (device: Device) => actions.reconnect(device, held, call),
    }),
    holdCall: (device) => actions.hold(device, call),
    campOnCall: (device) => actions.campOn(device, call),
    intrudeCall: (device) => actions.intrude(device, call),
    clearConnection: (device) => actions.hangUp(device, call),
  };
  return (Object.entries(single) as [CallService, (device: Device) => Promise<void>][])
    .filter(([service]) => may(call, service))
    .map(([service, run]) => ({ service, run }));
}

/** The ways in which a call can be sent to a number now. */
export function sendingsOf(call: Call): Sending[] {
  // One who leaves a conference by a transfer would take everybody along.
  return sendings.filter((way) => may(call, way) && !(way === 'singleStepTransfer' && isConference(call)));
}

/** Sends a call to a number. */
export async function send(device: Device, call: Call, way: Sending, number: string): Promise<void> {
  switch (way) {
    case 'consultationCall':
      await actions.consult(device, call, number);
      return;
    case 'singleStepTransfer':
      await actions.transferTo(device, call, number);
      return;
    case 'singleStepConference':
      await actions.add(device, call, number);
      return;
    case 'parkCall':
      await actions.park(device, call, number);
      return;
    case 'deflectCall':
      await actions.deflect(device, call, number);
  }
}
