/** A phone number in a text. */
export interface FoundNumber {
  readonly start: number;
  readonly end: number;
  /** As it is dialled: digits, with a plus before them where there is one. */
  readonly number: string;
}

/** Digits with what people write between them, not inside of something longer. */
const candidate = /(?<![\w.,:/#@+-])\+?\(?\d[\d ().\u00a0\u2011/-]{4,24}\d(?![\w@:%]|[.,:/-]\d)/g;

/** What looks like a number and is none: dates, addresses of machines, and amounts of money. */
const others = [
  /^\d{4}[-./ ]\d{1,2}[-./ ]\d{1,2}$/,
  /^\d{1,2}[-./ ]\d{1,2}[-./ ](19|20)\d{2}$/,
  /^\d{1,3}(\.\d{1,3}){3}$/,
  /^\d{1,3}(\.\d{3})+$/,
  /^\d{4}\s?[-–]\s?\d{4}$/,
];

/**
 * The phone numbers in a text: seven to fifteen digits, as E.164 has them. What is a date, an IP address or an
 * amount is none.
 */
export function findNumbers(text: string): FoundNumber[] {
  return [...text.matchAll(candidate)].flatMap((match) => {
    const written = match[0];
    const number = (written.startsWith('+') ? '+' : '') + written.replace(/\D/g, '');
    const digits = number.replace('+', '').length;
    const fits =
      digits >= 7 && digits <= 15 && balanced(written) && !others.some((other) => other.test(written));
    return fits ? [{ start: match.index, end: match.index + written.length, number }] : [];
  });
}

function balanced(text: string): boolean {
  return text.split('(').length === text.split(')').length;
}
