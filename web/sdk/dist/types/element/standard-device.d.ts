import type { Device } from '../model/device.ts';
import { Observable } from '../model/observable.ts';
/** The device that buttons use which have not been given another one. */
declare class StandardDevice extends Observable {
    device: Device | undefined;
    set(device: Device | undefined): void;
}
export declare const standardDevice: StandardDevice;
/** Gives all <csta-call> elements of the page the telephone to call from; undefined takes it from them. */
export declare function useDevice(device: Device | undefined): void;
export {};
