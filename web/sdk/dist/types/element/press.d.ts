import type { Device } from '../model/device.ts';
import type { Shown, Use } from './state.ts';
/** Does what pressing a button means: hangs up the call that it shows, or else calls its number. */
export declare function dialAndHangUp(device: Device, number: string, ringFirst: boolean, shown: Shown, used: (use: Use) => void): Promise<void>;
