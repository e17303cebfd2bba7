import { hangUp } from '../model/actions.ts';
import type { Device } from '../model/device.ts';
import { NoAnswer, Refusal } from '../errors.ts';
import type { Shown, Use } from './state.ts';

/** Does what pressing a button means: hangs up the call that it shows, or else calls its number. */
export async function dialAndHangUp(
  device: Device,
  number: string,
  ringFirst: boolean,
  shown: Shown,
  used: (use: Use) => void,
): Promise<void> {
  try {
    if ('call' in shown && shown.call !== undefined) {
      used({ kind: 'called', id: shown.call.id });
      await hangUp(device, shown.call);
      return;
    }
    if (shown.state === 'calling' || shown.state === 'unavailable') return;
    used({ kind: 'asked' });
    used({ kind: 'called', id: await device.dial(number.replace(/^tel:/i, ''), ringFirst) });
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof NoAnswer)) throw error;
    used({ kind: 'failed', error });
  }
}
