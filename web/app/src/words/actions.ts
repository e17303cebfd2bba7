import { type Call, type CallService, isConference } from '@cstahub/client';

import type { Sending } from '../model/call-actions.ts';
import type { IconName } from '../views/icons.ts';
import { t } from './language.ts';

export interface Face {
  readonly label: string;
  readonly symbol: IconName;
  /** The class of the button. */
  readonly look: '' | 'main' | 'go' | 'stop';
}

/** What a button says and looks like; it depends on the call. */
export function face(service: CallService, call: Call): Face {
  const words = t().actions;
  switch (service) {
    case 'answerCall':
      return {
        label: call.local === 'initiated' ? words.pickUp : words.answer,
        symbol: 'answer',
        look: 'go',
      };
    case 'holdCall':
      return { label: words.hold, symbol: 'hold', look: '' };
    case 'retrieveCall':
      return { label: words.retrieve, symbol: 'retrieve', look: 'main' };
    case 'transferCall':
      return { label: words.transfer, symbol: 'transfer', look: 'main' };
    case 'conferenceCall':
      return { label: words.conference, symbol: 'conference', look: '' };
    case 'alternateCall':
      return { label: words.swap, symbol: 'swap', look: '' };
    case 'reconnectCall':
      return { label: words.back, symbol: 'back', look: '' };
    case 'campOnCall':
      return { label: words.campOn, symbol: 'calling', look: '' };
    case 'intrudeCall':
      return { label: words.intrude, symbol: 'talking', look: '' };
    default:
      return { label: leaveWords(call), symbol: 'hangUp', look: 'stop' };
  }
}

function leaveWords(call: Call): string {
  const words = t().actions;
  if (call.local === 'alerting') return words.reject;
  return isConference(call) ? words.leave : words.hangUp;
}

/** What the button says that sends a call to a number in one of the ways there are. */
export function sendingWords(way: Sending): string {
  const words = t().actions;
  switch (way) {
    case 'consultationCall':
      return words.consult;
    case 'singleStepTransfer':
      return words.transferTo;
    case 'singleStepConference':
      return words.add;
    case 'parkCall':
      return words.park;
    case 'deflectCall':
      return words.deflect;
  }
}
