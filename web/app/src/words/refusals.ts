import { type ErrorCode, NoAnswer, Refusal } from '@cstahub/client';
import { sentence } from './causes.ts';
import { t } from './language.ts';

/** An error in plain words, and the server's own words beside them, which may be empty. */
export interface Excuse {
  readonly words: string;
  readonly detail: string;
}

const over: readonly ErrorCode[] = ['operation.invalidCallID', 'stateIncompatibility.noConnectionToClear'];

const changed: readonly ErrorCode[] = [
  'operation.invalidConnectionID',
  'operation.invalidActiveCallID',
  'operation.invalidHeldCallID',
  'stateIncompatibility.noActiveCall',
  'stateIncompatibility.noHeldCall',
];

/** An excuse in the language that the page has when it is read: that may change while it is shown. */
export function spoken(tell: () => Excuse): Excuse {
  return {
    get words() {
      return tell().words;
    },
    get detail() {
      return tell().detail;
    },
  };
}

/** Why something could not be done. */
export function excuse(error: unknown): Excuse {
  return spoken(() => inWords(error));
}

function inWords(error: unknown): Excuse {
  if (error instanceof Refusal) return refusalExcuse(error);
  if (error instanceof NoAnswer) {
    return { words: t().refusals.noAnswer, detail: '' };
  }
  return { words: t().refusals.defect, detail: String(error) };
}

function refusalExcuse({ code, detail }: Refusal): Excuse {
  const words = t().refusals;
  const known =
    words.codes[code] ??
    (over.includes(code) ? words.over : changed.includes(code) ? words.changed : undefined);
  if (known !== undefined) return { words: known, detail };
  if (code.startsWith('operation.privilegeViolation')) {
    return { words: words.notAllowed, detail };
  }
  if (/^(systemResource|subscribedResource)/.test(code)) {
    return { words: words.notNow, detail };
  }
  return { words: detail === '' ? words.refused(code) : sentence(detail), detail: '' };
}
