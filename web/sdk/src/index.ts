// The client of cstahub for browsers and Node.
export { Client, type ClientOptions, type ServiceMethods } from './client.ts';
export type { HubState, MessageName, Messages } from './connection/hub.ts';
export type { Grade, Quality } from './connection/quality.ts';
export { type TokenProvider, Unauthorized } from './connection/tokens.ts';
export { CallButton, type CallStateDetail, defineCallButton } from './element/csta-call.ts';
export { type FoundNumber, findNumbers } from './element/find-numbers.ts';
export { type LinkNumbersOptions, linkNumbers } from './element/link-numbers.ts';
export { useDevice } from './element/standard-device.ts';
export { callWords } from './element/words.ts';
export { type ErrorCode, NoAnswer, type Outcome, Refusal, outcome } from './errors.ts';
export type * from './gen/csta.ts';
export { loginProvider } from './login-provider.ts';
export * as actions from './model/actions.ts';
export type { Board } from './model/board.ts';
export { emptyBoard } from './model/board.ts';
export {
  type Call,
  type CallService,
  type EndedCall,
  type Party,
  hasFailed,
  isConference,
  isIncoming,
  may,
} from './model/call.ts';
export { ServerClock } from './model/clock.ts';
export { Device, type Sync } from './model/device.ts';
export { Directory } from './model/directory.ts';
export { Queue, type QueueAgent, type QueueFigures, serviceLevel } from './model/queue.ts';
export { Features } from './model/features.ts';
export type { Agent, AgentReason, Forwarding, Membership, Settings } from './model/settings.ts';
export { type AnyEvent, extendedNumber, numberOf } from './model/event.ts';
export { Observable } from './model/observable.ts';
export {
  ApiFailure,
  type CallRecord,
  type CallRecordFilter,
  type CallRecordPage,
  type DirectoryEntry,
  type Login,
  type Me,
  type RecordedParty,
  callIn,
  callRecords,
  directory,
  login,
  logout,
  refresh,
  me,
  reasons,
} from './rest.ts';
