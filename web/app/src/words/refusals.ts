import { NoAnswer, Refusal } from '@cstahub/client';
import { sentence } from './causes.ts';

/** An error in plain words, and the server's own words beside them, which may be empty. */
export interface Excuse {
  readonly words: string;
  readonly detail: string;
}

const changed = 'The call has changed in the meantime.';

const words: Record<string, string> = {
  'operation.invalidCalledDeviceID': 'This number cannot be dialled.',
  'operation.invalidCallID': 'The call is over.',
  'operation.invalidConnectionID': changed,
  'operation.requestIncompatibleWithCalledDevice': 'This is your own number.',
  'operation.serviceNotSupported': 'The server does not offer this.',
  'stateIncompatibility.connectedCallExists': 'You are in another call. Put it on hold or hang up first.',
  'stateIncompatibility.invalidCallingDeviceState':
    'Your phone is in use. Put the call on hold or hang up first.',
  'stateIncompatibility.noActiveCall': changed,
  'stateIncompatibility.noCallToAnswer': changed,
  'stateIncompatibility.noConnectionToClear': 'The call is over.',
  'stateIncompatibility.noHeldCall': changed,
};

/** Why something could not be done. */
export function excuse(error: unknown): Excuse {
  if (error instanceof Refusal) return refusalExcuse(error);
  if (error instanceof NoAnswer) {
    return { words: 'The connection was lost before the server answered.', detail: '' };
  }
  return { words: 'Something went wrong in this page.', detail: String(error) };
}

function refusalExcuse({ code, detail }: Refusal): Excuse {
  const known = words[code];
  if (known !== undefined) return { words: known, detail };
  if (code.startsWith('operation.privilegeViolation')) {
    return { words: 'You are not allowed to do this.', detail };
  }
  if (/^(systemResource|subscribedResource)/.test(code)) {
    return { words: 'The server cannot do this now. Try again later.', detail };
  }
  return { words: detail === '' ? `The server refused: ${code}` : sentence(detail), detail: '' };
}
