import { setTimeout as pause } from 'node:timers/promises';

/** How long tests wait for something that should come at once, in milliseconds. */
const patience = 10_000;

/** Gives what a promise gives, or fails when that takes longer than ms. What names it in the failure. */
export async function deadline<T>(promise: Promise<T>, what: string, ms = patience): Promise<T> {
  const abort = new AbortController();
  const late = pause(ms, undefined, { signal: abort.signal }).then(() => {
    throw new Error(`waited ${ms} ms for ${what}`);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    abort.abort();
    late.catch(() => undefined);
  }
}

/** Asks again and again until the answer is something other than undefined and false. */
export async function until<T>(
  ask: () => T | Promise<T>,
  what: string,
  ms = patience,
): Promise<Exclude<T, undefined | false>> {
  const end = performance.now() + ms;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer as Exclude<T, undefined | false>;
    if (performance.now() > end) throw new Error(`waited ${ms} ms for ${what}`);
    await pause(20);
  }
}
