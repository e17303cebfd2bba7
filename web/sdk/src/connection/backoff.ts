const seconds = [0, 1, 2, 4, 8, 15];

/**
 * How long to wait before trying again, in milliseconds: not at all at first, 15 s in the end, and never
 * exactly as long as everybody else who lost the same server. It does not give up.
 */
export function backoff(failedAttempts: number, random: () => number = Math.random): number {
  const wait = seconds[Math.min(failedAttempts, seconds.length - 1)] ?? 0;
  return Math.round(wait * 1000 * (0.75 + random() / 2));
}
