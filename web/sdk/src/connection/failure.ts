// What the SignalR client reports as errors, told apart.
import { type ErrorCode, NoAnswer, Refusal } from '../errors.ts';

const refusal = /^(?:CSTAErrorCode|\w+NegResponse) ([\w.]+)(?:: (.*))?$/s;

/** Tells a failed hub invocation that the server refused from one that was not answered. */
export function invocationFailure(error: unknown): Refusal | NoAnswer {
  const text = error instanceof Error ? error.message : String(error);
  const [, code, detail] = refusal.exec(text) ?? [];
  return code === undefined ? new NoAnswer(text) : new Refusal(code as ErrorCode, detail ?? '');
}

/** Why the hub could not be connected to, and what that means for trying again. */
export type StartFailure =
  /** The token is not good, or not any more. */
  | { readonly kind: 'unauthorized' }
  /** Asking again will not help. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** The server or the network is away for now. */
  | { readonly kind: 'unreachable' };

/** Reads the status out of the text that the SignalR client puts it in: it keeps it nowhere else. */
export function startFailure(error: unknown): StartFailure {
  const text = error instanceof Error ? error.message : String(error);
  const status = Number(/Status code '(\d{3})'/.exec(text)?.[1]);
  if (status === 401) return { kind: 'unauthorized' };
  const forNow = status === 408 || status === 425 || status === 429;
  if (status >= 400 && status < 500 && !forNow)
    return { kind: 'refused', reason: negotiateReason(text, status) };
  return { kind: 'unreachable' };
}

/** The server's own text, out of what the client wraps around it. */
function negotiateReason(text: string, status: number): string {
  const inner = /: Error: (.*): Status code/s.exec(text)?.[1]?.trim();
  return inner === undefined || inner === '' ? `HTTP status ${status}` : inner;
}
