import type { Device } from '../model/device.ts';

/** Why a button cannot call. */
export type Obstacle =
  | { readonly kind: 'noNumber' }
  /** No telephone has been given to the button or the page. */
  | { readonly kind: 'noDevice' }
  /** There is no connection. The reason is empty unless the server could not be reached at all. */
  | { readonly kind: 'notConnected'; readonly reason: string }
  | { readonly kind: 'unauthorized' }
  /** The server does not want the client. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** The server refuses to monitor the telephone. */
  | { readonly kind: 'trouble'; readonly device: string; readonly detail: string }
  /** The server has been asked for the calls of the telephone. */
  | { readonly kind: 'asking' };

/** What is in the way of calling a number from a telephone; undefined when nothing is. */
export function obstacleOf(
  number: string,
  device: Pick<Device, 'number' | 'linkState' | 'trouble' | 'sync'> | undefined,
): Obstacle | undefined {
  if (number.trim() === '') return { kind: 'noNumber' };
  if (device === undefined) return { kind: 'noDevice' };
  const { linkState: link, trouble, sync } = device;
  if (sync === 'current') return undefined;
  switch (link.kind) {
    case 'unauthorized':
    case 'refused':
      return link;
    case 'connecting':
      return { kind: 'notConnected', reason: link.reason ?? '' };
    case 'reconnecting':
    case 'stopped':
      return { kind: 'notConnected', reason: '' };
    case 'connected':
      return trouble === undefined
        ? { kind: 'asking' }
        : { kind: 'trouble', device: device.number, detail: trouble.detail || trouble.code };
  }
}

/** Whether it takes somebody to see to it. What passes by itself, or waits for a login, is no news. */
export function lasts(obstacle: Obstacle): boolean {
  switch (obstacle.kind) {
    case 'noDevice':
    case 'asking':
      return false;
    case 'notConnected':
      return obstacle.reason !== '';
    default:
      return true;
  }
}
