import type { AgentState, QueueAgent, QueueFigures } from '@cstahub/client';

const order: readonly AgentState[] = [
  'agentReady',
  'agentBusy',
  'agentWorkingAfterCall',
  'agentNotReady',
  'agentNull',
];

/** The agents' numbers by what they are doing, those who take calls first. */
export function agentsByState(agents: readonly QueueAgent[]): [AgentState, string[]][] {
  return order
    .map((state): [AgentState, string[]] => [
      state,
      agents.filter((agent) => agent.state === state).map(({ number }) => number),
    ])
    .filter(([, numbers]) => numbers.length > 0);
}

/** Whether a call waits for longer than calls should. */
export function isLate({ goal }: QueueFigures, longest: number | undefined): boolean {
  return goal > 0 && longest !== undefined && longest > goal * 1000;
}
