/** A duration as "4:05" or "1:04:05". A time that lies ahead, because clocks differ, is "0:00". */
export function duration(ms: number): string {
  const total = Math.max(0, Math.floor(ms / 1000));
  const seconds = String(total % 60).padStart(2, '0');
  const minutes = Math.floor(total / 60) % 60;
  const hours = Math.floor(total / 3600);
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${seconds}` : `${minutes}:${seconds}`;
}

/** A time of the day to the second, such as "14:03:27", the same in every language. */
export function timeOfDay(ms: number): string {
  return new Date(ms).toLocaleTimeString('en-GB');
}

/** When something was: the time of the day if that was today, and else the date with it, such as "19 Nov 14:03". */
export function moment(ms: number, now: number, locale: string): string {
  const at = new Date(ms);
  if (at.toDateString() === new Date(now).toDateString()) return timeOfDay(ms);
  const date = at.toLocaleDateString(locale === 'en' ? 'en-GB' : locale, { day: 'numeric', month: 'short' });
  return `${date} ${timeOfDay(ms).slice(0, 5)}`;
}
