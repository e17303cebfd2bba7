import { type Board, isConference } from '@cstahub/client';

/**
 * The call that a call has gone on in: itself while it is there, or the one that a transfer, a conference or a
 * break-in has made of it; undefined where it is over.
 */
export function heir(id: string, before: Board, after: Board): string | undefined {
  if (after.calls.some((call) => call.id === id)) return id;
  if (after.ended.some(({ call }) => call.id === id)) return undefined;
  const come = after.calls.find((call) => !before.calls.some((other) => other.id === call.id));
  return (come ?? after.calls.find(isConference))?.id;
}
