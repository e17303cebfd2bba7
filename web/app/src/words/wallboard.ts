import type { AgentState, QueueAgent, QueueFigures } from '@cstahub/client';

import { t } from './language.ts';

const order: readonly AgentState[] = [
  'agentReady',
  'agentBusy',
  'agentWorkingAfterCall',
  'agentNotReady',
  'agentNull',
];

/** The agents by what they are doing, those who take calls first. */
export function agentsByState(agents: readonly QueueAgent[]): [AgentState, QueueAgent[]][] {
  return order
    .map((state): [AgentState, QueueAgent[]] => [state, agents.filter((agent) => agent.state === state)])
    .filter(([, those]) => those.length > 0);
}

/** What an agent is called, with the reason that he has for a pause. */
export function agentName({ number, reason }: QueueAgent, nameOf: (number: string) => string): string {
  return reason === undefined ? nameOf(number) : t().wallboard.because(nameOf(number), reason);
}

/** Whether a call waits for longer than calls should. */
export function isLate({ goal }: QueueFigures, longest: number | undefined): boolean {
  return goal > 0 && longest !== undefined && longest > goal * 1000;
}
