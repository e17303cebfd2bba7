/** What a connection is worth: none while there is none; the others by how long an answer takes. */
export type Grade = 'none' | 'good' | 'fair' | 'poor';

/** How well the server is reached. */
export interface Quality {
  readonly grade: Grade;
  /** How long an answer takes, in milliseconds, smoothed; undefined before the first one. */
  readonly roundTrip: number | undefined;
}

/** From how many milliseconds on a connection is only fair, and poor. A button feels slow, then broken. */
const fair = 200;
const poor = 800;

/** How much the latest answer counts. */
const weight = 0.3;

/** The round trip after another answer. */
export function smoothed(before: number | undefined, latest: number): number {
  return before === undefined ? latest : before + weight * (latest - before);
}

export function quality(connected: boolean, roundTrip: number | undefined): Quality {
  if (!connected) return { grade: 'none', roundTrip: undefined };
  const ms = roundTrip ?? 0;
  return { grade: ms >= poor ? 'poor' : ms >= fair ? 'fair' : 'good', roundTrip };
}
