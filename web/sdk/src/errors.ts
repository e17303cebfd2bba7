import type {
  OperationErrors,
  PerformanceManagementErrors,
  PrivateDataInfoErrors,
  SecurityErrors,
  StartApplicationSessionError,
  ResetApplicationSessionTimerError,
  StateIncompatibilityErrors,
  StopApplicationSessionError,
  SubscribedResourceAvailabilityErrors,
  SystemResourceAvailabilityErrors,
} from './gen/csta.ts';

/** What a CSTAErrorCode can say, such as "operation.invalidDeviceID". */
export type ErrorCode =
  | `operation.${OperationErrors}`
  | `performanceManagement.${PerformanceManagementErrors}`
  | `privateData.${PrivateDataInfoErrors}`
  | `security.${SecurityErrors}`
  | `stateIncompatibility.${StateIncompatibilityErrors}`
  | `subscribedResourceAvailability.${SubscribedResourceAvailabilityErrors}`
  | `systemResourceAvailibility.${SystemResourceAvailabilityErrors}`
  | `privateErrorCode.${string}`
  | 'unspecified'
  | StartApplicationSessionError
  | StopApplicationSessionError
  | ResetApplicationSessionTimerError;

/** The server has answered, and does not do what it was asked to. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    /** The error in CSTA's words. */
    readonly code: ErrorCode,
    /** What is wrong, in the server's words; may be empty. */
    readonly detail: string,
  ) {
    super(detail === '' ? code : `${code}: ${detail}`);
  }
}

/** The connection was lost, or was not there, so that nobody knows whether the request was carried out. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** What became of a request, as a value. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Refusal | NoAnswer };

/**
 * Makes a value of what becomes of a request: what it gives, or the Refusal or NoAnswer that it fails with.
 * Any other error is a defect of the program, and is thrown on.
 */
export async function outcome<T>(request: Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await request };
  } catch (error) {
    if (error instanceof Refusal || error instanceof NoAnswer) return { ok: false, error };
    throw error;
  }
}
