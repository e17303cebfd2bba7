import type { Device } from '../model/device.ts';
import { Observable } from '../model/observable.ts';

/** The device that buttons use which have not been given another one. */
class StandardDevice extends Observable {
  device: Device | undefined;

  set(device: Device | undefined): void {
    this.device = device;
    this.changed();
  }
}

export const standardDevice = new StandardDevice();

/** Gives all <csta-call> elements of the page the telephone to call from; undefined takes it from them. */
export function useDevice(device: Device | undefined): void {
  standardDevice.set(device);
}
