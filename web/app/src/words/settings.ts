import type { Agent, AgentState, Forwarding, ForwardingType, Settings } from '@cstahub/client';

import { t } from './language.ts';

/** The kinds of forwarding that one can set, the widest first. */
export const forwardingKinds = [
  'forwardImmediate',
  'forwardBusy',
  'forwardNoAns',
  'forwardDND',
] as const satisfies readonly ForwardingType[];

/** A kind of forwarding as it is set now. */
export function forwardingOf({ forwardings = [] }: Settings, type: ForwardingType): Forwarding {
  return (
    forwardings.find((known) => known.type === type) ?? { type, on: false, to: undefined, seconds: undefined }
  );
}

/** What is forwarded, in a word or two. */
export function forwardingSummary(forwardings: readonly Forwarding[]): string {
  const on = forwardings.filter((forwarding) => forwarding.on);
  const all = on.find(({ type }) => type === 'forwardImmediate');
  const words = t().settings;
  if (all !== undefined) return words.forwardedTo(all.to ?? '');
  return on.length === 0 ? words.forwarding : words.forwardingSome;
}

/** What an agent is doing. */
export function agentWords({ state, pending, reason }: Agent): string {
  const words = t().agents;
  const paused =
    reason === undefined ? words.agentNotReady : t().settings.because(words.agentNotReady, reason.label);
  const doing = (what: AgentState) => (what === 'agentNotReady' ? paused : words[what]);
  if (pending === undefined || pending === state) return doing(state);
  return t().settings.afterTheCall(doing(state), doing(pending));
}

/** What keeps calls from ringing here; '' where nothing does. */
export function phoneNotes(settings: Settings): string {
  const words = t().settings;
  const all = forwardingOf(settings, 'forwardImmediate');
  return [
    settings.doNotDisturb === true ? words.doNotDisturb : '',
    all.on ? words.forwardedTo(all.to ?? '') : '',
  ]
    .filter((note) => note !== '')
    .join(' · ');
}
