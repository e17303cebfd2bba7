// What can be done with the calls of a device, in the words of a telephone. Each asks the server for one CSTA
// service, and fails with Refusal or NoAnswer; what became of it is told by the device's calls.
import type { ParticipationType } from '../gen/csta.ts';
import type { Call } from './call.ts';
import type { Device } from './device.ts';

/** A call, or as much of it as is needed to name it. */
type Which = Pick<Call, 'id'>;

/** Answers a call that rings (AnswerCall). */
export async function answer(device: Device, call: Which): Promise<void> {
  await device.request('AnswerCall', { callToBeAnswered: device.connection(call) });
}

/** Leaves a call, or rejects one that rings (ClearConnection). */
export async function hangUp(device: Device, call: Which): Promise<void> {
  await device.request('ClearConnection', { connectionToBeCleared: device.connection(call) });
}

/** Puts a call on hold (HoldCall). */
export async function hold(device: Device, call: Which): Promise<void> {
  await device.request('HoldCall', { callToBeHeld: device.connection(call) });
}

/** Takes a call up again that is on hold (RetrieveCall). */
export async function retrieve(device: Device, call: Which): Promise<void> {
  await device.request('RetrieveCall', { callToBeRetrieved: device.connection(call) });
}

/** Puts the active call on hold and takes up the one that is (AlternateCall). */
export async function swap(device: Device, held: Which, active: Which): Promise<void> {
  await device.request('AlternateCall', {
    heldCall: device.connection(held),
    activeCall: device.connection(active),
  });
}

/** Puts a call on hold and calls somebody about it (ConsultationCall); gives the id of the new call. */
export async function consult(device: Device, call: Which, number: string): Promise<string> {
  const { initiatedCall } = await device.request('ConsultationCall', {
    existingCall: device.connection(call),
    consultedDevice: number,
  });
  return initiatedCall.callId ?? '';
}

/** Leaves the call that asked, and goes back to the one on hold (ReconnectCall). */
export async function reconnect(device: Device, held: Which, active: Which): Promise<void> {
  await device.request('ReconnectCall', {
    heldCall: device.connection(held),
    activeCall: device.connection(active),
  });
}

/** Connects the parties of two calls with each other and leaves both, answered or not (TransferCall). */
export async function transfer(device: Device, held: Which, active: Which): Promise<void> {
  await device.request('TransferCall', {
    heldCall: device.connection(held),
    activeCall: device.connection(active),
  });
}

/** Sends a call on to a number without asking there first (SingleStepTransferCall). */
export async function transferTo(device: Device, call: Which, number: string): Promise<void> {
  await device.request('SingleStepTransferCall', {
    activeCall: device.connection(call),
    transferredTo: number,
  });
}

/** Makes one call of two (ConferenceCall). */
export async function conference(device: Device, held: Which, active: Which): Promise<void> {
  await device.request('ConferenceCall', {
    heldCall: device.connection(held),
    activeCall: device.connection(active),
  });
}

/** Calls somebody into a call (SingleStepConferenceCall). */
export async function add(
  device: Device,
  call: Which,
  number: string,
  participationType: ParticipationType = 'active',
): Promise<void> {
  await device.request('SingleStepConferenceCall', {
    activeCall: device.connection(call),
    deviceToJoin: number,
    participationType,
  });
}

/** Sends a call that rings to another number (DeflectCall). */
export async function deflect(device: Device, call: Which, number: string): Promise<void> {
  await device.request('DeflectCall', {
    callToBeDiverted: device.connection(call),
    newDestination: { device: [number] },
  });
}

/** Leaves a call waiting at a place where anybody may pick it up (ParkCall). */
export async function park(device: Device, call: Which, place: string): Promise<void> {
  await device.request('ParkCall', { parking: device.connection(call), parkTo: place });
}

/** Takes the call that rings or waits at a number (DirectedPickupCall). */
export async function pickUp(device: Device, number: string): Promise<void> {
  await device.request('DirectedPickupCall', {
    callToBePickedUp: { deviceId: number },
    requestingDevice: device.number,
  });
}

/** Takes the call that has been ringing longest in the device's pick-up group (GroupPickupCall). */
export async function pickUpInGroup(device: Device): Promise<void> {
  await device.request('GroupPickupCall', { newDestination: device.number });
}

/** Sends digits into a call: 0 to 9, *, #, A to D, and a comma for a pause (GenerateDigits). */
export async function digits(device: Device, call: Which, characters: string): Promise<void> {
  await device.request('GenerateDigits', {
    connectionToSendDigits: device.connection(call),
    charactersToSend: characters,
  });
}

/** Waits until a busy number is free (CamponCall). */
export async function campOn(device: Device, call: Which): Promise<void> {
  await device.request('CamponCall', { camponConnection: device.connection(call) });
}

/** Goes into the call of a busy number (IntrudeCall). */
export async function intrude(
  device: Device,
  call: Which,
  participationType: ParticipationType = 'active',
): Promise<void> {
  await device.request('IntrudeCall', { intrude: device.connection(call), participationType });
}
