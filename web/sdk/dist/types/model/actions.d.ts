import type { ParticipationType } from '../gen/csta.ts';
import type { Call } from './call.ts';
import type { Device } from './device.ts';
/** A call, or as much of it as is needed to name it. */
type Which = Pick<Call, 'id'>;
/** Answers a call that rings (AnswerCall). */
export declare function answer(device: Device, call: Which): Promise<void>;
/** Leaves a call, or rejects one that rings (ClearConnection). */
export declare function hangUp(device: Device, call: Which): Promise<void>;
/** Puts a call on hold (HoldCall). */
export declare function hold(device: Device, call: Which): Promise<void>;
/** Takes a call up again that is on hold (RetrieveCall). */
export declare function retrieve(device: Device, call: Which): Promise<void>;
/** Puts the active call on hold and takes up the one that is (AlternateCall). */
export declare function swap(device: Device, held: Which, active: Which): Promise<void>;
/** Puts a call on hold and calls somebody about it (ConsultationCall); gives the id of the new call. */
export declare function consult(device: Device, call: Which, number: string): Promise<string>;
/** Leaves the call that asked, and goes back to the one on hold (ReconnectCall). */
export declare function reconnect(device: Device, held: Which, active: Which): Promise<void>;
/** Connects the parties of two calls with each other and leaves both, answered or not (TransferCall). */
export declare function transfer(device: Device, held: Which, active: Which): Promise<void>;
/** Sends a call on to a number without asking there first (SingleStepTransferCall). */
export declare function transferTo(device: Device, call: Which, number: string): Promise<void>;
/** Makes one call of two (ConferenceCall). */
export declare function conference(device: Device, held: Which, active: Which): Promise<void>;
/** Calls somebody into a call (SingleStepConferenceCall). */
export declare function add(device: Device, call: Which, number: string, participationType?: ParticipationType): Promise<void>;
/** Sends a call that rings to another number (DeflectCall). */
export declare function deflect(device: Device, call: Which, number: string): Promise<void>;
/** Leaves a call waiting at a place where anybody may pick it up (ParkCall). */
export declare function park(device: Device, call: Which, place: string): Promise<void>;
/** Takes the call that rings or waits at a number (DirectedPickupCall). */
export declare function pickUp(device: Device, number: string): Promise<void>;
/** Takes the call that has been ringing longest in the device's pick-up group (GroupPickupCall). */
export declare function pickUpInGroup(device: Device): Promise<void>;
/** Sends digits into a call: 0 to 9, *, #, A to D, and a comma for a pause (GenerateDigits). */
export declare function digits(device: Device, call: Which, characters: string): Promise<void>;
/** Waits until a busy number is free (CamponCall). */
export declare function campOn(device: Device, call: Which): Promise<void>;
/** Goes into the call of a busy number (IntrudeCall). */
export declare function intrude(device: Device, call: Which, participationType?: ParticipationType): Promise<void>;
export {};
