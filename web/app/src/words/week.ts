import { language } from './language.ts';

/** The days of the week as they stand in a row, 0 for Sunday. */
export const weekdays = [1, 2, 3, 4, 5, 6, 0] as const;

/** A Sunday, from which days are counted. */
const sunday = Date.UTC(2023, 0, 1);

/** A day of the week in the language of the page, such as "Monday" or "Mon". */
export function dayName(day: number, form: 'long' | 'short'): string {
  return new Intl.DateTimeFormat(language.code, { weekday: form, timeZone: 'UTC' }).format(
    sunday + day * 24 * 3600 * 1000,
  );
}

/** Days in a row are told by the first and the last: "Mon – Fri", "Sat, Mon". */
export function daysWords(days: readonly number[]): string {
  const runs: number[][] = [];
  weekdays.forEach((day, i) => {
    if (!days.includes(day)) return;
    const last = runs.at(-1);
    if (last !== undefined && last.at(-1) === weekdays[i - 1]) last.push(day);
    else runs.push([day]);
  });
  return runs
    .map((run) => {
      const names = run.map((day) => dayName(day, 'short'));
      return names.length > 2 ? `${names[0] ?? ''} – ${names.at(-1) ?? ''}` : names.join(', ');
    })
    .join(', ');
}

/** A date such as "2026-12-24" in the language of the page. */
export function dateWords(date: string): string {
  const time = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(time)) return date;
  return new Intl.DateTimeFormat(language.code, { dateStyle: 'medium', timeZone: 'UTC' }).format(time);
}
